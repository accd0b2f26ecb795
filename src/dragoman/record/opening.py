"""A file becomes an engine over a record of our schema, or one clear error.

A record is a SQLite file that bears our application id. Writing takes the write lock at once (`BEGIN
IMMEDIATE`), so that two writers wait for each other instead of failing half-way.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import NullPool, StaticPool

from dragoman.errors import CannotWrite, NewerRecord, NotARecord, RecordError
from dragoman.record.schema import VERSION

APPLICATION = 0x44524147
"""`DRAG`, by which a file of ours is told from any other SQLite file."""

_HEAD = b"SQLite format 3\x00"
_PAGE = 8192  # bytes of a page: a large record is written in a third less time than with half as much
_PATIENCE = 30.0  # seconds to wait for another writer, who may be reconciling


def in_memory() -> Engine:
    """An engine over a new empty record that lasts as long as the engine."""
    engine = create_engine("sqlite://", poolclass=StaticPool)
    _prepare(engine, file=False)
    _bring_up_to_date(engine, "memory")
    return engine


def to_write(where: str) -> Engine:
    """An engine over the record at a path, made where there is none yet.

    Raises CannotWrite, NotARecord, NewerRecord.
    """
    path = _path(where)
    with _looked_at(where):
        if not path.parent.is_dir():
            raise CannotWrite(where, "there is no such folder", "make the folder, or name another --record")
        _must_be_a_file(path, where)
    target = path if path.exists() else path.parent
    if not os.access(target, os.W_OK):
        raise CannotWrite(where, "no permission to write it", "name another path with --record")
    engine = _engine(path, "rwc")
    _bring_up_to_date(engine, where)
    return engine


def to_read(where: str) -> tuple[Engine, bool]:
    """An engine over the record that stands at a path, and whether it may be written.

    Raises RecordError where there is none, NotARecord, NewerRecord.
    """
    path = _path(where)
    with _looked_at(where):
        _must_be_a_file(path, where)
    if not path.exists():
        raise RecordError(where, "there is no record here", f"make one: dragoman add INPUT --record {where}")
    if path.stat().st_size == 0:
        raise NotARecord(where, "the file is empty", f"fill it: dragoman add INPUT --record {where}")
    writable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    engine = _engine(path, "rw") if writable else _only_to_read(path)
    if writable:
        _bring_up_to_date(engine, where)
    else:
        with told(where), engine.connect() as connection:
            found = must_be_ours(connection, where)
        if found != VERSION:
            raise RecordError(
                where, "an earlier version made it, and it may only be read", "copy it and use the copy"
            )
    return engine, writable


@contextmanager
def told(where: str) -> Iterator[None]:
    """Nothing; what the database refuses inside is told as a RecordError of ours."""
    try:
        yield
    except DatabaseError as error:
        raise _as_ours(where, str(error.orig)) from error
    except sqlite3.DatabaseError as error:  # from what is done on every new connection
        raise _as_ours(where, str(error)) from error


@contextmanager
def _looked_at(where: str) -> Iterator[None]:
    """Nothing; what the file system refuses inside is told as an error of ours."""
    try:
        yield
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise CannotWrite(where, why, "name another path with --record") from error


def _as_ours(where: str, message: str) -> RecordError:
    low = message.casefold()
    if "locked" in low or "busy" in low:
        return CannotWrite(where, "another program is writing it", "wait until that ends and try again")
    if "readonly" in low or "read-only" in low:
        return CannotWrite(where, "it may only be read", "copy it to a place where you may write")
    if "full" in low:
        return CannotWrite(where, "no space is left on the disk", "make room and try again")
    if "unable to open" in low or "disk i/o" in low:
        return CannotWrite(
            where, "it cannot be opened", "look whether the disk and its folder may be written"
        )
    if "not a database" in low or "malformed" in low:
        return NotARecord(where, "the file is damaged or no record", "name another path with --record")
    return RecordError(where, f"the database says: {message}", "name another path with --record")


def _path(where: str) -> Path:
    if "://" in where:
        raise RecordError(where, "records on a server are not kept yet", "name a file with --record")
    return Path(where)


def _must_be_a_file(path: Path, where: str) -> None:
    if path.is_dir():
        raise NotARecord(where, "it is a folder", "name a file with --record")
    if not path.exists():
        return
    with path.open("rb") as file:
        head = file.read(len(_HEAD))
    if head and head != _HEAD:
        raise NotARecord(where, "the file is no record", "name another path with --record")


def _engine(path: Path, mode: str) -> Engine:
    address = f"{path.absolute().as_uri()}?mode={mode}"

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(address, uri=True, timeout=_PATIENCE, check_same_thread=False)

    engine = create_engine("sqlite://", creator=connect, poolclass=NullPool)
    _prepare(engine, file="ro" not in mode.partition("&")[0])
    return engine


def _only_to_read(path: Path) -> Engine:
    """An engine over a file that may not be written, nor, it may be, anything beside it."""
    engine = _engine(path, "ro")
    try:
        with engine.connect() as connection:
            _applied(connection)
    except DatabaseError:  # SQLite wants to write beside a file in WAL mode, save where nothing can change
        engine.dispose()
        return _engine(path, "ro&immutable=1")
    return engine


def _prepare(engine: Engine, *, file: bool) -> None:
    @event.listens_for(engine, "connect")
    def connected(connection: Any, _: object) -> None:
        connection.isolation_level = None  # we say BEGIN ourselves, so that tables too stand in transactions
        connection.execute("PRAGMA foreign_keys = ON")
        if file and _is_ours_or_new(connection):
            connection.execute(f"PRAGMA page_size = {_PAGE}")  # of a new file; what stands keeps its own
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")

    @event.listens_for(engine, "begin")
    def begun(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        # what is looked up once needs no disk; an index of millions of keys is sorted there
        connection.exec_driver_sql(f"PRAGMA temp_store = {'FILE' if writes else 'MEMORY'}")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _is_ours_or_new(connection: Any) -> bool:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    return bool(application == APPLICATION or (application == 0 and tables == 0))


def must_be_ours(connection: Connection, where: str) -> str | None:
    """The record's revision, None where it is new. Raises NotARecord, NewerRecord."""
    application, tables = _applied(connection)
    if application != APPLICATION:
        if application == 0 and tables == 0:
            return None
        raise NotARecord(where, "it is another program's database", "name another path with --record")
    found = str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one())
    if found > VERSION:
        raise NewerRecord(
            where, f"a later version of dragoman made it (schema {found}, here {VERSION})", "update dragoman"
        )
    return found


def _applied(connection: Connection) -> tuple[int, int]:
    """Whose file it is, and how many tables and indexes are in it."""
    application = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
    return application, connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()


def _bring_up_to_date(engine: Engine, where: str) -> None:
    with told(where):
        with engine.connect() as connection:
            if must_be_ours(connection, where) == VERSION:
                return
        with engine.execution_options(writes=True).begin() as connection:
            if must_be_ours(connection, where) != VERSION:
                _migrate(connection)


def _migrate(connection: Connection) -> None:
    from alembic import command  # slow to load, and wanted only here
    from alembic.config import Config

    config = Config()
    scripts = str(Path(__file__).parent / "migrations")
    config.set_main_option("script_location", scripts.replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION}")
