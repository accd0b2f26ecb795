"""Reading that goes on while pages are served: one job at a time, each in a process of its own."""

import json
import secrets
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from dragoman.errors import CannotWrite, UnknownId
from dragoman.model.documents import Failure, Metadata
from dragoman.model.plain import plain, revive
from dragoman.pages.job import Job
from dragoman.pipeline import Added

MOST_WAITING = 8
MOST_SECONDS = 3600.0
_KEPT = 200  # finished jobs that can still be looked at


@dataclass(frozen=True, slots=True)
class Task:
    """What a job is to read: files in a folder of its own, a pasted text or what stands at an address, with
    what is said of them."""

    record: str
    folder: Path
    inputs: tuple[str, ...] = ()
    text: str | None = None
    metadata: Metadata = field(default_factory=Metadata)
    address: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """What is read, by the names a reader knows."""
        pasted = ("the pasted text",) if self.text is not None else ()
        return (*self.inputs, *pasted, *((self.address,) if self.address else ()))


class Jobs:
    """The jobs of one server."""

    def __init__(self, changed: Callable[[], None]) -> None:
        self._changed = changed
        self._jobs: dict[str, Job] = {}
        self._running: dict[str, subprocess.Popen[str]] = {}
        self._lock, self._turn = threading.Lock(), threading.Lock()
        self._closed = False

    def begin(self, task: Task) -> Job:
        """The job that reads a task, begun or waiting. Raises CannotWrite where too many wait."""
        job = Job(id=f"job-{secrets.token_hex(8)}", names=task.names)
        with self._lock:
            waiting = [j for j in self._jobs.values() if j.state in ("waiting", "reading")]
            if len(waiting) >= MOST_WAITING:
                raise CannotWrite(task.record, f"{len(waiting)} additions are under way", "try again later")
            for old in [i for i, j in self._jobs.items() if j not in waiting][:-_KEPT]:
                del self._jobs[old]
            self._jobs[job.id] = job
        threading.Thread(target=self._run, args=(job.id, task), name=job.id, daemon=True).start()
        return job

    def job(self, id: str) -> Job:
        """A job as it stands. Raises UnknownId."""
        with self._lock:
            found = self._jobs.get(id)
        if found is None:
            raise UnknownId(id, "no addition of this name is known here", "jobs end with the server")
        return found

    def all(self) -> tuple[Job, ...]:
        """All that are known, the newest first."""
        with self._lock:
            return tuple(reversed(self._jobs.values()))

    def close(self) -> None:
        """Nothing; what is under way is stopped. What was read so far is kept."""
        with self._lock:
            self._closed = True
            for process in self._running.values():
                process.kill()

    def _run(self, id: str, task: Task) -> None:
        try:
            with self._turn:
                self._tell(id, state="reading")
                self._read(id, task)
        finally:
            shutil.rmtree(task.folder, ignore_errors=True)
            self._changed()

    def _read(self, id: str, task: Task) -> None:
        process = subprocess.Popen(
            [sys.executable, "-m", "dragoman.web.worker"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        )  # fmt: skip
        with self._lock:
            self._running[id] = process
            if self._closed:
                process.kill()
        alarm = threading.Timer(MOST_SECONDS, process.kill)
        alarm.start()
        try:
            assert process.stdin and process.stdout
            where = task.record if "://" in task.record else str(Path(task.record).absolute())
            said = {"record": where, "folder": str(task.folder), "inputs": task.inputs, "text": task.text}
            said |= {"address": task.address, "metadata": plain(task.metadata)}
            try:
                json.dump(said, process.stdin)
                process.stdin.close()
            except BrokenPipeError:
                pass  # it ended already: what it said last tells why
            for line in process.stdout:
                self._hear(id, json.loads(line))
        finally:
            alarm.cancel()
            process.kill()
            process.wait()
            if process.stdout:
                process.stdout.close()
            with self._lock:
                del self._running[id]
        if self.job(id).state == "reading":
            why = "reading was stopped before its end"
            self._tell(id, state="failed", why=why, do="what was read so far is kept; add the rest again")

    def _hear(self, id: str, said: dict[str, Any]) -> None:
        if progress := said.get("progress"):
            self._tell(id, name=progress["name"], done=progress["done"], total=progress["total"])
        elif error := said.get("error"):
            self._tell(id, state="failed", why=f"{error['what']}: {error['why']}", do=error["do"])
        elif found := said.get("added"):
            failures = tuple(revive(Failure, f) for f in found.pop("failures"))
            notes = tuple(found.pop("notes"))
            self._tell(id, state="done", added=Added(**found, failures=failures, notes=notes))

    def _tell(self, id: str, **changes: Any) -> None:
        with self._lock:
            self._jobs[id] = replace(self._jobs[id], **changes)
