"""The reference page says what the commands say, and the contract's commands are all there."""

from pathlib import Path

from dragoman.cli.main import dragoman
from dragoman.cli.reference import reference

PAGE = Path(__file__).resolve().parents[2] / "docs" / "commands.md"
ASKED = [
    "add",
    "set",
    "remove",
    "documents",
    "sources",
    "actors",
    "events",
    "statements",
    "quotes",
    "disagreements",
    "comparisons",
    "commitments",
    "naming",
    "missions",
    "agreements",
    "failures",
    "show",
    "search",
    "between",
    "export",
    "demo",
    "evaluate",
]


def test_the_page_is_what_the_commands_say() -> None:
    assert PAGE.read_text(encoding="utf-8") == reference(), "run make docs"


def test_every_command_that_was_asked_for_is_there() -> None:
    assert set(ASKED) <= set(dragoman.commands)


def test_every_option_says_what_it_does() -> None:
    for name, command in dragoman.commands.items():
        for option in command.params:
            assert option.param_type_name == "argument" or getattr(option, "help", None), (name, option.name)
