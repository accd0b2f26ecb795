"""The command that shows a record in a browser."""

import os
from typing import Any

import click

from dragoman.cli import options
from dragoman.cli.forms import say

PASSWORD = "DRAGOMAN_PASSWORD"


@click.command()
@options.record
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    metavar="ADDRESS",
    help="Where to listen. Elsewhere than on this machine alone it needs a password (DRAGOMAN_PASSWORD) or "
    "--read-only --public.",
)
@click.option(
    "--port", default=8008, show_default=True, type=int, metavar="NUMBER", help="The port to listen on."
)
@click.option("--read-only", is_flag=True, help="No judgements and no additions.")
@click.option("--public", is_flag=True, help="Anybody may read, without a password.")
@click.option(
    "--allow-fetch", "fetch", is_flag=True, help="Whoever adds may name an address, which is then fetched."
)
def serve(record: str, host: str, port: int, read_only: bool, public: bool, fetch: bool) -> None:
    """Shows a record in the browser: pages on every event, actor and account, search, judgements, additions.

    Every page has a JSON twin; /openapi.json describes them all.
    """
    run(record, host=host, port=port, read_only=read_only, public=public, fetch=fetch)


def run(record: str, **chosen: Any) -> None:
    """Nothing; a record is served until it is interrupted. Raises UsageError, RecordError."""
    from dragoman.web import running  # FastAPI takes half a second to load, and is wanted only here
    from dragoman.web.serving import Serving

    running.run(Serving(record, password=os.environ.get(PASSWORD), **chosen), say)


COMMANDS = (serve,)
