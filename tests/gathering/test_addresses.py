"""What is an address, where it leads, and under which form a page is kept."""

import pytest

from dragoman.errors import NotFetched
from dragoman.gathering.addresses import address, canonical, is_address


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("https://news.example", "https://news.example/"),
        ("  HTTP://News.Example:80/A?b=c#d ", "http://news.example/A?b=c"),
        ("https://news.example:8443/a", "https://news.example:8443/a"),
        (
            "https://новости.example/статья",
            "https://xn--b1amnebsh.example/%D1%81%D1%82%D0%B0%D1%82%D1%8C%D1%8F",
        ),
        ("https://news.example/a%20b?q=x y", "https://news.example/a%20b?q=x%20y"),
        ("https://[2606:4700::1]/a", "https://[2606:4700::1]/a"),
    ],
)
def test_an_address_is_asked_for_in_one_form(typed, found):
    assert str(address(typed)) == found


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("ftp://news.example/a", "only http and https"),
        ("file:///etc/passwd", "only http and https"),
        ("gopher://news.example:70/1", "only http and https"),
        ("https://", "names no host"),
        ("https:///a", "names no host"),
        ("https://user:secret@news.example/", "user name or password"),
        ("https://news.example:99999/", "no address"),
        ("https://news.example:x/", "no address"),
        ("https://[::1/", "no address"),
        ("https://news.example/a\r\nHost: other.example", "no address"),
        ("https://news.example/" + "a" * 3000, "no address"),
        ("https://news .example/", "names no host"),
        ("https://" + "a" * 64 + ".example/", "no address"),
    ],
)
def test_what_is_no_address_is_said(typed, why):
    with pytest.raises(NotFetched, match=why):
        address(typed)


@pytest.mark.parametrize(
    ("onward", "found"),
    [
        ("/b", "https://news.example/b"),
        ("//other.example/c", "https://other.example/c"),
        ("http://other.example/c", "http://other.example/c"),
        ("?page=2", "https://news.example/a?page=2"),
    ],
)
def test_a_redirect_leads_on_from_where_it_was(onward, found):
    assert str(address(onward, address("https://news.example/a"))) == found


def test_a_redirect_to_another_kind_of_address_is_refused():
    with pytest.raises(NotFetched, match="only http"):
        address("file:///etc/passwd", address("https://news.example/a"))


@pytest.mark.parametrize(
    ("fetched", "said", "kept"),
    [
        ("https://news.example/a?utm_source=x&id=3", None, "https://news.example/a?id=3"),
        ("https://news.example/a?fbclid=1", None, "https://news.example/a"),
        ("https://news.example/a?b=1%2C2", None, "https://news.example/a?b=1%2C2"),
        ("https://m.news.example/a", "https://www.news.example/story/a", "https://www.news.example/story/a"),
        ("https://news.example/a", "https://honest.example/a", "https://news.example/a"),
        ("https://news.example/a", "javascript:alert(1)", "https://news.example/a"),
    ],
)
def test_a_page_speaks_for_its_own_host_alone(fetched, said, kept):
    assert canonical(address(fetched), said) == kept


def test_paths_are_no_addresses():
    assert not any(map(is_address, ("news.txt", "/news/a.txt", "C:\\news", "-", "https:news", "://x")))
