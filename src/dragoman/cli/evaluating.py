"""The command that scores the reader against annotated data."""

from collections.abc import Sequence
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from dragoman.cli import options
from dragoman.cli.forms import Progress, lines_of_json, say, width
from dragoman.errors import UsageError
from dragoman.evaluate import SETS, Row
from dragoman.evaluate import evaluate as score
from dragoman.evaluate.floors import kept, raised, write


@click.command()
@click.argument("sets", nargs=-1, metavar="[SET…]")
@click.option(
    "--data",
    required=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="DIR",
    help="The folder with the annotated data.",
)
@click.option("--split", default="dev", show_default=True, help="Which file of each set: SPLIT.jsonl.")
@click.option(
    "--raise-floors", "raise_floors", is_flag=True, help="Raise the floors to what is measured now."
)
@options.as_json
def evaluate(sets: tuple[str, ...], data: Path, split: str, raise_floors: bool, as_json: bool) -> int:
    """Scores the reader against annotated data; exits with 1 where a figure is below its floor."""
    if raise_floors and split != "dev":
        raise UsageError(
            split, "floors are kept for the dev files only", "leave out --split or --raise-floors"
        )
    rows = score(sets, data, split, Progress("sets scored:"))
    if as_json:
        lines_of_json(rows)
    else:
        made = Table(box=None, pad_edge=False)
        for head in ("set", "measure", "figure", "floor", "peer", "records"):
            made.add_column(head)
        for row in rows:
            least = "" if row.floor is None else f"{row.floor:g}"
            made.add_row(row.set, row.measure, f"{row.figure:g}", least, row.peer or "", str(row.records))
        Console(width=width(), highlight=False).print(made)
    fallen = [row for row in rows if row.fallen]
    for row in fallen:
        say(f"{row.set} {row.measure}: {row.figure:g} is worse than its floor of {row.floor:g}")
    if raise_floors:
        say(f"floors written to {write(raised(kept(), _measured(rows)))}")
    return 1 if fallen else 0


def _measured(rows: Sequence[Row]) -> list[tuple[str, str, float, str]]:
    return [(r.set, r.measure, r.figure, r.data) for r in rows if r.data]


evaluate.help = f"{evaluate.help}\n\nSets: {', '.join(SETS)}."
COMMANDS = (evaluate,)
