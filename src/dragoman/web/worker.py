"""What reads an upload, in a process of its own: `python -m dragoman.web.worker`, the task on standard input.

A process, because only the main thread of one can stop a document that takes too long, and because reading
would hold up the pages. It writes what it does as lines of JSON: `progress`, and at the end `added` or
`error`.
"""

import io
import json
import os
import sys
from typing import Any, TextIO

from dragoman import pipeline
from dragoman import record as kept
from dragoman.errors import DragomanError
from dragoman.gathering.fetching import PUBLIC, Network
from dragoman.model.documents import Metadata
from dragoman.model.plain import plain, revive


def work(task: dict[str, Any], out: TextIO, network: Network = PUBLIC) -> None:
    """Nothing; the task's inputs are read into its record, and told on the way.

    `record` is a path, `inputs` are names in `folder`, `text` a pasted text (or null), `address` one to fetch
    (or null), `metadata` what is said of them. Nothing is fetched but that address.
    """

    def tell(**said: Any) -> None:
        out.write(json.dumps(said) + "\n")
        out.flush()

    def progress(name: str, done: int, total: int) -> None:
        tell(progress={"name": name, "done": done, "total": total})

    address = task["address"]
    if address:
        tell(progress={"name": f"fetching {address}", "done": 0, "total": 1})
    given = pipeline.Given(
        metadata=revive(Metadata, task["metadata"]),
        fetch=network.fetch if address else None,
        stdin=io.BytesIO(task["text"].encode("utf-8", "replace")) if task["text"] is not None else None,
    )
    inputs = [*task["inputs"], *(["-"] if task["text"] is not None else []), *([address] if address else [])]
    os.chdir(task["folder"])  # so that a file is known by its name
    try:
        with kept.to_write(task["record"]) as record:
            added = pipeline.add(record, inputs, given, progress=progress)
    except DragomanError as error:
        tell(error={"what": error.what, "why": error.why, "do": error.do})
    else:
        tell(added=plain(added))


if __name__ == "__main__":
    work(json.load(sys.stdin), sys.stdout)
