"""A page's dataclass and its template become HTML. Everything is escaped; a missing variable is an error."""

from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from dragoman.pages.links import Links


def has_asset(name: str) -> bool:
    """Whether a file of the look is there: those that frontend/ builds may be absent."""
    return files("dragoman.pages").joinpath("assets", name).is_file()


@dataclass(frozen=True, slots=True)
class Site:
    """What all pages of one site share.

    `writable` where judgements and additions may be sent, `fetch` where addresses may be read; `token` is
    what a form must send back; `static` is a site of files, which has no forms, lists by query, or JSON.
    `scripted` where the script was built.
    """

    links: Links
    title: str = "Dragoman"
    writable: bool = False
    fetch: bool = False
    token: str | None = None
    static: bool = False
    version: str = version("dragoman")
    scripted: bool = field(default_factory=lambda: has_asset("dragoman.js"))


@dataclass(frozen=True, slots=True)
class Here:
    """Where a page stands: the route's name (for the menu), its own address, and that of its JSON twin."""

    name: str = ""
    path: str = ""
    json: str = ""


def render(template: str, page: Any, site: Site, here: Here | None = None) -> str:
    """The HTML of a page. The template sees `page`, `site`, `links` and `here`, and nothing else."""
    made = _environment().get_template(template)
    return made.render(page=page, site=site, links=site.links, here=here or Here())


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("dragoman.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_seen,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["slug"] = _slug
    environment.filters["counted"] = counted
    environment.filters["sentence"] = sentence
    return environment


_SEEN = (
    {c: 0x2400 + c for c in range(32) if c not in (9, 10)}  # the pictures that Unicode has of them
    | {127: 0x2421}
    | dict.fromkeys([*range(0x80, 0xA0), *range(0xD800, 0xE000), 0x202D, 0x202E, 0xFFFE, 0xFFFF], 0xFFFD)
)


def _seen(value: Any) -> Any:
    """A string whose control characters and overrides of direction are signs that one can see.

    Each is one sign, so that places in a text stay what they are.
    """
    return value.translate(_SEEN) if isinstance(value, str) and not isinstance(value, Markup) else value


def _slug(words: str) -> str:
    """Words as the name of a sign or class: `less precise` is `less-precise`."""
    return words.replace(" ", "-")


def sentence(words: str) -> str:
    """Words with a capital at their beginning.

    >>> sentence("two origins tell it")
    'Two origins tell it'
    """
    return words[:1].upper() + words[1:]


def counted(number: int, noun: str) -> str:
    """A number with its noun, in the right number.

    >>> counted(1, "origin"), counted(1200, "account")
    ('1 origin', '1,200 accounts')
    """
    return f"{number:,} {noun if number == 1 else _plural(noun)}"


def _plural(noun: str) -> str:
    return noun[:-1] + "ies" if noun.endswith("y") and noun[-2] not in "aeo" else noun + "s"
