"""A program that is killed, or stopped by its user: nothing kept is lost, and the next goes on."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dragoman.publish.json import one_line
from dragoman.publish.json import record as exported
from dragoman.record import in_memory, to_read, to_write
from sample_record import READER, article, bring_up_to_date, fill

TEXTS = [f"Chile met Peru in Arica on 2024-05-{day:02d}.\n" * 20 for day in range(1, 29)]
WORKER = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # it may be ignored where the tests were begun
sys.path.insert(0, {tests!r})
from sample_record import article, fill
from dragoman.record import to_write
texts = {texts!r}
print("ready", flush=True)
with to_write({where!r}) as record:
    while True:
        for number, text in enumerate(texts):
            fill(record, article(text, f"{{number}}.txt"))
        for document in record.documents():
            record.remove(document.id)
"""


def test_the_record_is_whole_after_a_kill_at_any_moment(tmp_path):
    kill_after(tmp_path, (0.05, 0.4), signal.SIGKILL)


@pytest.mark.slow
def test_the_record_is_whole_after_many_kills(tmp_path):
    kill_after(tmp_path, [0.1 * step for step in range(15)], signal.SIGKILL)


def test_the_record_is_whole_after_an_interruption_by_the_user(tmp_path):
    kill_after(tmp_path, (0.3,), signal.SIGINT)


def kill_after(folder, moments, how):
    with in_memory() as other:
        expected = one_line(exported(fill(other, *inputs()).views()))
    where = str(folder / "r.db")
    tests = str(Path(__file__).parents[1])
    for moment in moments:
        code = WORKER.format(tests=tests, texts=TEXTS, where=where)
        worker = subprocess.Popen(
            [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        with worker:
            worker.stdout.readline()
            time.sleep(moment)
            worker.send_signal(how)
        if not Path(where).exists() or not Path(where).stat().st_size:
            continue
        with to_read(where) as record:
            bring_up_to_date(record)
            assert record.unread(READER) == ()
            held = len(record.documents())
            assert len(record.views().statements) == 20 * held
    with to_write(where) as record:
        assert one_line(exported(fill(record, *inputs()).views())) == expected


def inputs():
    return [article(text, f"{number}.txt") for number, text in enumerate(TEXTS)]
