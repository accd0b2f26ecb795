"""Inputs of every kind become texts; each bad one becomes one clear line, and the rest is read."""

import io
import os
from pathlib import Path

import pytest

from dragoman.errors import (
    BrokenLine,
    InputError,
    Missing,
    NotFetched,
    NothingToRead,
    NotText,
    TooLarge,
    UsageError,
    WrongLanguage,
)
from dragoman.gathering import gather
from dragoman.model.documents import Input, Metadata
from dragoman.pipeline import add
from dragoman.record import in_memory
from dragoman.settings import Settings

TEXT = "The ministers of Kenya and Uganda met in Kampala on Monday to open the new border post.\n"
PAGE = """<!DOCTYPE html><html lang="en-KE"><head><title>Border post opens | Rift Herald</title>
<link rel="canonical" href="https://rift.example/border-post">
<meta property="og:site_name" content="Rift Herald"><meta name="author" content="By Jane Achieng">
<script type="application/ld+json">{"@type": "OpinionNewsArticle", "headline": "Border post opens",
"datePublished": "2018-06-05T23:30:00+03:00"}</script></head><body><nav><a href="/">Home</a></nav>
<article><h1>Border post opens</h1><p>The ministers of Kenya and Uganda met in Kampala on Monday to open
the new border post, which both countries paid for.</p><p>Lorries had waited for days at the old one,
and traders of both countries had asked for years that something be done.</p></article></body></html>"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one good text."""
    (tmp_path / "coverage").mkdir()
    (tmp_path / "coverage" / "good.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path / "coverage"


def only(inputs: list[str | Path], **options: object) -> Input | InputError:
    """The one answer to these inputs."""
    (answer,) = gather(inputs, **options)  # type: ignore[arg-type] # options vary by test
    return answer


def read(inputs: list[str | Path], **options: object) -> Input:
    """The one document in these inputs."""
    answer = only(inputs, **options)
    assert isinstance(answer, Input), answer
    return answer


def test_a_folder_is_read_in_order_with_names_relative_to_it(folder: Path) -> None:
    (folder / "b").mkdir()
    (folder / "b" / "two.md").write_text(TEXT)
    (folder / "a.html").write_text(PAGE)
    (folder / ".hidden.txt").write_text(TEXT)
    (folder / "notes.xlsx").write_bytes(b"PK\x03\x04")
    found = [i.path for i in gather([folder]) if isinstance(i, Input)]
    assert found == ["a.html", "b/two.md", "good.txt"]


def test_a_file_is_named_by_its_own_name_and_its_text_is_untouched(folder: Path) -> None:
    assert read([folder / "good.txt"]) == Input(TEXT, "good.txt", Metadata())


def test_standard_input_is_one_document_without_a_path() -> None:
    assert read(["-"], stdin=io.BytesIO(TEXT.encode())) == Input(TEXT, None, Metadata())


@pytest.mark.parametrize(
    ("content", "error", "why"),
    [
        (b"", NothingToRead, "it is empty"),
        (b" \n\n", NothingToRead, "it is empty"),
        (b"Hello\n", NothingToRead, "one word"),
        (bytes(range(256)) * 20, NotText, ""),
        (b"%PDF-1.7 and so on", NotText, "it is a PDF"),
        (TEXT.encode() * 300, TooLarge, "over the limit"),
        ("Министры обеих стран встретились в Алма-Ате и подписали договор.".encode(), WrongLanguage, "(ru)"),
        ("Los ministros de ambos países se reunieron el lunes en Quito.".encode(), WrongLanguage, "(es)"),
        ("Министры обеих стран встретились в Алма-Ате.".encode("cp1251"), WrongLanguage, "(ru)"),
    ],
)
def test_a_bad_file_is_one_line_and_the_rest_is_read(
    folder: Path, content: bytes, error: type[InputError], why: str
) -> None:
    (folder / "bad.txt").write_bytes(content)
    bad, good = gather([folder], limits=Settings(most_bytes=20_000))
    assert type(bad) is error and why in str(bad) and str(folder / "bad.txt") in str(bad)
    assert "\n" not in str(bad) and bad.do
    assert isinstance(good, Input) and good.text == TEXT


def test_a_large_file_is_refused_unread(tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(50_000_000)
    answer = only([large])
    assert isinstance(answer, TooLarge) and "50 MB" in str(answer)


def test_what_is_no_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "gone.txt").symlink_to("nowhere.txt")
    os.mkfifo(tmp_path / "pipe")
    names = ["absent.txt", "empty", "loop", "gone.txt", "pipe"]
    answers = list(gather([tmp_path / name for name in names] + ["ftp://rift.example/a"]))
    kinds = [type(a) for a in answers]
    assert kinds == [Missing, NothingToRead, InputError, Missing, NothingToRead, NotFetched]


def test_links_that_lead_back_are_passed_over(folder: Path) -> None:
    (folder / "self").symlink_to(folder, target_is_directory=True)
    assert [i.path for i in gather([folder]) if isinstance(i, Input)] == ["good.txt"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_without_permission_is_named(folder: Path) -> None:
    (folder / "good.txt").chmod(0)
    assert "may not read it" in str(only([folder / "good.txt"]))


def test_a_page_gives_its_text_and_what_its_markup_says(folder: Path) -> None:
    (folder / "page.html").write_text(PAGE)
    page = read([folder / "page.html"])
    assert page.given == Metadata(
        url="https://rift.example/border-post", source="Rift Herald", title="Border post opens",
        author="Jane Achieng", published="2018-06-05", language="en", genre="opinion",
    )  # fmt: skip
    title, first, second = page.text.split("\n\n")
    assert title == "Border post opens"
    assert first.startswith("The ministers of Kenya") and second.endswith("something be done.")


def test_flags_win_over_the_table_and_the_table_over_the_file(folder: Path) -> None:
    (folder / "good.txt").unlink()
    (folder / "page.html").write_text(PAGE)
    table = folder / "table.csv"
    table.write_text("path,source,published,language\npage.html,Lake Times,5 June 2018,en-GB\n")
    given = read([folder], given=Metadata(published="2018-06-06"), table=table).given
    assert (given.published, given.source, given.author, given.language) == (
        "2018-06-06", "Lake Times", "Jane Achieng", "en",
    )  # fmt: skip


@pytest.mark.parametrize("path", ["good.txt", "./good.txt", "coverage/good.txt", "coverage\\good.txt"])
def test_a_table_may_name_a_path_in_more_ways_than_one(folder: Path, path: str) -> None:
    table = folder / "table.csv"
    table.write_text(f"source;path\nLake Times;{path}\n", encoding="utf-8-sig")
    assert read([folder], table=table).given.source == "Lake Times"


def test_what_is_wrong_in_a_table_is_named_by_line(folder: Path) -> None:
    table = folder / "table.csv"
    table.write_text("path,published,genre\ngood.txt,03/04/2018,news\ngood.txt,,\nother.txt,,\nlost\n")
    *errors, _ = sorted(gather([folder], table=table), key=lambda a: isinstance(a, Input))
    assert sorted(str(e).split(": ")[0].rsplit(", ", 1)[1] for e in errors) == [
        "line 2", "line 3", "line 4", "line 5",
    ]  # fmt: skip
    assert {type(e) for e in errors} == {BrokenLine}


@pytest.mark.parametrize(
    ("given", "table"),
    [
        (Metadata(published="last Tuesday"), None),
        (Metadata(published="2018-02-30"), None),
        (Metadata(genre="gossip"), None),  # type: ignore[arg-type] # what a user may type
        (Metadata(language="?"), None),
        (Metadata(url="https://rift.example/a"), None),
        (Metadata(), "name,source\n"),
        (Metadata(), "path,colour\n"),
        (Metadata(), "path,source\na.txt," + "x" * 140_000),
        (Metadata(), ""),
    ],
)
def test_what_makes_no_sense_is_wrong_usage(folder: Path, given: Metadata, table: str | None) -> None:
    path = None
    if table is not None:
        path = folder.parent / "table.csv"
        path.write_text(table)
    with pytest.raises(UsageError):
        gather([folder], given, path)


def test_lines_are_documents_and_a_broken_one_is_named(folder: Path) -> None:
    (folder / "good.txt").unlink()
    (folder / "news.jsonl").write_text(
        '{"text": "Kenya and Uganda opened the border post on Monday.", "published": "Tue, 5 Jun 2018"}\n'
        "{broken\n\n"
        '["a list"]\n'
        '{"text": "Kenya \\ud800 and Uganda opened the border post."}\n'
        '{"source": "Lake Times"}\n'
        '{"text": "Uganda paid for half of the border post.", "published": "soon"}\n'
    )
    answers = list(gather([folder]))
    assert [type(a) for a in answers] == [Input, BrokenLine, BrokenLine, BrokenLine, NothingToRead, Input]
    assert [str(a).split(": ")[0].rsplit(" ", 1)[1] for a in answers[1:5]] == ["2", "4", "5", "6"]
    first, last = answers[0], answers[-1]
    assert isinstance(first, Input) and (first.path, first.given.published) == ("news.jsonl", "2018-06-05")
    assert isinstance(last, Input) and last.given.published is None and "soon" in str(last.note)


def test_after_a_line_that_is_no_document_the_next_are_read(folder: Path) -> None:
    (folder / "good.txt").unlink()
    (folder / "news.jsonl").write_text(
        '{"text": "Kenya, Uganda."}\n'
        "{broken\n"
        '{"text": "Los ministros de ambos países se reunieron el lunes en Quito y hablaron de paz."}\n'
        '{"text": "Kenya and Uganda opened the border post on Monday, and closed it on the day after."}\n'
        '{"text": "Kenya and Uganda opened the border post on Monday."}\n'
    )
    answers = list(gather([folder], limits=Settings(most_characters=80)))
    assert [type(a) for a in answers] == [NothingToRead, BrokenLine, WrongLanguage, TooLarge, Input]


def test_a_name_that_is_no_text_is_spelled_out(folder: Path) -> None:
    strange = os.fsdecode(b"post\xff.txt")
    try:
        (folder / strange).write_text(TEXT)
    except OSError:
        pytest.skip("this file system takes names in UTF-8 alone")
    (folder / os.fsdecode(b"short\xfe.txt")).write_text("Kenya.")
    for named in (folder, folder / strange):
        found = [a for a in gather([named]) if isinstance(a, Input)]
        assert "post\\xff.txt" in [a.path for a in found]
    (short,) = [a for a in gather([folder]) if isinstance(a, NothingToRead)]
    assert "short\\xfe.txt" in str(short) and str(short).encode()
    added = add(in_memory(), [folder / strange, folder])
    assert (added.documents, len(added.failures)) == (1, 1)  # one text, twice


def test_an_empty_name_is_no_folder() -> None:
    (answer,) = gather([""])
    assert isinstance(answer, Missing)


def test_front_matter_is_said_and_stays_in_the_text(folder: Path) -> None:
    text = f"---\ntitle: Border post\ndate: 5 June 2018\ntags: [a]\n---\n\n{TEXT}"
    (folder / "a.md").write_text(text)
    found = read([folder / "a.md"])
    assert (found.text, found.given) == (text, Metadata(title="Border post", published="2018-06-05"))


def test_a_paragraph_in_another_script_does_no_harm(folder: Path) -> None:
    (folder / "good.txt").write_text(TEXT * 3 + "\nنموذج الاتصال بنا في هذا الموقع\n", encoding="utf-8")
    assert read([folder / "good.txt"]).path == "good.txt"


def test_the_user_is_believed_about_the_language(folder: Path) -> None:
    (folder / "good.txt").write_text("Los ministros de ambos países se reunieron el lunes en Quito.")
    assert read([folder / "good.txt"], given=Metadata(language="en-US")).given.language == "en"
    (folder / "good.txt").write_text(TEXT)
    assert isinstance(only([folder / "good.txt"], given=Metadata(language="sw")), WrongLanguage)
