"""Fetching over TLS from a server of this machine, whose certificate is made for the test."""

import http.server
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from certificates import Certificate, certificate
from test_fetching import MOST, Pages

from dragoman import pipeline
from dragoman.errors import NotFetched, TooSlow
from dragoman.gathering.fetching import Network, trusted

HOST = "rift.example"


@contextmanager
def serving(made: Certificate, folder: Path) -> Iterator[int]:
    """The port of a server that shows this certificate."""
    (folder / "server.pem").write_text(made.certificate + made.key)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "server.pem")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    server.daemon_threads, server.asked = True, []  # type: ignore[attr-defined]
    server.handle_error = lambda *_: None  # type: ignore[method-assign] # who does not trust it hangs up
    server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()


def network(made: Certificate, *, known: bool = True) -> Network:
    """A network in which this machine is public and, where it is known, the certificate is trusted."""

    def trusts() -> ssl.SSLContext:
        context = trusted()
        if known:
            context.load_verify_locations(cadata=made.certificate)
        return context

    return Network(lambda *_: ("127.0.0.1",), lambda ip, _: ip == "127.0.0.1", 5.0, trusts)


@pytest.fixture(scope="module")
def ours() -> Certificate:
    return certificate([HOST, "www.rift.example"])


@pytest.fixture(scope="module")
def port(ours: Certificate, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    with serving(ours, tmp_path_factory.mktemp("tls")) as port:
        yield port


def test_a_page_comes_over_tls_also_after_a_redirect(ours: Certificate, port: int) -> None:
    for path, end in (("/page", "/page"), ("/once", "/page?utm_source=letter")):
        found = network(ours).fetch(f"https://{HOST}:{port}{path}", MOST)
        assert str(found.address) == f"https://{HOST}:{port}{end}"
        assert b"ministers of Kenya" in found.data


def test_it_is_read_into_a_record_under_its_address(ours: Certificate, port: int) -> None:
    given = pipeline.Given(fetch=network(ours).fetch)
    with pipeline.read([f"https://{HOST}:{port}/plain"], given) as record:
        (document,) = record.documents()
    assert document.url == f"https://{HOST}:{port}/plain"


def test_a_certificate_that_nobody_vouches_for_is_refused(ours: Certificate, port: int) -> None:
    with pytest.raises(NotFetched, match=r"certificate of rift.example cannot be trusted") as told:
        network(ours, known=False).fetch(f"https://{HOST}:{port}/page", MOST)
    assert "\n" not in str(told.value)


def test_a_certificate_for_another_host_is_refused(ours: Certificate, port: int) -> None:
    with pytest.raises(NotFetched, match=r"certificate of other.example cannot be trusted"):
        network(ours).fetch(f"https://other.example:{port}/page", MOST)


def test_a_certificate_whose_time_is_over_is_refused(tmp_path: Path) -> None:
    old = certificate([HOST], until="210101000000Z")
    with (
        serving(old, tmp_path) as port,
        pytest.raises(NotFetched, match=r"cannot be trusted \(certificate has expired\)"),
    ):
        network(old).fetch(f"https://{HOST}:{port}/page", MOST)


def test_a_page_may_not_lead_from_tls_to_a_host_that_is_not_public(ours: Certificate, port: int) -> None:
    with pytest.raises(NotFetched, match="only http and https"):
        network(ours).fetch(f"https://{HOST}:{port}/to-a-file", MOST)
    inside = Network(
        lambda host, _: ("127.0.0.1",) if host == HOST else ("10.0.0.1",),
        lambda ip, _: ip == "127.0.0.1", 5.0, network(ours).trusts,
    )  # fmt: skip
    with pytest.raises(NotFetched, match=r"inside.example is not on the public network"):
        inside.fetch(f"https://{HOST}:{port}/inward", MOST)


def test_encryption_that_is_no_longer_safe_is_not_spoken() -> None:
    context = trusted()
    assert context.minimum_version >= ssl.TLSVersion.TLSv1_2
    assert (context.verify_mode, context.check_hostname) == (ssl.CERT_REQUIRED, True)


def test_a_server_that_drips_over_tls_is_left_in_time(ours: Certificate, port: int) -> None:
    hasty = network(ours)
    with pytest.raises(TooSlow, match="no whole answer"):
        Network(hasty.resolve, hasty.allows, 0.8, hasty.trusts).fetch(f"https://{HOST}:{port}/drip", MOST)


def test_a_server_that_never_ends_its_greeting_is_left_in_time(ours: Certificate) -> None:
    def greet() -> None:
        met, _ = held.accept()
        with met, suppress(OSError):
            met.sendall(bytes.fromhex("1603034000"))  # a record of 16,384 bytes is to come
            for _ in range(100):
                met.sendall(b"\2")
                time.sleep(0.05)

    hasty = network(ours)
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        held.listen()
        threading.Thread(target=greet, daemon=True).start()
        began = time.monotonic()
        with pytest.raises(TooSlow, match="no whole answer"):
            port = held.getsockname()[1]
            Network(hasty.resolve, hasty.allows, 0.5, hasty.trusts).fetch(f"https://{HOST}:{port}/", MOST)
    assert time.monotonic() - began < 3
