"""An address that cannot be taken apart is left out or refused, and stops nothing."""

import json
from pathlib import Path

import pytest

from dragoman import pipeline
from dragoman.errors import UsageError
from dragoman.gathering.tables import described
from dragoman.model.documents import Metadata
from dragoman.record import in_memory

TEXT = (
    "Kenya met Uganda in Eldoret on 3 March 2025. The morning was fine, and the streets were full of people."
)
MALFORMED = ["http://[::1", "http://[bad/x", "http://\u2100.example/"]


@pytest.mark.parametrize("url", MALFORMED)
def test_a_malformed_address_of_a_line_or_page_is_left_out(tmp_path: Path, url: str) -> None:
    line, page, front = tmp_path / "a.jsonl", tmp_path / "b.html", tmp_path / "c.md"
    line.write_text(json.dumps({"text": TEXT, "url": url}), encoding="utf-8")
    head = f'<link rel="canonical" href="{url}"><meta property="og:url" content="{url}"><title>Talks</title>'
    body = f"<p>{TEXT} One.</p><p>{TEXT} Two.</p>"
    page.write_text(
        f"<html><head>{head}</head><body><article>{body}</article></body></html>", encoding="utf-8"
    )
    front.write_text(f"---\nurl: {url}\n---\n{TEXT} Three.\n", encoding="utf-8")
    views = pipeline.read([line, page, front]).views()
    assert [d.url for d in views.documents] == [None, None, None]


@pytest.mark.parametrize("url", MALFORMED)
def test_a_malformed_address_that_somebody_gives_is_refused(tmp_path: Path, url: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert described({"url": url}) == (Metadata(), [f"url {url!r} is no address"])
    with in_memory() as record:
        pipeline.add(record, [path])
        (document,) = record.views().documents
        with pytest.raises(UsageError, match="is no address"):
            record.correct(document.id, Metadata(url=url))
