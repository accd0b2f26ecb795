"""Fetching from a server of this machine, which a test lets pass for a public one; nothing leaves it."""

import gzip
import socket
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from test_gather import PAGE, TEXT

from dragoman.errors import InputError, NotFetched, NotText, TooLarge, TooSlow
from dragoman.gathering import gather
from dragoman.gathering.fetching import Network, is_public
from dragoman.model.documents import Metadata

MOST = 1_000_000


def dripping(handler):
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    try:
        for _ in range(100):
            handler.wfile.write(b"X-Slow: 1\r\n")
            time.sleep(0.05)
    except OSError:
        pass  # whoever asked has gone


def broken_off(handler):
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 5000\r\n\r\nThe")


def no_http(handler):
    handler.wfile.write(b"220 mail.example ESMTP\r\n")


HTML = {"Content-Type": "text/html; charset=utf-8"}
PAGES = {
    "/page": (200, HTML, PAGE.encode()),
    "/plain": (200, {"Content-Type": "text/plain"}, TEXT.encode()),
    "/cyrillic": (200, {"Content-Type": "text/plain; charset=koi8-r"}, (TEXT + "Нет.").encode("koi8-r")),
    "/packed": (200, HTML | {"Content-Encoding": "gzip"}, gzip.compress(PAGE.encode())),
    "/bomb": (200, HTML | {"Content-Encoding": "gzip"}, gzip.compress(b"a" * 50_000_000)),
    "/half-packed": (200, HTML | {"Content-Encoding": "gzip"}, gzip.compress(PAGE.encode())[:200]),
    "/odd-packing": (200, HTML | {"Content-Encoding": "br"}, b"x"),
    "/picture": (200, {"Content-Type": "image/png"}, b"\x89PNG"),
    "/untold": (200, {}, PAGE.encode()),
    "/large": (200, HTML, b"a" * (MOST + 1)),
    "/said-large": (200, HTML | {"Content-Length": "99999999999"}, b"a"),
    "/lines": (200, {"Content-Type": "application/x-ndjson"}, b'{"text": "%s"}\n' % TEXT.strip().encode()),
    "/once": (302, {"Location": "/page?utm_source=letter"}, b""),
    "/page?utm_source=letter": (200, HTML, PAGE.encode()),
    "/round": (302, {"Location": "/round"}, b""),
    "/inward": (302, {"Location": "http://inside.example/secret"}, b""),
    "/metadata": (302, {"Location": "http://169.254.169.254/latest"}, b""),
    "/to-a-file": (302, {"Location": "file:///etc/passwd"}, b""),
    "/nowhere": (302, {}, b""),
    "/closed": (403, HTML, b"<h1>no</h1>"),
    "/down": (503, HTML, b""),
    "/odd-number": (599, HTML, b""),
    "/drip": dripping,
    "/broken-off": broken_off,
    "/no-http": no_http,
}


class Pages(BaseHTTPRequestHandler):
    """Pages by their path: (status, headers, body), or what a function makes of the handler."""

    pages = PAGES

    def do_GET(self):
        self.server.asked.append((self.headers["Host"], self.path))
        found = self.pages.get(self.path, (404, {}, b"nothing"))
        if callable(found):
            found(self)
            return
        status, headers, body = found
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def server():
    """A server of those pages on this machine."""
    made = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    made.daemon_threads = True
    made.asked = []
    thread = threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield made
    made.shutdown()
    made.server_close()


@pytest.fixture
def at(server):
    """The address of a page there, at a host that is one only here."""
    return lambda path: f"http://rift.example:{server.server_port}{path}"


@pytest.fixture
def network(server):
    """A network in which that server is public, and its other names are not."""
    server.asked.clear()
    hosts = {"rift.example": "127.0.0.1", "inside.example": "127.0.0.2"}

    def resolve(host, port):
        if host[0].isdigit():
            return (host,)
        if host not in hosts:
            raise socket.gaierror(-2, "Name or service not known")
        return (hosts[host],)

    return Network(resolve, lambda ip, port: ip == "127.0.0.1", 5.0)


@pytest.mark.parametrize(
    ("path", "kind", "end"),
    [
        ("/page", ".html", "/page"),
        ("/plain", ".txt", "/plain"),
        ("/untold", ".html", "/untold"),
        ("/lines", ".jsonl", "/lines"),
        ("/packed", ".html", "/packed"),
        ("/once", ".html", "/page?utm_source=letter"),
    ],
)
def test_pages_and_texts_come(network, at, path, kind, end):
    found = network.fetch(at(path), MOST)
    assert (found.kind, str(found.address)) == (kind, at(end))
    assert b"ministers of Kenya" in found.data


@pytest.mark.parametrize(
    ("path", "error", "why"),
    [
        ("/missing", NotFetched, r"answered 404 \(not found\); check"),
        ("/closed", NotFetched, r"answered 403 \(forbidden\); save the page"),
        ("/down", NotFetched, r"answered 503 \(service unavailable\); try again later"),
        ("/odd-number", NotFetched, r"answered 599 \(an unknown answer\)"),
        ("/picture", NotText, "it is image/png"),
        ("/large", TooLarge, "more than 1 MB"),
        ("/said-large", TooLarge, "more than 1 MB"),
        ("/bomb", TooLarge, "more than 1 MB"),
        ("/half-packed", NotFetched, "before the whole page came"),
        ("/broken-off", NotFetched, "before the whole page came"),
        ("/odd-packing", NotFetched, "packed with br"),
        ("/round", NotFetched, "on more than 5 times"),
        ("/inward", NotFetched, "inside.example is not on the public network"),
        ("/metadata", NotFetched, "169.254.169.254 is not on the public network"),
        ("/to-a-file", NotFetched, "only http and https"),
        ("/nowhere", NotFetched, "answered 302"),
        ("/no-http", NotFetched, "no web page"),
    ],
)
def test_each_failure_has_one_clear_line(network, at, path, error, why):
    with pytest.raises(error, match=why) as told:
        network.fetch(at(path), MOST)
    assert "\n" not in str(told.value)


def test_nothing_is_asked_of_a_host_that_is_not_public(network, server, at):
    for address in (at("/inward"), f"http://inside.example:{server.server_port}/page"):
        with pytest.raises(NotFetched):
            network.fetch(address, MOST)
    assert [host for host, _ in server.asked] == [f"rift.example:{server.server_port}"]


def test_a_host_with_one_private_address_among_others_is_refused(server, at):
    mixed = Network(lambda host, port: ("127.0.0.1", "10.0.0.1"), lambda ip, port: ip == "127.0.0.1")
    with pytest.raises(NotFetched, match="public network"):
        mixed.fetch(at("/page"), MOST)


def test_the_connection_goes_to_the_address_that_was_looked_at(server, at):
    answers = iter([("127.0.0.1",), ("127.0.0.9",)])  # a name that changes between two looks
    asked = []

    def allows(ip, port):
        asked.append(ip)
        return ip == "127.0.0.1"

    Network(lambda host, port: next(answers), allows).fetch(at("/page"), MOST)
    assert asked == ["127.0.0.1"]


def test_a_server_that_drips_is_left_in_time(network, at):
    began = time.monotonic()
    with pytest.raises(TooSlow, match="no whole answer"):
        Network(network.resolve, network.allows, 0.5).fetch(at("/drip"), MOST)
    assert time.monotonic() - began < 2


def test_a_resolver_that_hangs_is_left_in_time(at):
    gone = threading.Event()
    with pytest.raises(TooSlow, match="no whole answer"):
        Network(lambda host, port: (gone.wait(5), ())[1], lambda ip, port: True, 0.2).fetch(at("/"), MOST)
    gone.set()


def test_a_host_that_is_not_there_is_said(network):
    with pytest.raises(NotFetched, match="no host gone"):
        network.fetch("http://gone.example/", MOST)


def test_a_port_at_which_nobody_listens_is_said(network):
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        with pytest.raises(NotFetched, match="takes no connection"):
            network.fetch(f"http://rift.example:{held.getsockname()[1]}/", MOST)


def test_no_encryption_is_said(network, at):
    with pytest.raises(NotFetched, match="no encryption"):
        network.fetch(at("/page").replace("http:", "https:"), MOST)


@pytest.mark.parametrize(
    "ip",
    [
        "127.0.0.1", "127.8.9.1", "0.0.0.0", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1",
        "169.254.169.254", "100.64.0.1", "192.0.2.1", "198.18.0.1", "203.0.113.5", "224.0.0.1", "240.0.0.1",
        "255.255.255.255", "::", "::1", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "::127.0.0.1", "fe80::1",
        "fe80::1%eth0", "fec0::1", "fc00::1", "fd12:3456::1", "ff02::1", "2001:db8::1", "2002:7f00:1::",
        "2001:0:7f00:1::",
        "64:ff9b::7f00:1", "64:ff9b::a00:1", "64:ff9b:1::1", "100::1",
    ],
)  # fmt: skip
def test_what_is_not_public_may_not_be_asked(ip):
    assert not is_public(ip, 443)


@pytest.mark.parametrize("ip", ["8.8.8.8", "93.184.215.14", "2606:4700::1111", "64:ff9b::808:808"])
def test_what_is_public_may_be_asked_where_pages_are_served(ip):
    assert is_public(ip, 443)
    assert is_public(ip, 80)
    assert not any(is_public(ip, port) for port in (22, 25, 3306, 5432, 6379, 11211))


def test_names_of_this_machine_are_refused_by_the_real_rule():
    for typed in (
        "http://localhost/",
        "http://127.0.0.1:8008/",
        "http://[::1]/",
        "http://0x7f.1/",
        "http://2130706433/",
    ):
        with pytest.raises(InputError):
            Network().fetch(typed, MOST)


# What gathering makes of it


def test_a_fetched_page_is_read_and_kept_at_its_address(network, at):
    (found,) = gather([at("/once")], fetch=network.fetch)
    assert found.text.startswith("Border post opens\n\nThe ministers")
    assert found.path is None
    assert found.given.source == "Rift Herald"
    assert found.given.url == "https://rift.example/border-post"  # the page says so of its own host


def test_a_fetched_text_is_kept_at_the_address_it_came_from(network, at):
    (found,) = gather([at("/plain")], fetch=network.fetch)
    assert (found.text, found.given.url) == (TEXT, at("/plain"))


def test_what_the_user_says_stands_over_it(network, at):
    given = Metadata(url="https://rift.example/mine", source="Rift")
    (found,) = gather([at("/page")], given, fetch=network.fetch)
    assert (found.given.url, found.given.source) == ("https://rift.example/mine", "Rift")


def test_the_encoding_that_the_server_names_is_believed(network, at):
    (found,) = gather([at("/cyrillic")], fetch=network.fetch)
    assert found.text.endswith("Нет.")
    assert "koi8-r (the server names it)" in found.note


def test_lines_are_documents_without_that_address(network, at):
    (found,) = gather([at("/lines")], fetch=network.fetch)
    assert (found.text, found.path, found.given.url) == (TEXT.strip(), None, None)


def test_an_address_that_fails_is_named_and_the_rest_is_read(network, at, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    failed, found = gather([at("/missing"), tmp_path / "a.txt"], fetch=network.fetch)
    assert str(failed) == f"{at('/missing')}: rift.example answered 404 (not found); check the address"
    assert found.text == TEXT


def test_nothing_is_fetched_where_nothing_may_be(at):
    (failed,) = gather([at("/page")], fetch=None)
    assert "nothing is fetched here" in str(failed)
