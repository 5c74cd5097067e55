"""The page of planted faults is about the Cypher as it stands."""

from __future__ import annotations

from queries.catalog import CYPHER
from tests.planted.page import PAGE, caught_before, page
from tests.planted.planting import ROOT, faults


def test_each_fault_can_still_be_planted() -> None:
    """What it changes stands in its file once, and its tests are there."""
    for fault in faults():
        assert (CYPHER / fault.path).read_text(encoding="utf-8").count(fault.find) == 1, fault.file
        assert (ROOT / fault.caught_by).is_file(), fault.caught_by
        assert fault.find != fault.put


def test_the_page_tells_of_every_fault() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(caught_before()), "stale: run python -m tests.planted"
