"""Judgements that are sent from a page: same, different, correct, reject, undo."""

from fastapi import FastAPI, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import RedirectResponse
from starlette.datastructures import FormData

from dragoman import pipeline
from dragoman.errors import Doubtful, UnknownId, UsageError
from dragoman.model.views import Judgement
from dragoman.pages.confirm import confirm
from dragoman.pages.render import Here
from dragoman.record import Record
from dragoman.web import described
from dragoman.web.coming_in import inside
from dragoman.web.forms import form, value
from dragoman.web.house import House, wants_json

_NOBODY = "somebody"
_LONGEST = 2000
_SENT = ("kind", "a", "b", "reason", "by", "back")


def add_to(app: FastAPI, house: House) -> None:
    """Nothing; the application takes judgements."""

    @app.post("/judgements", status_code=303, **described.form(described.JUDGEMENT))
    async def judge(request: Request) -> Response:
        """Judges that two things are the same or different, corrects a field, rejects a thing, or undoes."""
        house.keeper.must_be_writable()
        sent = await form(request)
        try:
            house.must_be_ours(request, value(sent, "token"))
            made = await run_in_threadpool(_judge, house, sent)
        except Doubtful as doubt:
            if wants_json(request):
                raise
            return await run_in_threadpool(_once_more, house, request, sent, doubt)
        finally:
            await sent.close()
        back = inside(value(sent, "back", _LONGEST) or "/judgements")
        return RedirectResponse(f"{back.partition('#')[0]}#{made.id}", 303)


def _judge(house: House, sent: FormData) -> Judgement:
    with house.keeper.writes() as record:
        return _made(record, sent)


def _made(record: Record, sent: FormData) -> Judgement:
    kind, by = value(sent, "kind"), value(sent, "by") or _NOBODY
    reason = " ".join(value(sent, "reason", _LONGEST).split())
    lacking = [told for name, told in _WANTED.get(kind, {}).items() if not value(sent, name, _LONGEST)]
    if lacking:
        named = " and ".join(filter(None, (", ".join(lacking[:-1]), lacking[-1])))
        raise UsageError("the form", f"{named} {'is' if len(lacking) == 1 else 'are'} empty", _FILL)
    if kind in ("same", "different"):
        two = _two(record, sent)
        if kind == "same":
            return pipeline.same(record, *two, reason, by, sure=bool(value(sent, "anyway")))
        return pipeline.different(record, *two, reason, by)
    if kind == "correct":
        field = value(sent, "field")
        return pipeline.correct(record, value(sent, "a"), field, value(sent, "value"), reason, by)
    if kind == "reject":
        return pipeline.reject(record, value(sent, "a"), reason, by)
    if kind == "undo":
        return pipeline.undo(record, value(sent, "a"), reason, by)
    possible = "same, different, correct, reject, undo"
    raise UsageError(kind or "nothing", "is no judgement", f"one of: {possible}")


_WHY = {"reason": "the reason"}
_OF_TWO = {"a": "the first thing", "b": "the second thing"} | _WHY
_WANTED = {
    "same": _OF_TWO,
    "different": _OF_TWO,
    "correct": {"a": "the thing", "field": "the field"} | _WHY,
    "reject": {"a": "the thing"} | _WHY,
    "undo": {"a": "the judgement"} | _WHY,
}
_FILL = "fill it in; the reason is for whoever reads it later"


def _two(record: Record, sent: FormData) -> tuple[str, str]:
    return _known(record, value(sent, "a")), _known(record, value(sent, "b"))


def _once_more(house: House, request: Request, sent: FormData, doubt: Doubtful) -> Response:
    """The page that asks whether two who take part as two are one all the same."""
    told = tuple((name, value(sent, name, _LONGEST)) for name in _SENT)
    back = inside(value(sent, "back", _LONGEST) or "/judgements")
    with house.keeper.asks() as record:
        told = tuple((n, back if n == "back" else v) for n, v in told)
        page = confirm(record, doubt, _two(record, sent), told, house.links)
    return house.page(request, "confirm.html", page, Here("judgements", "/judgements"), 409)


def _known(record: Record, asked: str) -> str:
    """An id as it is; a name as the id of the one actor that bears it. Raises UnknownId, UsageError."""
    try:
        record.show(asked)
        return asked
    except UnknownId:
        ids = record.called(asked)
    if len(ids) > 1:
        raise UsageError(asked, "several actors are called so", f"name one by its id: {', '.join(ids)}")
    return ids[0]
