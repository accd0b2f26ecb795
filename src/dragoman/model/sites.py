"""The site of an address: its host, where it has one."""

from urllib.parse import urlsplit

WRITTEN = "write it as https://news.example/article"
"""What to do about an address that is none."""


def host(url: str | None) -> str | None:
    """The host of an address, in lower case; None where there is none, or the address is malformed.

    >>> host("https://News.Example/a"), host("http://[::1"), host(None)
    ('news.example', None, None)
    """
    try:
        return urlsplit(url).hostname if url else None
    except ValueError:  # brackets that do not close, a sign that stands for others
        return None


def is_malformed(url: str) -> bool:
    """Whether an address cannot be taken apart at all.

    >>> is_malformed("http://[::1"), is_malformed("news.example/a"), is_malformed("https://news.example/a")
    (True, False, False)
    """
    try:
        urlsplit(url)
    except ValueError:
        return True
    return False
