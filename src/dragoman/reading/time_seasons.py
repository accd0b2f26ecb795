"""Whether a season may be the southern one: EDTF counts spring to winter by the northern year."""

import re
from functools import cache

from dragoman.reading.time_shapes import Between, Calendar, Shape
from dragoman.vocabulary.times import times


def unsure(shape: Shape, *around: str) -> bool:
    """Whether a shape tells a season, and the words around it name a land where seasons are other ones."""
    ends = (shape.first, shape.last) if isinstance(shape, Between) else (shape,)
    seasons = any(isinstance(end, Calendar) and end.season is not None for end in ends)
    return seasons and any(_southern().search(text) for text in around)


@cache
def _southern() -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in sorted(times().words["southern"]))
    return re.compile(rf"\b(?:{names})\b", re.IGNORECASE)
