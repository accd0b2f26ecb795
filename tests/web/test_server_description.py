"""The description of the server holds: every answer is of a status, type and shape that it names."""

import os

import pytest
import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from dragoman.pages.routes import ROUTES
from dragoman.record import to_write
from dragoman.web.application import application
from dragoman.web.serving import Serving
from sample_record import LATER, MEETING, OTHER, article, fill

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
HERE = {"host": "127.0.0.1:8008"}
EXAMPLES = 60 if os.environ.get("DRAGOMAN_FUZZ") else 5
PLAIN = [r.path for r in ROUTES if "{" not in r.path]


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    path = str(tmp_path_factory.mktemp("described") / "r.db")
    with to_write(path) as made:
        fill(
            made,
            article(MEETING, "one.txt", source="Ob Times", published="2024-05-07"),
            article(LATER, "two.txt", url="https://www.lena.example/a"),
            article(OTHER, "three.txt"),
        )
    return application(Serving(path))


def test_every_answer_is_as_described(served):
    with TestClient(served, base_url="http://127.0.0.1:8008") as client:
        described = schemathesis.openapi.from_dict(client.get("/openapi.json").json())
    described.app = served
    operations = [found.ok() for found in described.get_all_operations()]
    assert len(operations) >= 2 * len(ROUTES)
    for operation in operations:
        _try(operation.as_strategy(), EXAMPLES)


def test_pages_that_are_there_are_as_described(served):
    """What is drawn by chance seldom names what is held: here it does."""
    with TestClient(served, base_url="http://127.0.0.1:8008") as client:
        described = schemathesis.openapi.from_dict(client.get("/openapi.json").json())
        ids = {
            kind: client.get(f"/{kind}s.json").json()["lines"][0]["id"]
            for kind in ("event", "actor", "document", "statement", "quote", "source")
        }
    described.app = served
    for operation in (found.ok() for found in described.get_all_operations()):
        if operation.method.upper() != "GET" or "job" in operation.path:
            continue
        kind = operation.path.split("/")[1]
        parameters = {"id": ids.get(kind, "none"), "a": "state:CHL", "b": "state:PER"}
        wanted = {n: v for n, v in parameters.items() if f"{{{n}}}" in operation.path}
        _try(st.just(operation.Case(path_parameters=wanted)), 1)


def _try(cases, examples):
    @given(case=cases)
    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.explicit, Phase.generate],
    )
    def hold(case):
        case.call_and_validate(checks=CHECKS, headers=HERE)

    hold()
