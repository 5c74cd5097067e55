"""Verdicts: broken, kept, not to be told, not spoken of; since when; what would repair it; and the zone's own rules."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from drawn_zone import BEGIN, Zone

from graph.connection import Database
from graph.errors import NotFound, SettingsError, WrongQuestion
from graph.settings import Settings
from queries.absence import ended, why_empty
from queries.ask import ask
from queries.beginning import beginning
from queries.evidence import reason
from queries.results import OPEN, Ref
from queries.verdicts import Verdict, verdicts

AT = date(2026, 9, 30)


def verdict(zone: Zone, question: str, ref: Ref, at: date = AT) -> Verdict:
    return next(v for v in verdicts(zone.database, ref, at) if v.question == question)


def firm(key: str) -> Ref:
    return Ref("Enterprise", key)


def test_a_rule_is_broken_kept_not_spoken_of_or_cannot_be_told(zone: Zone) -> None:
    zone.holding().firm("uncovered").members("uncovered", "holding", formal=2)
    zone.firm("covered").branch("b", "covered").members("covered", "b", formal=2)
    zone.firm("closed", state="stopped").firm("unsurveyed", state=None)
    zone.firm("state-owned", ownership="state")
    found = {key: verdict(zone, "members-uncovered", firm(key)) for key in ("uncovered", "covered", "closed")}
    assert {key: v.state for key, v in found.items()} == {"uncovered": "fails", "covered": "holds", "closed": "outside"}
    assert verdict(zone, "members-uncovered", firm("state-owned")).state == "outside"
    unknown = verdict(zone, "members-uncovered", firm("unsurveyed"))
    assert (unknown.state, [fact.zh for fact in unknown.missing]) == ("unknown", ["经营状态"])


@pytest.mark.parametrize(("formal", "told"), [(2, "再转入 1 名正式党员"), (1, "再转入 2 名"), (3, "可单独建支部")])
def test_the_repair_is_filled_in(zone: Zone, formal: int, told: str) -> None:
    zone.holding().firm("a").members("a", "holding", formal=formal)
    found = verdict(zone, "members-uncovered", firm("a"))
    assert found.repair and told in found.repair.zh
    assert ("转入" in found.repair.zh) == (formal < 3)


def test_at_three_inside_a_joint_branch_is_a_proposal_and_no_fault(zone: Zone) -> None:
    zone.firm("a").firm("b").branch("joint", "a", "b").members("a", "joint", formal=3)
    found = verdict(zone, "qualified-unbuilt", firm("a"))
    assert (found.state, found.row is not None) == ("holds", True)
    assert found.repair and "转出单独建支部" in found.repair.zh


def test_a_fault_began_on_the_day_the_last_branch_left(zone: Zone) -> None:
    left = date(2026, 7, 3)
    zone.holding().firm("a").members("a", "holding", formal=1).branch("b", "a", span=(BEGIN, left))
    assert beginning(zone.database, "members-uncovered", firm("a"), AT).since == left


def test_what_flips_is_told_from_its_last_break_alone(zone: Zone) -> None:
    zone.holding().firm("a").members("a", "holding", formal=1)
    zone.branch("b", "a", span=(BEGIN, date(2026, 3, 1)))
    zone.edge("b", "COVERS", "a", (date(2026, 5, 1), date(2026, 8, 1)))
    assert beginning(zone.database, "members-uncovered", firm("a"), AT).since == date(2026, 8, 1)
    assert beginning(zone.database, "members-uncovered", firm("a"), date(2026, 4, 9)).since == date(2026, 3, 1)


def test_a_fault_as_old_as_the_data_and_a_search_cut_short_say_so(zone: Zone) -> None:
    zone.holding().firm("a").members("a", "holding", formal=1)
    found = beginning(zone.database, "members-uncovered", firm("a"), AT)
    assert (found.since, found.cut) == (BEGIN, False)
    for month in range(2, 9):
        zone.node("Officer", f"o{month}").edge(f"o{month}", "CONTACTS", "a", (date(2026, month, 1), OPEN))
    cut = beginning(zone.database, "members-uncovered", firm("a"), AT, tries=3)
    assert (cut.since, cut.earlier, cut.cut) == (date(2026, 6, 1), True, True)


def test_the_path_leads_from_the_node_over_what_the_verdict_rests_on(zone: Zone) -> None:
    zone.holding().firm("a").members("a", "holding", formal=2)
    found = reason(zone.database, firm("a"), verdict(zone, "members-uncovered", firm("a")), AT)
    assert {(e.source.type, e.name, e.target.id) for e in found.path.edges} == {
        ("Member", "WORKS_AT", "Enterprise:a"),
        ("Member", "BELONGS_TO", "Branch:holding"),
    }
    assert (found.total, found.facts) == (4, ("operating_state", "ownership"))


def with_rules(zone: Zone, engine: Settings, file: Path, text: str) -> Database:
    file.write_text(text, encoding="utf-8")
    assert zone.database
    return Database.open(engine.model_copy(update={"rules": file}))


def test_the_zones_own_value_decides_from_its_day_and_the_answer_says_so(
    zone: Zone, engine: Settings, tmp_path: Path
) -> None:
    for i in range(6):
        zone.firm(f"f{i}")
    zone.branch("six", *[f"f{i}" for i in range(6)])
    text = "joint_firms: {value: 10, reason: 合肥口径, since: 2026-06-01}\n"
    with with_rules(zone, engine, tmp_path / "rules.yaml", text) as own:
        states = {}
        for day in (date(2026, 5, 31), date(2026, 6, 1)):
            answer = ask(own, "joint-branch-load", day, {"least": "below"})
            (rule,) = [rule for rule in answer.applied if rule.id == "joint_firms"]
            states[day.month] = (answer.rows[0]["state"], rule.value, rule.own, rule.reason)
        assert states == {5: ("over", 5, False, ""), 6: ("below", 10, True, "合肥口径")}
        assert beginning(own, "joint-branch-load", Ref("Branch", "six"), date(2026, 5, 31)).since == BEGIN


def test_a_default_follows_the_zones_own_value(zone: Zone, engine: Settings, tmp_path: Path) -> None:
    with with_rules(zone, engine, tmp_path / "rules.yaml", "near_radius: {value: 500, reason: 小}\n") as own:
        assert ask(own, "uncovered-near-branch", AT).parameters["radius"] == 500
        assert ask(own, "uncovered-near-branch", AT, {"radius": 1000}).parameters["radius"] == 1000


def test_own_values_that_cannot_be_used_refuse_every_question(zone: Zone, engine: Settings, tmp_path: Path) -> None:
    with (
        with_rules(zone, engine, tmp_path / "rules.yaml", "joint_firms: {value: 10}\n") as own,
        pytest.raises(SettingsError, match="required"),
    ):
        ask(own, "zone-figures", AT)


def test_policies_back_a_rule_while_they_are_in_force(zone: Zone) -> None:
    zone.node("Rule", "joint_firms").node("Policy", "p", title="办法", number="1号")
    zone.edge("p", "BACKS", "joint_firms", (BEGIN, date(2026, 6, 1)))

    def backing(at: date) -> list[str]:
        applied = ask(zone.database, "joint-branch-load", at).applied
        return [p.title for rule in applied if rule.id == "joint_firms" for p in rule.policies]

    assert [backing(day) for day in (date(2025, 12, 31), BEGIN, date(2026, 5, 31), date(2026, 6, 1))] == [
        [],
        ["办法"],
        ["办法"],
        [],
    ]


def test_an_answer_without_rows_says_why(zone: Zone) -> None:
    empty = why_empty(zone.database, ask(zone.database, "unreached", AT))
    assert empty and "还没有台账" in empty.zh
    zone.firm("a").branch("b", "a")
    fine = ask(zone.database, "unreached", AT)
    assert fine.total == 0 and why_empty(zone.database, fine) is None
    load = "CREATE (:Load {key: 'l', as_of: date('2026-04-30')})"
    zone.database.write(lambda transaction: transaction.run(load).consume())
    early = why_empty(zone.database, ask(zone.database, "unreached", date(2026, 4, 29)))
    assert early and "最早的数据是 2026-04-30" in early.zh
    assert why_empty(zone.database, ask(zone.database, "unreached", date(2026, 4, 30))) is None


def test_what_has_ended_says_when_and_how(zone: Zone) -> None:
    gone = date(2026, 7, 1)
    zone.firm("a", span=(BEGIN, gone)).record("SurveyRecord", "a", (gone, OPEN), operating_state="cancelled")
    zone.branch("b", "a", dissolved_on=gone)
    for ref, told in ((Ref("Branch", "b"), "已于 2026-07-01 撤销"), (firm("a"), "自 2026-07-01 的台账起已注销")):
        assert ended(zone.database, ref, date(2026, 6, 30)) is None
        found = ended(zone.database, ref, gone)
        assert found and told in found.zh
    answer = ask(zone.database, "path-to-officer", AT, {"firm": "a"})
    told_why = why_empty(zone.database, answer)
    assert told_why and "注销" in told_why.zh


def test_wrong_use_is_told_with_what_is_right(zone: Zone) -> None:
    zone.firm("a")
    for id_, settings, told in (
        ("unreach", {}, "unreached"),
        ("unreached", {"arae": "x"}, "area"),
        ("uncovered-near-branch", {"radius": "0"}, "within 1"),
        ("path-to-officer", {}, "required"),
    ):
        with pytest.raises(WrongQuestion, match=told):
            ask(zone.database, id_, AT, settings)
    with pytest.raises(NotFound):
        ask(zone.database, "path-to-officer", AT, {"firm": "nobody"})
