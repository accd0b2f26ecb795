"""The page that asks for the password."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LoginPage:
    """The login. `next` is the page to go on to, `wrong` what was wrong with the last try (or empty)."""

    title: str
    next: str
    wrong: str
