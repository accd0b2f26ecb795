"""What holds of every page of every record: well-formed, escaped, small, and no link leads nowhere."""

import dataclasses
import inspect
import json
import re
from typing import get_args, get_type_hints
from urllib.parse import urlsplit

import pytest
from whole_site import Parsed, addresses, found, html, made

from dragoman.model.plain import plain
from dragoman.pages.routes import ROUTES
from dragoman.record import KINDS

TO_COME = {"timeline", "map", "network", "search", "judgements", "add", "help", "check", *KINDS}
ONE_OF_A_LIST = ("disagreement", "quote", "commitment", "mission", "agreement", "source", "origin")


@pytest.fixture(scope="session", params=["example", "many"])
def record(request):
    return request.getfixturevalue(request.param)


@pytest.fixture(scope="session")
def site(record):
    """Every page of a record, parsed, by its address."""
    some = [a for a in addresses(record) if not a.startswith("/statement/") or a[-1] in "02468"]
    return {address: Parsed(html(record, address)) for address in some}


def test_every_page_is_well_formed_and_holds_no_inline_style_or_script(site) -> None:
    faults = {address: page.faults for address, page in site.items() if page.faults}
    assert not faults


def test_no_page_uses_an_id_twice(site) -> None:
    for address, page in site.items():
        assert len(page.ids) == len(set(page.ids)), address


def test_every_link_leads_to_a_page_and_a_thing_that_is_held(site, record) -> None:
    held = {kind: record.ids(kind) | record.member_ids(kind) for kind in KINDS}
    for address, page in site.items():
        for link in page.links:
            if urlsplit(link).netloc:
                continue
            path = urlsplit(link).path or urlsplit(address).path
            first, _, id = path.strip("/").partition("/")
            if first + "s" in held and id:
                assert id in held[first + "s"], f"{link} on {address}"
            elif first not in TO_COME and not path.startswith("/assets/"):
                assert found(path), f"{link} on {address}"


def test_every_link_within_a_page_leads_to_a_place_on_it(site, record) -> None:
    for address, page in site.items():
        for link in page.links:
            if link.startswith("#"):
                assert link[1:] in page.ids, f"{link} on {address}"


def test_every_link_to_words_leads_to_them(site, record) -> None:
    spans = {link for page in site.values() for link in page.links if "?at=" in link and link[0] == "/"}
    assert spans
    for link in sorted(spans)[::7]:
        parsed = Parsed(html(record, link.partition("#")[0]))
        assert urlsplit(link).fragment in parsed.ids, link


def test_every_page_has_a_json_twin(record) -> None:
    for address in addresses(record):
        _, page = made(record, address)
        json.dumps(plain(page), ensure_ascii=False, allow_nan=False)


def test_no_page_is_over_300_kilobytes(record) -> None:
    for address in list(addresses(record))[:80]:
        assert len(html(record, address).encode()) < 300_000, address


@pytest.mark.parametrize("route", ROUTES, ids=lambda r: r.path)
def test_a_route_names_the_dataclass_of_its_page_and_every_part_of_it_has_a_docstring(route) -> None:
    for cls in _parts(route.page, set()):
        assert (inspect.getdoc(cls) or "").endswith("."), cls
        assert not (cls.__doc__ or "").startswith(f"{cls.__name__}("), f"{cls} has no docstring of its own"


def _parts(cls: type, seen: set[type]) -> set[type]:
    if dataclasses.is_dataclass(cls) and cls not in seen:
        seen.add(cls)
        for hint in get_type_hints(cls).values():
            for inner in (hint, *get_args(hint), *(a for h in get_args(hint) for a in get_args(h))):
                if isinstance(inner, type):
                    _parts(inner, seen)
    return seen


@pytest.mark.parametrize("route", ROUTES, ids=lambda r: r.path)
def test_a_path_of_a_route_is_found(route) -> None:
    assert found(re.sub(r"\{\w+\}", "x-1", route.path))
