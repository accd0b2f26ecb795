"""How results leave on standard output (tables, JSON Lines) and messages on standard error , a line each."""

import json
import shutil
import sys
import time
from collections.abc import Iterable, Sequence
from typing import Any

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from dragoman.cli.columns import COLUMNS
from dragoman.cli.words import Words
from dragoman.model.plain import plain

UNSTYLED_WIDTH = 160


def say(message: str) -> None:
    """One message, one line, on standard error."""
    click.echo(" ".join(message.split()), err=True)


def lines_of_json(items: Iterable[Any]) -> None:
    """Each item as one line of JSON on standard output, keys sorted."""
    for item in items:
        click.echo(json.dumps(plain(item), ensure_ascii=False, sort_keys=True))


def table(kind: str, items: Sequence[Any], words: Words, title: str | None = None) -> None:
    """The items as a table for people on standard output; a line that says so where there are none."""
    console = Console(width=width(), highlight=False)
    if not items:
        console.print(Text(f"No {kind} match." if title is None else f"{title}: none."))
        return
    made = Table(
        title=title, title_justify="left", box=None, pad_edge=False, show_lines=False, padding=(0, 2, 1, 0)
    )
    for column in COLUMNS[kind]:
        fixed = not column.wide
        made.add_column(
            column.head,
            overflow="fold",
            no_wrap=fixed and column.head == "id",
            ratio=1 if column.wide else None,
        )
    for item in items:
        made.add_row(*(Text(column.render(item, words)) for column in COLUMNS[kind]))
    console.print(made)


def width() -> int:
    """How many characters a line may have: the terminal's, else a fixed number."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else UNSTYLED_WIDTH


class Progress:
    """Tells on standard error how far long work has come.

    On a terminal one line is rewritten; elsewhere a line is written at most every two seconds, and the last.
    """

    def __init__(self, what: str) -> None:
        self._what = what
        self._live = sys.stderr.isatty()
        self._told = 0.0

    def __call__(self, name: str, done: int, total: int) -> None:
        """Says that `done` of `total` are done, the last of them `name` (empty at the end)."""
        now = time.monotonic()
        last = done >= total
        if not last and now - self._told < (0.1 if self._live else 2.0):
            return
        self._told = now
        line = f"{self._what} {done} of {total}" + (f": {name}" if name else "")
        if self._live:
            room = shutil.get_terminal_size().columns - 1
            click.echo("\r" + line[:room].ljust(room), err=True, nl=last)
        else:
            say(line)
