"""Who said what: what a trace marks as shown is what the graph holds, at every day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.model import model
from loaders.authority import Authority
from loaders.derive import Evidence, FullLoad, derive, stored
from loaders.facts import Facts, Key
from loaders.ledger import Statement
from loaders.sayings import History, histories

FIRM: Key = ("Enterprise", "F")
VISIT: Key = ("Visit", "V")
AUTHORITY = Authority({"a": 60, "b": 50}, {"Enterprise.staff": ("b",)})
BEGIN = date(2026, 1, 1)

days = st.integers(0, 5).map(lambda n: BEGIN + timedelta(days=n))
OTHERS: dict[str, tuple[Key, ...]] = {
    "PART_OF": (("Enterprise", "G"), ("Enterprise", "H")),
    "SUPPLIES": (("Enterprise", "G"), ("Enterprise", "H")),
    "<OF": (("Site", "S"), ("Site", "T")),
    "BY": (("Officer", "O"), ("Officer", "P")),
}
VALUES: dict[str, tuple[Any, ...]] = {
    "industry": ("光电", "建材"),
    "registered_on": ("2020-01", "2021-03-04"),
    "staff": (50, 60),
}


@st.composite
def rows(draw: st.DrawFn, subject: Key, slots: tuple[str, ...]) -> Evidence:
    kind, as_of = draw(st.sampled_from("ab")), draw(days)
    load = f"{kind}-{as_of.day}-{draw(st.integers(1, 2))}"
    statements, nodes = [], {0: subject}
    for slot in draw(st.lists(st.sampled_from(slots), unique=True)):
        if slot in VALUES:
            statements.append(Statement(0, slot, draw(st.sampled_from((*VALUES[slot], None)))))
            continue
        most = 1 if slot == "PART_OF" else 2
        others = draw(st.lists(st.sampled_from(OTHERS[slot]), unique=True, max_size=most))
        for other in others:
            nodes[len(nodes)] = other
            since, length = draw(st.none() | days), draw(st.none() | st.integers(0, 6))
            until = None if length is None else max(since or as_of, as_of) + timedelta(days=length)
            dates = [day and day.isoformat() for day in (since, until)]
            statements.append(Statement(0, slot, to=len(nodes) - 1, since=dates[0], until=dates[1]))
        if not others:
            statements.append(Statement(0, slot))
    return Evidence(load, kind, "z", as_of, AUTHORITY, draw(st.integers(0, 5)) > 0, tuple(statements), nodes)


def unique(said: list[Evidence]) -> list[Evidence]:
    """Rows of one load that contradict each other are rejected before they come here."""
    return list({row.load: row for row in said}.values())


full_loads = st.builds(
    lambda day, kind: FullLoad(f"full-{kind}-{day.day}", kind, "z", day), days, st.sampled_from("ab")
)


def shown(found: list[History], slot: str) -> list[Any]:
    return [s for h in found if h.slot == slot for s in h.sayings if s.standing == "shown"]


def held_values(found: list[History], slot: str, kind: str) -> dict[str, Any]:
    """What is shown of something there is one of: one statement at most says it."""
    said = shown(found, slot)
    assert len(said) <= 1
    return stored(slot, kind, said[0].statement.value) if said else {}


def held_ends(found: list[History], slot: str) -> set[Key]:
    return {s.row.nodes[s.statement.to] for s in shown(found, slot) if s.statement.to is not None}


def ends(facts: Facts, subject: Key, slot: str, at: date) -> set[Key]:
    return {
        edge.source if slot.startswith("<") else edge.target
        for edge, fact in facts.edges.items()
        if edge.name == slot.lstrip("<") and edge.since <= at < fact.until
    }


@settings(deadline=None)
@given(
    st.lists(rows(FIRM, ("industry", "registered_on", "staff", "PART_OF", "SUPPLIES", "<OF")), max_size=6).map(unique),
    st.lists(full_loads, max_size=3),
    days,
)
def test_what_a_trace_shows_is_what_the_graph_holds(said: list[Evidence], full: list[FullLoad], at: date) -> None:
    facts = derive(FIRM, said, full, "", model())
    found = histories(FIRM, said, full, model(), at)
    for name in ("industry", "registered_on"):
        kind = model()["Enterprise"].properties[name].type
        kept = {n: v for n, v in facts.properties.items() if n in (name, f"{name}_precision")}
        assert held_values(found, name, kind) == kept
    record = next((r.properties for r in facts.records.values() if r.since <= at < r.until), {})
    assert held_values(found, "staff", "int") == dict(record)
    for slot in ("PART_OF", "SUPPLIES", "<OF"):
        assert held_ends(found, slot) == ends(facts, FIRM, slot, at)


@settings(deadline=None)
@given(st.lists(rows(VISIT, ("BY",)), max_size=5).map(unique), days)
def test_what_a_trace_shows_of_events_is_what_the_graph_holds(said: list[Evidence], at: date) -> None:
    facts = derive(VISIT, said, [], "", model())
    assert held_ends(histories(VISIT, said, [], model(), at), "BY") == ends(facts, VISIT, "BY", at)


@settings(deadline=None)
@given(st.lists(rows(FIRM, ("industry", "staff", "PART_OF", "<OF")), max_size=6).map(unique), days)
def test_every_statement_of_an_accepted_row_stands_somewhere_once(said: list[Evidence], at: date) -> None:
    told = [id(s.statement) for h in histories(FIRM, said, [], model(), at) for s in h.sayings]
    given_ = [id(s) for row in said if row.accepted for s in row.statements if s.slot in VALUES or s.to is not None]
    assert sorted(set(told) & set(given_)) == sorted(given_)
    assert len(told) == len(set(told))
