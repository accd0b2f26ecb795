"""A record becomes files: one module a format, all of them deterministic."""

from dragoman.publish.formats import FORMATS, export

__all__ = ["FORMATS", "export"]
