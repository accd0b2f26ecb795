"""`dragoman serve`: what it refuses at once, and that it serves until it is interrupted."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request

import pytest

from dragoman.record import to_write

COMMAND = [sys.executable, "-c", "from dragoman.cli import main; main()", "serve"]
CLEAN = {k: v for k, v in os.environ.items() if k not in ("DRAGOMAN_PASSWORD", "DRAGOMAN_RECORD")}


def serve(*options, **environment):
    return subprocess.run(
        [*COMMAND, *options],
        capture_output=True,
        text=True,
        env=CLEAN | environment,
        check=False,
        timeout=120,
    )


@pytest.mark.parametrize(
    ("options", "environment", "status", "why"),
    [
        (("--host", "0.0.0.0"), {}, 2, "DRAGOMAN_PASSWORD"),
        (("--host", "0.0.0.0", "--public"), {}, 2, "--read-only"),
        (("--port", "99999"), {}, 2, "no port"),
        ((), {"DRAGOMAN_PASSWORD": " "}, 2, "is empty"),
        ((), {}, 1, "no record here"),
    ],
)
def test_what_cannot_be_served_is_said_in_one_line(tmp_path, options, environment, status, why):
    found = serve("--record", str(tmp_path / "none.db"), *options, **environment)
    assert found.returncode == status
    assert why in found.stderr
    assert len(found.stderr.strip().splitlines()) == 1


def test_a_record_is_served_until_it_is_interrupted(tmp_path):
    where = str(tmp_path / "r.db")
    to_write(where).close()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [*COMMAND, "--record", where, "--port", str(port)]
    server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=CLEAN)
    try:
        assert server.stderr
        told = server.stderr.readline()
        assert f"http://127.0.0.1:{port}/" in told
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/events", timeout=60) as answer:
            assert answer.status == 200
        taken = serve("--record", where, "--port", str(port))
        assert taken.returncode == 2 and "in use" in taken.stderr
        server.send_signal(signal.SIGINT)
        for _ in range(600):
            if server.poll() is not None:
                break
            time.sleep(0.1)
        assert server.returncode == 0
        assert server.stderr.read() == ""
    finally:
        server.kill()
        server.wait()
        if server.stderr:
            server.stderr.close()
