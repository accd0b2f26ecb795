"""The command line, run as a user runs it: as a process, in a folder of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from dragoman.cli.listings import COMMANDS as LISTINGS
from dragoman.cli.main import dragoman as group
from dragoman.examples import coverage

EARLIER = (
    "Norway's Foreign Minister Espen Barth Eide visited Kenya on 3 May 2024. In Nairobi he met Kenyan "
    "President William Ruto. The two governments signed an agreement on shipping.\n"
)
LATER = (
    "Kenyan President William Ruto met Norwegian Foreign Minister Espen Barth Eide in Nairobi on 3 May "
    "2024.\n"
)


def run(*arguments: str, at: Path, given: bytes = b"") -> subprocess.CompletedProcess[str]:
    """One run of the command in a folder."""
    found = subprocess.run(
        [sys.executable, "-c", "from dragoman.cli import main; main()", *arguments],
        cwd=at, input=given, capture_output=True, env={**os.environ, "DRAGOMAN_RECORD": ""},
    )  # fmt: skip
    return subprocess.CompletedProcess(
        found.args, found.returncode, found.stdout.decode(), found.stderr.decode()
    )


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a record of the example coverage, `dragoman.db`."""
    folder = tmp_path_factory.mktemp("held")
    added = run("add", str(coverage()), at=folder)
    assert added.returncode == 0, added.stderr
    return folder


def test_every_command_has_help() -> None:
    for name, command in group.commands.items():
        assert command.help, name


@pytest.mark.parametrize("kind", [c.name for c in LISTINGS])
def test_every_listing_prints_a_table_and_json_lines(kind: str, held: Path) -> None:
    shown = run(kind, at=held)
    assert shown.returncode == 0, shown.stderr
    told = run(kind, "--json", at=held)
    assert told.returncode == 0, told.stderr
    for line in told.stdout.splitlines():
        json.loads(line)


def test_a_listing_quotes_its_evidence(held: Path) -> None:
    assert "“" in run("events", at=held).stdout


def test_adding_again_changes_nothing(held: Path) -> None:
    before = run("export", at=held).stdout
    again = run("add", str(coverage()), at=held)
    assert again.returncode == 0
    assert "0 new documents, 0 new statements, 0 new events, 0 new disagreements" in again.stdout
    assert run("export", at=held).stdout == before


def test_an_event_is_shown_whole_with_its_words(held: Path) -> None:
    event = json.loads(run("events", "--json", "--act", "meeting", at=held).stdout.splitlines()[0])
    shown = run("show", event["id"], at=held)
    assert shown.returncode == 0
    assert event["title"] in shown.stdout
    assert "“" in shown.stdout


def test_a_relation_is_told(held: Path) -> None:
    told = run("between", "Russia", "Myanmar", at=held)
    assert told.returncode == 0, told.stderr
    assert "Kremlin" in told.stdout or "Moscow" in told.stdout


def test_coverage_tells_how_each_outlet_stands_to_an_event(held: Path) -> None:
    event = json.loads(run("events", "--json", "--act", "meeting", at=held).stdout.splitlines()[0])
    told = run("coverage", event["id"], at=held)
    assert told.returncode == 0, told.stderr
    assert "reports" in told.stdout and "“" in told.stdout
    rows = [json.loads(r) for r in run("coverage", event["id"], "--json", at=held).stdout.splitlines()]
    assert {r["name"] for r in rows} == {
        "Delta Examiner",
        "Harbour Herald",
        "Northern Ledger",
        "Tenasserim Post",
    }
    assert run("coverage", event["documents"][0], at=held).returncode == 2


def test_a_claim_is_checked_as_words_as_a_file_and_from_standard_input(held: Path) -> None:
    claim = "Vladimir Putin met Min Aung Hlaing in the Kremlin on 5 March 2025."
    told = run("check", claim, at=held)
    assert told.returncode == 0, told.stderr
    assert told.stdout.startswith("CONTRADICTED") and "2025-03-04" in told.stdout
    (held / "claim.txt").write_text(claim)
    assert run("check", "claim.txt", at=held).stdout == told.stdout
    assert run("check", "-", at=held, given=claim.encode()).stdout == told.stdout
    (row,) = (json.loads(r) for r in run("check", claim, "--json", at=held).stdout.splitlines())
    assert row["verdict"] == "contradicted" and row["contradicts"][0]["evidence"]
    nothing = run("check", "The weather was fine.", at=held)
    assert (nothing.returncode, nothing.stdout) == (0, "") and "nothing to check" in nothing.stderr
    assert run("check", "", at=held).returncode == 1


def test_search_finds_words_where_they_stand(held: Path) -> None:
    assert "Reshetnikov" in run("search", "Reshetnikov", at=held).stdout


def test_a_date_can_be_set_and_taken_from_a_table(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(EARLIER)
    assert run("add", "a.txt", at=tmp_path).returncode == 0
    assert run("documents", "--missing", "published", "--json", at=tmp_path).stdout.count("\n") == 1
    assert run("set", "a.txt", "--published", "2024-05-04", at=tmp_path).returncode == 0
    assert run("documents", "--missing", "published", "--json", at=tmp_path).stdout == ""
    assert run("set", "a.txt", "--published", "the other day", at=tmp_path).returncode == 2


def test_a_document_that_is_removed_takes_what_stood_on_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(EARLIER)
    (tmp_path / "b.txt").write_text(LATER)
    assert run("add", "a.txt", at=tmp_path).returncode == 0
    alone = run("export", at=tmp_path).stdout
    assert run("add", "b.txt", at=tmp_path).returncode == 0
    assert run("export", at=tmp_path).stdout != alone
    assert run("remove", "b.txt", at=tmp_path).returncode == 0
    assert run("export", at=tmp_path).stdout == alone


def test_standard_input_is_one_document(tmp_path: Path) -> None:
    added = run("add", "-", "--source", "Coastal Gazette", at=tmp_path, given=EARLIER.encode())
    assert added.returncode == 0, added.stderr
    assert json.loads(run("documents", "--json", at=tmp_path).stdout)["source"] == "Coastal Gazette"


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.txt", b"", "empty"),
        ("junk.txt", bytes(range(256)) * 40, "text"),
        ("word.txt", b"Hello", "word"),
        (
            "french.txt",
            ("Le ministre des affaires étrangères a rencontré son homologue hier soir. " * 8).encode(),
            "fr",
        ),
        ("lines.jsonl", b'{"text": "' + LATER.strip().encode() + b'"}\n{"text": \n', "line 2"),
    ],
)
def test_a_bad_input_is_one_line_and_the_rest_is_read(
    name: str, content: bytes, reason: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(content)
    (tmp_path / "good.txt").write_text(EARLIER)
    added = run("add", name, "good.txt", at=tmp_path)
    assert added.returncode == 1
    named = [line for line in added.stderr.splitlines() if line.startswith("not read: ")]
    assert len(named) == 1, added.stderr
    assert name in named[0]
    assert reason in named[0]
    assert any("good.txt" in line for line in run("documents", "--json", at=tmp_path).stdout.splitlines())
    assert name in run("failures", at=tmp_path).stdout


def test_a_missing_path_is_named(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(EARLIER)
    added = run("add", "nowhere.txt", "good.txt", at=tmp_path)
    assert added.returncode == 1
    assert "nowhere.txt" in added.stderr
    assert "1 new document" in added.stdout


def test_a_folder_without_readable_files_is_named(tmp_path: Path) -> None:
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "a.png").write_bytes(b"\x89PNG")
    added = run("add", "pictures", at=tmp_path)
    assert added.returncode == 1
    assert "pictures" in added.stderr


def test_fifty_megabytes_are_refused_in_one_line(tmp_path: Path) -> None:
    with (tmp_path / "big.txt").open("wb") as big:
        big.truncate(50_000_000)
    added = run("add", "big.txt", at=tmp_path)
    assert added.returncode == 1
    assert len([line for line in added.stderr.splitlines() if "big.txt" in line]) == 1


def test_a_record_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(EARLIER)
    added = run("add", "a.txt", "--record", "no/such/folder/r.db", at=tmp_path)
    assert added.returncode == 1
    assert added.stderr.count("\n") == 1
    assert "no/such/folder" in added.stderr


def test_a_file_that_is_no_record_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.db").write_text("Dear reader, this is a letter and no record at all.")
    asked = run("events", "--record", "letter.db", at=tmp_path)
    assert asked.returncode == 1
    assert asked.stderr.count("\n") == 1
    assert (tmp_path / "letter.db").read_text().startswith("Dear reader")


def test_a_record_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    asked = run("events", at=tmp_path)
    assert asked.returncode == 1
    assert "dragoman add" in asked.stderr
    assert not (tmp_path / "dragoman.db").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ("events", "--from", "yesterday-ish"),
        ("events", "--act", "dance"),
        ("statements", "--certainty", "perhaps"),
        ("disagreements", "--verdict", "angry"),
        ("commitments", "--status", "lost"),
        ("nonsense",),
        ("add",),
        ("export", "--format", "csv"),
    ],
)
def test_wrong_usage_is_status_two(arguments: tuple[str, ...], held: Path) -> None:
    assert run(*arguments, at=held).returncode == 2


def test_an_unknown_id_is_said(held: Path) -> None:
    asked = run("show", "e-0000000000000000", at=held)
    assert asked.returncode == 1
    assert "e-0000000000000000" in asked.stderr


def test_the_demo_answers_three_questions(tmp_path: Path) -> None:
    shown = run("demo", at=tmp_path)
    assert shown.returncode == 0, shown.stderr
    for number in ("1. What happened", "2. What must not", "3. How far"):
        assert number in shown.stdout


def test_a_document_is_known_by_its_path_from_where_the_user_stands(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text(EARLIER)
    assert run("add", "articles", at=tmp_path).returncode == 0
    assert run("set", "articles/a.txt", "--source", "Coastal Gazette", at=tmp_path).returncode == 0
    assert run("remove", "articles/a.txt", at=tmp_path).returncode == 0


def test_a_file_to_check_that_is_not_there_is_no_claim(held: Path) -> None:
    asked = run("check", "draft.txt", at=held)
    assert asked.returncode == 1
    assert "draft.txt" in asked.stderr


def test_the_users_tables_of_outlets_and_office_holders(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(EARLIER, "utf-8")
    (tmp_path / "s.toml").write_text('["Fjord Daily"]\nreliability = "B"\n', "utf-8")
    (tmp_path / "o.csv").write_text("person,office,of,from,to\nRaila Odinga,president,Kenya,2022,\n", "utf-8")
    given = ("--source", "Fjord Daily", "--published", "2024-05-04", "--offices", "o.csv")
    added = run("add", "a.txt", *given, at=tmp_path)
    assert added.returncode == 0, added.stderr
    told = [json.loads(line) for line in run("disagreements", "--json", at=tmp_path).stdout.splitlines()]
    assert [(d["kind"], d["verdict"]) for d in told] == [("title", "contradicts")]
    assert "Fjord Daily" in run("sources", "--profiles", "s.toml", at=tmp_path).stdout
    (source,) = map(json.loads, run("sources", "--json", at=tmp_path).stdout.splitlines())
    assert source["reliability"] == "B"
    (tmp_path / "o.csv").write_text("person,office,of,from\nWilliam Ruto,president,Kenya,2022\n", "utf-8")
    assert run("add", "--offices", "o.csv", at=tmp_path).returncode == 0
    assert run("disagreements", "--json", at=tmp_path).stdout == ""
    refused = run("sources", "--profiles", "o.csv", at=tmp_path)
    assert (refused.returncode, refused.stderr.count("\n")) == (2, 1)
