"""Additions: files, a pasted text or an address, kept aside and read by a job."""

import shutil
import tempfile
from dataclasses import fields
from pathlib import Path

from fastapi import FastAPI, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse
from starlette.datastructures import FormData

from dragoman.errors import DragomanError, InputError, NothingToRead, TooLarge, UsageError
from dragoman.gathering import gather
from dragoman.gathering.addresses import address as address_of
from dragoman.model.documents import Metadata
from dragoman.model.plain import plain
from dragoman.pages import add as add_page
from dragoman.pages import job as jobs_page
from dragoman.pages import problem
from dragoman.pages.add import Typed
from dragoman.pages.render import Here
from dragoman.settings import Settings
from dragoman.web import described
from dragoman.web.forms import Sent, form, sent, value
from dragoman.web.house import FRESH, House, wants_json
from dragoman.web.jobs import Task

_CHUNK = 1 << 20
MOST_BYTES = Settings().most_bytes
"""What one file may have."""


def add_to(app: FastAPI, house: House) -> None:
    """Nothing; the application takes additions and shows how far they have come."""

    @app.post("/add", status_code=303, **described.form(described.ADDITION))
    async def add(request: Request) -> Response:
        """Reads files, a pasted text or an address into the record; leads to the page of that job."""
        house.keeper.must_be_writable()
        found = await form(request)
        try:
            house.must_be_ours(request, value(found, "token"))
            task = await run_in_threadpool(_task, house, found)
        except (UsageError, InputError) as error:
            if wants_json(request):
                raise
            return await run_in_threadpool(_again, house, request, error, _typed(found))
        finally:
            await found.close()
        job = house.jobs.begin(task)
        return RedirectResponse(f"/job/{job.id}", 303)

    @app.get("/job/{id}.json", response_class=JSONResponse, responses={200: {"model": jobs_page.JobPage}})
    def job_json(id: str) -> Response:
        """How far an addition has come (JSON)."""
        return JSONResponse(plain(jobs_page.page(house.jobs.job(id), house.links)), headers=FRESH)

    @app.get("/job/{id}", response_class=HTMLResponse)
    def job(id: str, request: Request) -> Response:
        """How far an addition has come."""
        page = jobs_page.page(house.jobs.job(id), house.links)
        return house.page(request, "job.html", page, Here("add", f"/job/{id}", f"/job/{id}.json"))


def _task(house: House, found: FormData) -> Task:
    files = sent(found, "files")
    given = found.get("text")
    text, address = given if isinstance(given, str) else "", value(found, "address", 2000)
    ways = [
        name for name, there in (("files", files), ("a text", text.strip()), ("an address", address)) if there
    ]
    if not ways:
        raise NothingToRead("the addition", "there is nothing in it", "choose files or paste a text")
    if len(ways) > 1:
        raise UsageError("the addition", f"{' and '.join(ways)} came together", "send one of them at a time")
    if address:
        _must_be_fetchable(house, address)
        address_of(address)
    most = Settings().most_characters
    if len(text) > most:
        raise TooLarge("the text", f"it has more than {most:,} characters", "split it")
    metadata = _metadata(found)
    folder = Path(tempfile.mkdtemp(prefix="dragoman-"))
    try:
        inputs = tuple(_kept(folder, files))
    except TooLarge:
        shutil.rmtree(folder)
        raise
    return Task(
        house.serving.record, folder, inputs, text if text.strip() else None, metadata, address or None
    )


def _must_be_fetchable(house: House, address: str) -> None:
    if not house.serving.fetch:
        raise UsageError(
            address, "this server fetches nothing", "start it with --allow-fetch, or paste the text"
        )


def _again(house: House, request: Request, error: DragomanError, typed: Typed) -> Response:
    """The form once more, with what was typed, and what is wrong with it."""
    with house.keeper.asks() as record:
        page = add_page.add(record, error, typed)
    status = problem.problem(error, house.links).status
    return house.page(request, "add.html", page, Here("add", "/add", "/add.json"), status)


def _typed(found: FormData) -> Typed:
    """What was typed, as far as a form takes it."""
    most = {"text": Settings().most_characters}
    told = {f.name: found.get(f.name) for f in fields(Typed)}
    return Typed(**{n: v[: most.get(n, 2000)] for n, v in told.items() if isinstance(v, str)})


def _kept(folder: Path, files: tuple[Sent, ...]) -> list[str]:
    """The names of the files, which now lie in the folder. Raises TooLarge."""
    made = []
    for one in files:
        path = folder / one.name
        size = 0
        with path.open("wb") as out:
            while chunk := one.file.file.read(_CHUNK):
                size += len(chunk)
                if size > MOST_BYTES:
                    why = f"it has more than {MOST_BYTES:,} bytes"
                    raise TooLarge(one.name, why, "split it")
                out.write(chunk)
        made.append(one.name)
    return made


def _metadata(found: FormData) -> Metadata:
    """What is said of the texts. Raises UsageError for what makes no sense."""
    told = {name: value(found, name, 2000) or None for name, _ in Metadata().fields()}
    made = Metadata(**told)  # type: ignore[arg-type] # the genre is looked at here
    gather((), made)
    return made
