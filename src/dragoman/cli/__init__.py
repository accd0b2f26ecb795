"""The command line: one thin function a command."""

from dragoman.cli.main import main

__all__ = ["main"]
