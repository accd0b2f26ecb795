"""Two records that the tests of pages look at: the example coverage, and many accounts of one meeting."""

import pytest
from many_accounts import accounts

from dragoman import pipeline
from dragoman.examples import coverage
from dragoman.record import Record, in_memory


@pytest.fixture(scope="session")
def example() -> Record:
    """The example coverage, read."""
    return pipeline.read([coverage()])


@pytest.fixture(scope="session")
def many() -> Record:
    """Many accounts of one visit, read."""
    record = in_memory()
    for account in accounts():
        assert record.keep(account)
    assert not pipeline.reconcile(record)
    return record
