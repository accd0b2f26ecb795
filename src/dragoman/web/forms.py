"""A form that was sent, as its values and files; what it may hold."""

from dataclasses import dataclass
from pathlib import PurePosixPath

from fastapi import Request
from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import MultiPartException

from dragoman.errors import UsageError
from dragoman.settings import Settings

MOST_FILES = 100
_MOST_FIELDS = 40


async def form(request: Request) -> FormData:
    """The form of a request. Raises UsageError where it is none, or has too many parts."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in ("application/x-www-form-urlencoded", "multipart/form-data"):
        raise UsageError(kind or "the request", "is no form", "send it from the page")
    most = Settings().most_characters * 4
    try:
        return await request.form(max_files=MOST_FILES, max_fields=_MOST_FIELDS, max_part_size=most)
    except MultiPartException as error:
        raise UsageError("the form", error.message.lower(), "send fewer or smaller parts") from error


def value(form: FormData, name: str, most: int = 400) -> str:
    """The words of a field without blanks round them; empty where it is not given. Raises UsageError."""
    found = form.get(name, "")
    words = found.strip() if isinstance(found, str) else ""
    if len(words) > most:
        raise UsageError(name.replace("_", " "), f"it has more than {most} characters", "shorten it")
    return words


@dataclass(frozen=True, slots=True)
class Sent:
    """A file that was sent: its bare name, and the file itself."""

    name: str
    file: UploadFile


def sent(form: FormData, name: str) -> tuple[Sent, ...]:
    """The files of a field, each under a name that is a name only and is there once."""
    found: dict[str, UploadFile] = {}
    for number, one in enumerate(form.getlist(name)):
        if not isinstance(one, UploadFile) or not one.filename:
            continue
        bare = _bare(one.filename) or f"file-{number + 1}.txt"
        stem, dot, kind = bare.rpartition(".")
        again = 1
        while bare in found:
            again += 1
            bare = f"{stem}-{again}.{kind}" if dot else f"{kind}-{again}"
        found[bare] = one
    return tuple(Sent(n, f) for n, f in found.items())


def _bare(name: str) -> str:
    """The last part of a path, without what no file name may hold.

    >>> _bare("../../etc/passwd"), _bare("C:\\\\news\\\\one.txt"), _bare("..")
    ('passwd', 'one.txt', '')
    """
    last = PurePosixPath(name.replace("\\", "/")).name
    kept = "".join(c for c in last if c.isprintable() and c not in '<>:"|?*')[-120:]
    return kept.strip().lstrip(".-")
