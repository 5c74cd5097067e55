"""Totals, limits, errors, plans: what holds for asking any question."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from drawn_zone import Zone

from graph.connection import Database
from graph.errors import DatabaseError, NotFound, WrongQuestion
from graph.text import Text
from queries.ask import ask
from queries.catalog import catalog
from queries.picture import picture
from queries.warming import warm

AT = date(2026, 9, 30)


def test_no_answer_is_cut_silently(zone: Zone) -> None:
    for i in range(5):
        zone.firm(f"f{i}")
    cut = ask(zone.database, "unreached", AT, limit=2)
    assert (cut.shown, cut.total, cut.truncated) == (2, 5, True)
    assert [row["firm"] for row in cut.rows] == ["f0", "f1"]
    drawn = picture(zone.database, cut)
    assert (len(drawn.nodes), drawn.total) == (4, 10)
    whole = ask(zone.database, "unreached", AT, limit=5)
    assert (whole.shown, whole.total, whole.truncated) == (5, 5, False)


def test_an_answer_says_what_it_applied(zone: Zone) -> None:
    answer = ask(zone.database, "uncovered-near-branch", AT, {"radius": "500"})
    assert answer.parameters == {"action": "joint", "radius": 500, "area": "", "room": "any", "per_firm": 3}
    assert {"own_members", "joint_firms", "near_radius", "scope_ownerships"} <= set(answer.rules)
    assert answer.at == AT


def test_a_key_that_does_not_exist_names_what_is_near(zone: Zone) -> None:
    zone.firm("91A", name="岚川晶曜光电有限公司")
    with pytest.raises(NotFound) as caught:
        ask(zone.database, "path-to-officer", AT, {"firm": "晶曜光电"})
    assert "Enterprise:91A" in str(caught.value)
    with pytest.raises(NotFound):
        ask(zone.database, "members-uncovered", AT, {"area": "nowhere"})


@pytest.mark.parametrize("limit", [0, -1])
def test_a_limit_below_one_is_refused(zone: Zone, limit: int) -> None:
    with pytest.raises(WrongQuestion, match="limit"):
        ask(zone.database, "zone-figures", AT, limit=limit)


def test_questions_are_planned_ahead_as_people_ask_them_of_a_firm_and_of_an_area(
    zone: Zone, monkeypatch: pytest.MonkeyPatch
) -> None:
    zone.firm("91A").node("Area", "east")
    asked: list[tuple[str, Any]] = []
    read = Database.read

    def seen(database: Database, query: str, parameters: Any = None, **named: Any) -> Any:
        asked.extend((query, parameters[name]) for name in ("firm", "area") if name in (parameters or {}))
        if query == catalog()["members-uncovered"].answered():
            raise DatabaseError(Text("太久", "too long"))
        return read(database, query, parameters, **named)

    monkeypatch.setattr(Database, "read", seen)
    warm(zone.database, AT)
    assert [value for query, value in asked if query == catalog()["path-to-officer"].answered()] == ["91A"]
    for question in ("members-uncovered", "unreached"):  # the first of them fails and holds up nothing
        assert [value for query, value in asked if query == catalog()[question].answered()] == ["", "east"]
