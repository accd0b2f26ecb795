"""A small record on disk, and somebody who looks at it."""

import pytest
from fastapi.testclient import TestClient

from dragoman.record import to_write
from dragoman.web.application import application
from dragoman.web.serving import Serving
from sample_record import LATER, MEETING, OTHER, article, fill

AT = "http://127.0.0.1:8008"


@pytest.fixture
def where(tmp_path):
    """The path of a record of four accounts."""
    path = str(tmp_path / "r.db")
    with to_write(path) as made:
        fill(
            made,
            article(MEETING, "one.txt", source="Ob Times", published="2024-05-07", title="Zebras"),
            article(LATER, "two.txt", url="https://www.lena.example/a", published="2024-05-08", title="Ants"),
            article(OTHER, "three.txt", source="Ob Times", title="Élan"),
            article("Afua met Kwesi in Tema on 2023-01-01.\n", "four.txt", source="Lena Post"),
        )
    return path


@pytest.fixture
def visit(where):
    """Makes a client of a server of that record, started with what is given."""
    clients = []

    def begin(base_url=AT, **chosen):
        client = TestClient(
            application(Serving(chosen.pop("record", where), **chosen)),
            base_url=base_url,
            raise_server_exceptions=False,
            follow_redirects=False,
        )
        client.__enter__()
        clients.append(client)
        return client

    yield begin
    for client in clients:
        client.__exit__(None, None, None)


@pytest.fixture
def visitor(visit):
    """A client of a server that was started without options."""
    return visit()


@pytest.fixture
def token():
    """Finds the token that a page gives to this client's forms."""

    def found(client):
        client.get("/nothing")
        house = client.app.state.house
        return house.sessions.token(client.cookies[house.cookie])

    return found
