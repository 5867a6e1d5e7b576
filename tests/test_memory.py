"""A build leaves Python's collector as it found it."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from dossier.memory import without_collector


@pytest.fixture(autouse=True)
def _collector() -> Iterator[None]:
    yield
    gc.enable()


def test_the_collector_rests_meanwhile_and_goes_on_afterwards() -> None:
    with without_collector():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_goes_on_after_a_failure() -> None:
    with pytest.raises(ValueError, match="no such card"), without_collector():
        raise ValueError("no such card")
    assert gc.isenabled()


def test_what_was_made_meanwhile_is_not_searched_at_once() -> None:
    gc.collect()
    searched = gc.get_stats()[0]["collections"]
    with without_collector():
        made = [[number] for number in range(20_000)]
    assert gc.get_stats()[0]["collections"] == searched
    assert len(made) == 20_000


def test_whoever_turned_it_off_finds_it_off() -> None:
    gc.disable()
    with without_collector():
        pass
    assert not gc.isenabled()
