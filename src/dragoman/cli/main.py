"""The group of all commands, and the one place where an error of ours becomes a line and an exit status."""

import sys
from importlib.metadata import version

import click

from dragoman.cli import (
    adding,
    asking,
    checking,
    covering,
    demonstrating,
    evaluating,
    exporting,
    judging,
    listings,
    publishing,
    serving,
)
from dragoman.cli.forms import say
from dragoman.errors import DragomanError, UsageError

FAILED, WRONG_USAGE, INTERRUPTED = 1, 2, 130


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(version("dragoman"), prog_name="dragoman")
def dragoman() -> None:
    """Reads coverage of relations between states into one record in which every value points at its words.

    Start with `dragoman demo`, or with `dragoman add FOLDER` and then `dragoman events`.
    """


_MODULES = (
    adding, judging, listings, asking, covering, checking, exporting, publishing, demonstrating, serving,
    evaluating,
)  # fmt: skip
for module in _MODULES:
    for command in module.COMMANDS:
        dragoman.add_command(command)


def main() -> None:
    """Nothing: runs the command line and exits with 0 (done), 1 (something failed) or 2 (wrong usage)."""
    try:
        status = dragoman(standalone_mode=False)
    except click.ClickException as error:
        if isinstance(error, click.UsageError):
            error.show()
            sys.exit(WRONG_USAGE)
        say(f"dragoman: {error.format_message()}")
        sys.exit(FAILED)
    except UsageError as error:
        say(f"dragoman: {error}")
        sys.exit(WRONG_USAGE)
    except DragomanError as error:
        say(f"dragoman: {error}")
        sys.exit(FAILED)
    except (click.Abort, KeyboardInterrupt):
        say("dragoman: stopped; what was read so far is kept, the same command goes on from there")
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    sys.exit(status if isinstance(status, int) else 0)
