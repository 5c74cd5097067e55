"""Steps written behind the work that makes the next ready: in order, each told once done, none after a failure."""

from __future__ import annotations

from threading import Event

import pytest

from loaders.behind import Behind


def step(work):
    return work(None)


def test_steps_are_taken_in_their_order_and_told_once_done():
    taken, told = [], []
    with Behind(step) as behind:
        for number in range(5):
            behind(lambda tx, n=number: taken.append(n), lambda n=number: told.append((n, list(taken))))
    assert taken == [0, 1, 2, 3, 4]
    assert told == [(n, list(range(n + 1))) for n in range(5)]


def test_the_next_is_made_ready_while_one_is_taken():
    ready = Event()
    with Behind(step) as behind:
        behind(lambda tx: ready.wait(10))
        ready.set()  # would never come to pass if giving a step meant waiting for it
        behind.wait()


def test_what_goes_wrong_comes_out_at_the_next_and_nothing_more_is_taken():
    taken, told = [], []
    behind = Behind(step)
    behind(lambda tx: 1 / 0, lambda: told.append("done"))
    with pytest.raises(ZeroDivisionError):
        behind(lambda tx: taken.append("next"))
    behind.wait()
    assert not taken
    assert not told


def test_what_goes_wrong_in_the_last_comes_out_at_the_end():
    def last() -> None:
        with Behind(step) as behind:
            behind(lambda tx: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        last()
