"""Coverage of relations between states, read into one record: `dragoman.read(["articles/"]).events`."""

from importlib.metadata import version as _version
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dragoman.publish.holding import Holding, open_record, read, reconcile

__all__ = ["Holding", "__version__", "open_record", "read", "reconcile"]
__version__ = _version("dragoman")


def __getattr__(name: str) -> Any:
    """A public name, loaded when it is first asked for, so that `import dragoman` stays quick."""
    if name not in __all__:
        raise AttributeError(f"module 'dragoman' has no attribute {name!r}")
    from dragoman.publish import holding

    return getattr(holding, name)
