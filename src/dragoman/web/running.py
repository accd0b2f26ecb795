"""The server, run until it is interrupted."""

from collections.abc import Callable
from contextlib import suppress

import uvicorn

from dragoman import pipeline
from dragoman.web.application import application
from dragoman.web.serving import Serving, listen


def run(serving: Serving, say: Callable[[str], None]) -> None:
    """Nothing; `say` is told the address once it is there. Raises RecordError, UsageError."""
    pipeline.ask(serving.record).close()  # whatever is wrong with it is said before anybody comes
    with listen(serving) as socket:
        say(f"{serving.record} is served at {serving.address} (Ctrl-C ends it)")
        config = uvicorn.Config(
            application(serving), log_level="warning", access_log=False, server_header=False,
            timeout_keep_alive=20, timeout_graceful_shutdown=5, limit_concurrency=200,
        )  # fmt: skip
        with suppress(KeyboardInterrupt):  # that is how it ends
            uvicorn.Server(config).run(sockets=[socket])
