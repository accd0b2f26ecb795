"""The static site: its links hold, its bytes are the same each time, and texts are cut to quotes."""

import doctest
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from click.testing import CliRunner

from dragoman.cli.main import dragoman
from dragoman.errors import UsageError
from dragoman.publish import published
from dragoman.publish.site import MARK, site
from dragoman.record import in_memory, to_write
from sample_record import LATER, MEETING, OTHER, article, fill

TEXTS = (MEETING + "Nobody else was quoted here, and this sentence says nothing.\n", LATER, OTHER)
UNQUOTED = "this sentence says nothing"


class Page(HTMLParser):
    """The links and ids of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        assert "style" not in given
        assert tag != "script" or given.get("src")
        if given.get("id"):
            self.ids.add(str(given["id"]))
        self.links += [str(given[n]) for n in ("href", "src", "action") if given.get(n)]


@pytest.fixture(scope="module")
def record():
    with in_memory() as made:
        yield fill(made, *(article(t, f"{i}.txt", source=f"S{i}") for i, t in enumerate(TEXTS)))


@pytest.fixture(scope="module")
def large():
    """A record of an event with more accounts than stand side by side, and of a text of many parts."""
    accounts = [
        article(f"Chile met Peru in Arica on 2024-05-06. {n}\n", f"{n}.txt", source=f"S{n}")
        for n in range(15)
    ]
    said = (
        f"Abe met Bea in Tema on {1000 + n}-01-01.\n\n"
        if n % 9 == 0
        else f"Nothing was said on day {n}. " * 6 + "\n\n"
        for n in range(1400)
    )
    long = article("".join(said) + "Nothing was said on day 1500.\n", "long.txt", source="Long Times")
    with in_memory() as made:
        yield fill(made, *accounts, long)


@pytest.fixture(scope="module")
def folder(record, tmp_path_factory):
    into = tmp_path_factory.mktemp("site")
    site(record, into)
    return into


def pages(folder: Path) -> dict[Path, Page]:
    return {f.resolve(): Page(f.read_text(encoding="utf-8")) for f in sorted(folder.rglob("*.html"))}


def content(folder: Path) -> dict[str, bytes]:
    return {str(f.relative_to(folder)): f.read_bytes() for f in folder.rglob("*") if f.is_file()}


def test_examples_in_docstrings_hold() -> None:
    assert doctest.testmod(published).failed == 0


def test_every_link_is_relative_and_leads_somewhere(folder) -> None:
    assert len(walked(folder)) > 20


def walked(folder: Path) -> dict[Path, Page]:
    """The pages of a site, every link of which was followed."""
    found = pages(folder)
    for file, page in found.items():
        for link in page.links:
            parts = urlsplit(link)
            assert not parts.scheme and not parts.netloc and not link.startswith("/"), (file.name, link)
            target = (file.parent / unquote(parts.path)).resolve() if parts.path else file
            assert target.is_file() or "assets/" in link, (file.name, link)
            if parts.fragment and target in found:
                assert unquote(parts.fragment) in found[target].ids, (file.name, link)
    return found


@pytest.mark.parametrize("texts", ["quotes", "full"])
def test_the_parts_of_what_is_long_have_files_of_their_own(large, tmp_path, texts) -> None:
    site(large, tmp_path / "site", texts)
    found = walked(tmp_path / "site")
    (meeting,) = (e for e in large.listing("events").items if len(e.documents) > 12)
    names = [f"{meeting.id}{part}.html" for part in ("", "-2", "-3")]
    parts = [found[(tmp_path / "site/event" / name).resolve()] for name in names[:2]]
    assert not (tmp_path / "site/event" / names[2]).exists()
    assert f"../event/{names[1]}#accounts" in parts[0].links
    assert f"../event/{names[0]}#accounts" in parts[1].links
    (long,) = (d for d in large.documents() if d.path == "long.txt")
    text = (tmp_path / f"site/document/{long.id}.html").read_text(encoding="utf-8")
    assert ("Nothing was said on day 1500." in text) == (texts == "full")
    assert "Tema on 2399-01-01." not in text and "2395-01-01" in text
    assert (tmp_path / "site/statements-2.html").is_file()


def test_a_filter_stays_a_filter(folder) -> None:
    assert list((folder / "events").glob("*.html"))


def test_every_page_forbids_other_hosts_and_scripts_in_the_page(folder) -> None:
    for file in folder.rglob("*.html"):
        assert 'http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;' in file.read_text(
            encoding="utf-8"
        ).replace("'none'", "&#39;none&#39;")


def test_texts_are_cut_to_quotes_unless_asked_for(record, folder, tmp_path) -> None:
    cut = b"".join(content(folder).values()).decode()
    assert UNQUOTED not in cut and "[…]" in cut and "Chile met Peru" in cut
    site(record, tmp_path / "full", "full")
    assert UNQUOTED in b"".join(content(tmp_path / "full").values()).decode()


def test_the_same_record_gives_the_same_bytes_wherever(record, folder, tmp_path) -> None:
    site(record, tmp_path / "again")
    assert content(tmp_path / "again") == content(folder)


def test_a_site_replaces_an_older_one_and_nothing_else(record, tmp_path) -> None:
    site(record, tmp_path)
    names = set(content(tmp_path))
    (tmp_path / MARK).write_text((tmp_path / MARK).read_text() + "gone.html\n../outside.html\n")
    (tmp_path / "gone.html").write_text("old")
    outside = tmp_path.parent / "outside.html"
    outside.write_text("not ours")
    site(record, tmp_path)
    assert set(content(tmp_path)) == names
    assert outside.read_text() == "not ours"


@pytest.mark.parametrize("occupied", ["a file", "a folder of others"])
def test_what_is_there_of_others_is_left_alone(record, tmp_path, occupied) -> None:
    target = tmp_path / "taken"
    if occupied == "a file":
        target.write_text("mine")
    else:
        target.mkdir()
        (target / "mine.txt").write_text("mine")
    with pytest.raises(UsageError, match=r"taken: .*; name a"):
        site(record, target)
    assert "mine" in (target if target.is_file() else target / "mine.txt").read_text()


def test_the_index_holds_what_is_on_the_pages(folder) -> None:
    index = (folder / "assets" / "index.js").read_text(encoding="utf-8")
    assert index.startswith("globalThis.dragomanIndex=[[") and "Chile" in index
    for href in re.findall(r'"([\w./-]+\.html)', index):
        assert (folder / href).is_file(), href


def test_the_command_says_what_it_wrote(tmp_path) -> None:
    with to_write(str(tmp_path / "r.db")) as made:
        fill(made, article(MEETING, "one.txt"))
    run = CliRunner().invoke(dragoman, ["publish", str(tmp_path / "out"), "--record", str(tmp_path / "r.db")])
    assert run.exit_code == 0, run.output
    assert run.stdout == ""
    assert re.search(r"written: \d+ files in .*out; open index.html there", run.stderr)
