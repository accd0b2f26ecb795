"""How well the reader reads: scores against annotated data, and floors they may not fall below."""

from dragoman.evaluate.rows import Row
from dragoman.evaluate.sets import SETS, evaluate

__all__ = ["SETS", "Row", "evaluate"]
