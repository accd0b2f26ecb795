"""Files that are no record, cannot be written, or come from a later version."""

import json
import os
import sqlite3
import threading

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from dragoman.errors import CannotWrite, NewerRecord, NotARecord, RecordError
from dragoman.model.views import Coverage, Views
from dragoman.record import Filters, opening, schema, to_read, to_write
from sample_record import OTHER, article, fill, reconcile


def test_a_record_is_made_on_writing_and_not_on_reading(tmp_path):
    where = tmp_path / "r.db"
    with pytest.raises(RecordError, match="dragoman add"):
        to_read(str(where))
    assert not where.exists()
    to_write(str(where)).close()
    with to_read(str(where)) as record:
        assert not record.stale


def test_the_migrations_make_what_the_schema_says():
    engine = opening.in_memory()
    ours = {
        "include_object": lambda thing, name, kind, *_: not (kind == "table" and name.startswith("found"))
    }
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts=ours)
        assert compare_metadata(context, schema.metadata) == []
        found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one()
    assert found == schema.VERSION
    engine.dispose()


def test_the_file_is_in_wal_mode_and_minds_foreign_keys(tmp_path):
    engine = opening.to_write(str(tmp_path / "r.db"))
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar_one() == "wal"
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar_one() == 1


def test_a_file_that_is_no_database_is_no_record(tmp_path):
    where = tmp_path / "notes.txt"
    where.write_text("these are notes, more than sixteen bytes of them")
    for opens in (to_read, to_write):
        with pytest.raises(NotARecord):
            opens(str(where))
    assert where.read_text().startswith("these are notes")


def test_another_programs_database_is_left_alone(tmp_path):
    where = tmp_path / "other.db"
    with sqlite3.connect(where) as other:
        other.execute("CREATE TABLE sightings (id)")
    other.close()
    before = where.read_bytes()
    for opens in (to_read, to_write):
        with pytest.raises(NotARecord, match="another program"):
            opens(str(where))
    assert where.read_bytes() == before


def test_a_folder_is_no_record(tmp_path):
    for opens in (to_read, to_write):
        with pytest.raises(NotARecord, match="folder"):
            opens(str(tmp_path))


def test_an_empty_file_is_filled_on_writing(tmp_path):
    where = tmp_path / "r.db"
    where.touch()
    with pytest.raises(NotARecord, match="empty"):
        to_read(str(where))
    to_write(str(where)).close()
    to_read(str(where)).close()


def test_a_damaged_record_is_said_to_be_damaged(tmp_path):
    where = tmp_path / "r.db"
    where.write_bytes(b"SQLite format 3\x00" + b"\xff" * 5000)
    with pytest.raises(NotARecord, match="damaged"):
        to_read(str(where))


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(CannotWrite, match="no such folder"):
        to_write(str(tmp_path / "nowhere" / "r.db"))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_permission_is_told_and_reading_goes_on(tmp_path):
    where = tmp_path / "r.db"
    with to_write(str(where)) as record:
        fill(record, article(OTHER, "a"))
    where.chmod(0o400)
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(CannotWrite, match="permission"):
            to_write(str(where))
        with to_read(str(where)) as record:
            assert len(record.documents()) == 1
    finally:
        tmp_path.chmod(0o700)


def test_a_newer_record_is_refused_and_kept(tmp_path):
    where = tmp_path / "r.db"
    to_write(str(where)).close()
    with sqlite3.connect(where) as direct:
        direct.execute("UPDATE alembic_version SET version_num = '9999'")
    direct.close()
    for opens in (to_read, to_write):
        with pytest.raises(NewerRecord, match="update dragoman"):
            opens(str(where))
    with sqlite3.connect(where) as direct:
        assert direct.execute("SELECT version_num FROM alembic_version").fetchone() == ("9999",)
    direct.close()


def test_a_locked_record_is_said_to_be_locked(tmp_path, monkeypatch):
    monkeypatch.setattr(opening, "_PATIENCE", 0.05)
    where = str(tmp_path / "r.db")
    with to_write(where) as record:
        other = sqlite3.connect(where, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(CannotWrite, match="another program"):
            record.keep(article(OTHER, "a"))
        other.rollback()
        other.close()
        assert record.keep(article(OTHER, "a"))


def test_two_writers_wait_for_each_other(tmp_path):
    where = str(tmp_path / "r.db")
    to_write(where).close()

    def write(name):
        with to_write(where) as record:
            for number in range(10):
                record.keep(article(f"{OTHER} {name} {number}", f"{name}{number}"))

    threads = [threading.Thread(target=write, args=(name,)) for name in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with to_write(where) as record:
        fill(record)
        assert len(record.documents()) == 20


def test_odd_paths_are_paths(tmp_path):
    folder = tmp_path / "a b%20c#?"
    folder.mkdir()
    to_write(str(folder / "r?.db")).close()
    assert (folder / "r?.db").exists()


def test_a_server_is_not_yet_a_record():
    with pytest.raises(RecordError, match="server"):
        to_read("postgresql://somewhere/record")


@pytest.mark.parametrize(
    ("message", "error", "words"),
    [
        ("database is locked", CannotWrite, "another program"),
        ("attempt to write a readonly database", CannotWrite, "only be read"),
        ("database or disk is full", CannotWrite, "no space"),
        ("unable to open database file", CannotWrite, "cannot be opened"),
        ("database disk image is malformed", NotARecord, "damaged"),
        ("something new", RecordError, "something new"),
    ],
)
def test_what_the_database_refuses_is_told_in_our_words(tmp_path, message, error, words):
    with pytest.raises(error, match=words), opening.told("r.db"):
        raise sqlite3.OperationalError(message)


def test_reading_goes_on_while_another_writes(tmp_path):
    where = str(tmp_path / "r.db")
    with to_write(where) as record:
        fill(record, article(OTHER, "a"))
        other = sqlite3.connect(where, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        other.execute("DELETE FROM view_keys")
        with to_read(where) as reader:
            assert len(reader.listing("events", Filters(actor="Ghana")).items) == 1
        other.rollback()
        other.close()


def with_coverage_among_rows(file):
    """Nothing; the tables are those of the time before coverage had its own."""
    told = file.execute("SELECT event, source, state FROM coverage").fetchall()
    for place, (event, source, state) in enumerate(told, start=1):
        key = f"{event}\x1f{source}"
        payload = json.dumps({"event": event, "source": source, "state": schema.STATES[state]})
        row = ("coverage", place, key, "", key, payload)
        columns = "kind, position, key, stamp, sort, payload"
        file.execute(f"INSERT INTO view_rows ({columns}) VALUES (?, ?, ?, ?, ?, ?)", row)
        about = (schema.KINDS.index("coverage"), place, schema.NAMES.index("about"), event, "")
        file.execute("INSERT INTO view_keys VALUES (?, ?, ?, ?, ?)", about)
    file.execute("DROP TABLE coverage")


TOLD = (
    Coverage("e-1", "Lena Post", "reports"),
    Coverage("e-1", "Ob Times", "leaves out"),
    Coverage("e-2", "Ob Times", "not held"),
)


def test_the_coverage_of_an_earlier_version_is_carried_over(tmp_path):
    where = str(tmp_path / "r.db")
    with to_write(where) as record:
        fill(record, article(OTHER, "one.txt"))
        record.compute(lambda *_: Views(coverage=TOLD))
    tables = counted(where)
    with sqlite3.connect(where) as file:
        with_coverage_among_rows(file)
        file.execute("UPDATE alembic_version SET version_num = '0006'")
    file.close()
    with to_read(where) as record:
        assert not record.stale
        assert record.listing("coverage").items == TOLD
    assert counted(where) == tables


def counted(where):
    """How many rows each table of views has."""
    with sqlite3.connect(where) as file:
        tables = ("view_rows", "view_keys", "coverage")
        found = {t: file.execute(f"SELECT count(*) FROM {t}").fetchone() for t in tables}
    file.close()
    return found


def with_words(file):
    """Nothing; the tables are those of the time before keys had numbers for kinds and names."""
    with_coverage_among_rows(file)
    for table in ("kept", "waiting"):
        file.execute(f"DROP TABLE {table}")
    keys = file.execute("SELECT kind, position, name, value, via FROM view_keys").fetchall()
    file.execute("DROP TABLE view_keys")
    file.execute("CREATE TABLE view_keys (kind TEXT, position INTEGER, name TEXT, value TEXT, via TEXT)")
    file.execute("CREATE INDEX view_keys_by_value ON view_keys (name, value)")
    told = [(schema.KINDS[k], place, schema.NAMES[n], value, via) for k, place, n, value, via in keys]
    file.executemany("INSERT INTO view_keys VALUES (?, ?, ?, ?, ?)", told)


def test_the_keys_of_an_earlier_version_are_found_at_once(tmp_path):
    where = str(tmp_path / "r.db")
    with to_write(where) as record:
        fill(record, article(OTHER, "one.txt"))
        before = record.listing("events", Filters(actor="Ghana"))
    with sqlite3.connect(where) as file:
        with_words(file)
        file.execute("UPDATE alembic_version SET version_num = '0004'")
    file.close()
    with to_read(where) as record:
        assert not record.stale
        assert before.items and record.listing("events", Filters(actor="Ghana")) == before


def test_a_record_of_the_first_version_is_brought_up_to_date(tmp_path):
    where = str(tmp_path / "r.db")
    with to_write(where) as record:
        fill(record, article(OTHER, "one.txt"))
        before, views, hits = record.listing("events"), record.views(), record.search("Ghana")
    with sqlite3.connect(where) as file:
        for index in ("key", "sort", "date", "name", "amount"):
            file.execute(f"DROP INDEX view_rows_by_{index}")
        file.execute("DROP INDEX members_by_place")
        with_words(file)
        for column in ("key", "stamp", "name", "amount"):
            file.execute(f"ALTER TABLE view_rows DROP COLUMN {column}")
        file.execute("UPDATE alembic_version SET version_num = '0001'")
    file.close()
    with to_read(where) as record:
        assert record.stale
        assert record.listing("events") == before
        record.compute(reconcile)
        assert (record.views(), record.search("Ghana")) == (views, hits)
