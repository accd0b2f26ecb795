"""The main text of web pages, as the product reads them: extracted, cleaned, body and headlines kept.

Gathering puts the page's own title before its text. The truth of both sets leaves the title out, and so does
the text that is scored.
"""

import gzip
import re
from base64 import b64decode
from collections.abc import Sequence
from dataclasses import replace

from dragoman.errors import NothingToRead
from dragoman.evaluate.rouge import rouge_lsum_f1
from dragoman.evaluate.texts import document, parser
from dragoman.gathering.pages import Page, read_page
from dragoman.model.readings import Reading
from dragoman.reading.clean import segment
from dragoman.reading.read import read

_OPTIONAL = re.compile(r"^\[(.*)\]$", re.DOTALL)


def main_text(packed: str, what: str) -> str:
    """What the product reads of a page (base64 of gzip of its HTML), paragraphs parted by empty lines."""
    page = _page(packed, what)
    if page is None:
        return ""
    text = page.text
    body = len(page.title) if page.title else 0
    kept = [s for s in segment(text, page.title) if s.kind in ("body", "headline") and s.start >= body]
    return "\n\n".join(text[s.start : s.end].strip() for s in kept)


def best_rouge(paragraphs: Sequence[str], found: str) -> float:
    """ROUGE-LSum F1, those of the optional paragraphs (`[…]`) left out that the text does better without."""
    kept = list(paragraphs)
    best = rouge_lsum_f1(_joined(kept), found)
    for paragraph in [p for p in paragraphs if _OPTIONAL.match(p)]:
        fewer = [p for p in kept if p != paragraph]
        figure = rouge_lsum_f1(_joined(fewer), found)
        if figure > best:
            kept, best = fewer, figure
    return best


def read_whole(packed: str, what: str) -> tuple[str, Reading | None]:
    """A page's text and its reading, as if it had been added to a record; no reading of an empty page."""
    page = _page(packed, what)
    if page is None:
        return "", None
    whole = replace(document(page.text, page.metadata.published), title=page.title)
    return page.text, read(whole, parser())


def _page(packed: str, what: str) -> Page | None:
    markup = gzip.decompress(b64decode(packed)).decode("utf-8", "replace")
    try:
        return read_page(markup, what)
    except NothingToRead:
        return None


def _joined(paragraphs: Sequence[str]) -> str:
    return "\n\n".join(_OPTIONAL.sub(r"\1", p) for p in paragraphs)
