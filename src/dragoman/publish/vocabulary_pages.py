"""The pages on acts and on certainty: `python -m dragoman.publish.vocabulary_pages DIR`.

What is prose stands in `heads/`, the rest comes from the tables.
"""

import sys
from importlib.resources import files
from pathlib import Path

from dragoman.vocabulary.acts import Frame, acts, frames
from dragoman.vocabulary.cues import Cue, cues
from dragoman.vocabulary.families import frame
from dragoman.vocabulary.plover import changes, coding

_QUADS = {1: "verbal cooperation", 2: "material cooperation", 3: "verbal conflict", 4: "material conflict"}
_MOST = 3  # examples of one act


def acts_page() -> str:
    """The page on acts, in Markdown."""
    rows = "".join(map(_act, acts()))
    head = "| act | family | PLOVER | modes | quad | read as such | left alone |\n" + "| --- " * 7 + "|\n"
    return f"{_head('acts')}{head}{rows}\n## What a status does to a code\n\n{_changes()}"


def certainty_page() -> str:
    """The page on certainty, in Markdown."""
    return _head("certainty") + "".join(map(_cue, cues()))


def _head(name: str) -> str:
    return (files("dragoman.publish") / "heads" / f"{name}.md").read_text(encoding="utf-8")


def _act(act: str) -> str:
    held = [f for f in frames().all if f.act == act]
    coded = coding(act)
    cells = (
        f"`{act}`",
        f"`{frame(act).family}`",
        coded.plover or "",
        ", ".join(coded.modes),
        _QUADS[coded.quad] if coded.quad else "",
        _examples(held, "examples"),
        _examples(held, "counter"),
    )
    return f"| {' | '.join(cells)} |\n"


def _examples(held: list[Frame], field: str) -> str:
    """The first sentence of each frame, at most three."""
    firsts = [getattr(f, field)[0] for f in held if getattr(f, field)]
    return "<br>".join(dict.fromkeys(firsts[:_MOST]))


def _changes() -> str:
    rows = "".join(f"| {status} | {before} | {after} |\n" for status, before, after in changes())
    return f"| status | code of the act | becomes |\n| --- | --- | --- |\n{rows}"


def _cue(cue: Cue) -> str:
    words = ", ".join(cue.words[:8]) + (" …" if len(cue.words) > 8 else "")
    sentence, act, certainty, polarity = cue.examples[0]
    told = f"{sentence} → “{act}” {certainty}{', negated' if polarity == 'negated' else ''}"
    scope = ", ".join(sorted(cue.scope))
    return f"| {cue.name} | {words} | {cue.kind} | {scope} | {cue.effect} | {told} |\n"


def main(folder: Path) -> None:
    """Nothing; writes both pages into a folder."""
    (folder / "acts.md").write_text(acts_page(), encoding="utf-8")
    (folder / "certainty.md").write_text(certainty_page(), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
