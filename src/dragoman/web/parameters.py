"""What a page's address may ask for, as OpenAPI describes it."""

import re
from typing import Any, get_args

from dragoman.model.documents import Metadata
from dragoman.model.statements import Certainty
from dragoman.model.views import Verdict
from dragoman.pages.asked import MOST_PER_PAGE, MOST_WORDS, NAMES
from dragoman.pages.routes import Route
from dragoman.record import APPLIES, SORTS
from dragoman.vocabulary.acts import acts

_DATE = {"type": "string", "description": "A date: 2025, 2025-03 or 2025-03-04.", "example": "2025-03"}
_WHAT = {
    "actor": "Only where this actor takes part: an id, a name or another of its names.",
    "between": "Only where both take part: two actors with a comma between them.",
    "act": "Only this act.",
    "from": "Only what happened on or after this date.",
    "to": "Only what happened on or before this date.",
    "published-from": "Only accounts published on or after this date.",
    "published-to": "Only accounts published on or before this date.",
    "added-since": "Only what rests on documents added since this day or moment.",
    "source": "Only accounts of this source.",
    "place": "Only at this place.",
    "status": "Only with this status.",
    "certainty": "Only with this certainty.",
    "verdict": "Only with this verdict.",
    "missing": "Only documents of which this is not stated.",
}


def of(route: Route) -> list[dict[str, Any]]:
    """The parameters of a page: those of its path, its filters, and its extras."""
    path = [
        {"name": n, "in": "path", "required": True, "schema": {"type": "string", "minLength": 1}}
        for n in re.findall(r"{(\w+)}", route.path)
    ]
    filters = [n for n, field in NAMES.items() if field in APPLIES.get(route.kind, ())]
    found = [_query(name, _schema(name)) for name in filters]
    if route.listing:
        found += _paging(route.kind)
    found += [_query(name, {"type": "string"}) for name in route.extras if name not in filters]
    return path + found


def _query(name: str, schema: dict[str, Any]) -> dict[str, Any]:
    told = {"description": _WHAT[name]} if name in _WHAT else {}
    return {"name": name, "in": "query", "required": False, "schema": schema, **told}


def _schema(name: str) -> dict[str, Any]:
    if name in ("from", "to", "published-from", "published-to", "added-since"):
        return _DATE
    if name == "between":
        return {"type": "string", "pattern": "^[^,]+,[^,]+$"}
    if name == "missing":
        return {"type": "string", "enum": [field for field, _ in Metadata().fields()]}
    words = {"act": sorted(acts()), "certainty": get_args(Certainty), "verdict": get_args(Verdict)}
    if name in words:
        return {"type": "string", "enum": list(words[name])}
    return {"type": "string"}


def _paging(kind: str) -> list[dict[str, Any]]:
    orders = [o for by in SORTS.get(kind, ()) for o in (by, f"-{by}")]
    sort = [_query("sort", {"type": "string", "enum": orders})] if orders else []
    return [
        _query("page", {"type": "integer", "minimum": 1, "default": 1}),
        _query("per", {"type": "integer", "minimum": 1, "maximum": MOST_PER_PAGE}),
        _query("undated", {"type": "string", "enum": ["yes"]}),
        *([_query("q", {"type": "string", "maxLength": MOST_WORDS})] if kind == "" else []),
        *sort,
    ]
