"""Whatever the reconcilers may say: it is kept as it was said, can be asked for, and can be exported."""

import io
import json
from dataclasses import replace
from functools import cache
from types import UnionType
from typing import Literal, Union, get_args, get_origin, get_type_hints

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.model.plain import dumps, plain
from dragoman.model.statements import Place
from dragoman.model.views import Views
from dragoman.publish import FORMATS, export
from dragoman.publish.csv import files
from dragoman.publish.json import lines
from dragoman.publish.schema import schema
from dragoman.record import KINDS, Filters, in_memory
from dragoman.record.rows import key

words = st.text(max_size=8)
numbers = st.floats(allow_nan=False, allow_infinity=False, width=32)
pairs = st.lists(st.tuples(words, words), max_size=2, unique_by=lambda p: p[0]).map(
    lambda p: tuple(sorted(p))
)
PLAIN = {str: words, int: st.integers(0, 50), float: numbers, bool: st.booleans(), type(None): st.none()}


@cache
def any_of(hint):
    """Values of a type as the model writes types."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin is tuple and inner[-1] is Ellipsis:
        return st.lists(any_of(inner[0]), max_size=2).map(tuple)
    if origin is tuple:
        return st.tuples(*map(any_of, inner))
    if origin is Literal:
        return st.sampled_from(inner)
    if origin in (Union, UnionType):
        return st.one_of(*map(any_of, inner))
    if hint in PLAIN:
        return PLAIN[hint]
    fields = get_type_hints(hint)
    return st.builds(
        hint, **{name: pairs if name == "codes" else any_of(kind) for name, kind in fields.items()}
    )


def things(kind):
    made = any_of(KINDS[kind])
    if kind == "documents":
        made = made.map(lambda d: replace(d, text=""))
    return st.lists(made, max_size=2, unique_by=key).map(lambda held: tuple(sorted(held, key=key)))


views = st.builds(Views, **{kind: things(kind) for kind in KINDS}, reader=st.none())
quick = settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
validator = jsonschema.Draft202012Validator(schema())


@given(views)
@quick
def test_it_comes_back_as_it_was_said(said):
    with in_memory() as record:
        record.compute(lambda *_: replace(said, documents=()))
        kept = record.views()
        assert replace(kept, documents=said.documents) == said
        for kind in KINDS:
            assert len(record.listing(kind).items) == (0 if kind == "documents" else len(getattr(said, kind)))
        for kind in ("events", "statements", "disagreements"):
            record.listing(kind, Filters(since="2024", until="2025", act="x", published_from="2024"))
        for event in kept.events:
            record.show(event.id)


@given(views)
@quick
def test_every_export_of_it_is_as_the_schema_says(said):
    for texts in ("full", "quotes", "none"):
        validator.validate(json.loads("".join(lines(said, texts))))


@pytest.mark.parametrize("form", [f for f in FORMATS if f != "csv"])
@given(said=views)
@quick
def test_every_format_can_write_it(form, said):
    out = io.StringIO()
    export(said, form, stream=out)
    assert out.getvalue().endswith("\n")


@given(views)
@quick
def test_tables_can_be_written_of_it(said):
    assert {name for name, _ in files(said, "quotes")} == {f"{kind}.csv" for kind in KINDS}


@given(any_of(Place))
def test_a_value_has_one_form(place):
    assert dumps(place) == dumps(plain(place)) == dumps(json.loads(dumps(place)))
