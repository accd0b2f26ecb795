"""The reference of all commands, made from their own help: `python -m dragoman.cli.reference`."""

import inspect
from collections.abc import Iterator

import click

from dragoman.cli.main import dragoman

HEAD = """# Commands

Made from the commands' own help by `make docs`; do not edit by hand.

Results go to standard output, progress and messages to standard error, each message one line. Exit status:
0 done; 1 some inputs could not be read or something failed; 2 wrong usage.
"""


def reference() -> str:
    """The page, in Markdown."""
    return HEAD + "".join(_command(name, dragoman.commands[name]) for name in sorted(dragoman.commands))


def _command(name: str, command: click.Command) -> str:
    arguments = " ".join(
        p.make_metavar(_context(command)) for p in command.params if isinstance(p, click.Argument)
    )
    usage = " ".join(part for part in ("dragoman", name, arguments) if part)
    told = inspect.cleandoc(command.help or "")
    rows = "".join(_options(command))
    table = f"\n| option | what it does |\n| --- | --- |\n{rows}" if rows else ""
    return f"\n## {name}\n\n`{usage}`\n\n{told}\n{table}"


def _context(command: click.Command) -> click.Context:
    return click.Context(command)


def _options(command: click.Command) -> Iterator[str]:
    for option in command.params:
        if isinstance(option, click.Option):
            metavar = (
                "" if option.is_flag else " " + option.make_metavar(_context(command)).replace("|", "\\|")
            )
            default = f" Default: `{option.default}`." if option.show_default else ""
            must = " Required." if option.required else ""
            told = f"{(option.help or '').strip()}{must}{default}"
            yield f"| `{'`, `'.join(option.opts)}{metavar}` | {told} |\n"


if __name__ == "__main__":
    print(reference(), end="")
