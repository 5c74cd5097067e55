"""Who leads branches, what they owe by the calendar, what they hold and are owed."""

from __future__ import annotations

from datetime import date, timedelta

from drawn_zone import ALWAYS, BEGIN, Span, Zone

from queries.branch_means import funding_by_branch, posts_and_brands, unpaid
from queries.branch_officers import committee_size, secretary_vacant, several_posts
from queries.branch_terms import approvals_pending, meetings_missed, terms_due
from queries.results import OPEN

AT = date(2026, 9, 30)
DAY = timedelta(days=1)


def seats(zone: Zone, branch: str, number: int, span: tuple[date, date] = (BEGIN, OPEN)) -> Zone:
    """A secretary and so many committee members in all."""
    for i in range(number):
        zone.node("Member", f"{branch}-{i}")
        zone.edge(f"{branch}-{i}", "COMMITTEE_MEMBER_OF" if i else "SECRETARY_OF", branch, span)
    return zone


def test_committees_due_too_small_and_too_large(zone: Zone) -> None:
    for branch, formal, people in (("six", 6, 0), ("seven", 7, 0), ("two", 3, 2), ("three", 7, 3), ("full", 9, 7)):
        zone.firm(f"f-{branch}").branch(branch, f"f-{branch}").members(f"f-{branch}", branch, formal=formal)
        seats(zone, branch, people)
    zone.firm("f8").branch("eight", "f8").members("f8", "eight", formal=8)
    seats(zone, "eight", 8, (AT, OPEN))
    zone.firm("fd").branch("deputy", "fd").members("fd", "deputy", formal=7)
    zone.node("Member", "d").edge("d", "COMMITTEE_MEMBER_OF", "deputy", duty="deputy")
    zone.firm("fg").branch("general", "fg", level="general_branch").members("fg", "general", formal=60)
    rows = committee_size(zone.database, AT)
    assert [(r.branch, r.state, r.formal, r.committee) for r in rows] == [
        ("two", "small", 3, 2),
        ("deputy", "none", 7, 0),
        ("seven", "none", 7, 0),
        ("eight", "large", 8, 8),
    ]
    assert {r.branch: r.state for r in committee_size(zone.database, AT - DAY)}["eight"] == "none"


def test_an_officer_who_is_a_member_sits_once(zone: Zone) -> None:
    zone.firm("a").branch("b", "a")
    seats(zone, "b", 3).node("Officer", "o").edge("o", "IS", "b-0").edge("o", "COMMITTEE_MEMBER_OF", "b")
    assert committee_size(zone.database, AT) == ()
    zone.firm("c").branch("e", "c")
    seats(zone, "e", 2).node("Officer", "p").edge("p", "IS", "e-0").edge("p", "COMMITTEE_MEMBER_OF", "e")
    assert [(r.branch, r.committee) for r in committee_size(zone.database, AT)] == [("e", 2)]


def test_secretaries_missing_or_from_elsewhere(zone: Zone) -> None:
    for name in ("vacant", "never", "here", "away", "sent", "stray", "linked", "plain", "above", "gone"):
        zone.firm(f"f-{name}").branch(name, f"f-{name}", **({"dissolved_on": AT} if name == "gone" else {}))
    for name in ("m-vacant", "m-here", "m-away", "m-stray", "m-above", "m-linked"):
        zone.node("Member", name, name="张三")
    zone.node("Officer", "o-sent").node("Officer", "o-plain", name="李四").node("Officer", "o-linked")
    zone.edge("m-vacant", "SECRETARY_OF", "vacant", (BEGIN, AT)).edge("m-vacant", "BELONGS_TO", "vacant")
    zone.edge("m-here", "SECRETARY_OF", "here").edge("m-here", "BELONGS_TO", "here")
    zone.edge("m-away", "SECRETARY_OF", "away", source="manager").edge("m-away", "BELONGS_TO", "here")
    zone.edge("o-sent", "SECRETARY_OF", "sent", source="assigned").edge("m-stray", "SECRETARY_OF", "stray")
    zone.edge("o-plain", "SECRETARY_OF", "plain").edge("o-linked", "SECRETARY_OF", "linked")
    zone.edge("o-linked", "IS", "m-linked").edge("m-linked", "BELONGS_TO", "linked")
    zone.branch("below").edge("below", "UNDER", "above").edge("m-above", "SECRETARY_OF", "above")
    zone.edge("m-above", "BELONGS_TO", "below")
    rows = secretary_vacant(zone.database, AT)
    assert {(r.branch, r.state, r.verdict, r.since, r.member, r.officer, r.home, r.secretary_name) for r in rows} == {
        ("vacant", "vacant", "breach", AT, None, None, None, None),
        ("never", "vacant", "breach", None, None, None, None, None),
        ("below", "vacant", "breach", None, None, None, None, None),
        ("away", "elsewhere", "breach", BEGIN, "m-away", None, "here", "张*"),
        ("stray", "unknown", "check", BEGIN, "m-stray", None, None, "张*"),
        ("plain", "unknown", "check", BEGIN, None, "o-plain", None, "李*"),
    }
    assert {r.verdict for r in rows[-2:]} == {"check"}
    assert "vacant" not in {r.branch for r in secretary_vacant(zone.database, AT - DAY)}


def test_one_person_in_several_joint_branches(zone: Zone) -> None:
    for firm in ("a", "b", "c"):
        zone.firm(firm)
    for branch in ("j1", "j2", "j3"):
        zone.branch(branch, "a", "b")
    zone.branch("own", "c").node("Department", "office").node("Member", "self", name="王五")
    for officer in ("one", "same", "few"):
        zone.node("Officer", officer, name="王五")
    zone.edge("one", "SECRETARY_OF", "j1").edge("one", "SECRETARY_OF", "j1", (BEGIN, AT)).edge("one", "IS", "self")
    zone.edge("self", "SECRETARY_OF", "j2").edge("one", "SERVES_IN", "office")
    zone.edge("few", "SECRETARY_OF", "j3").edge("few", "SECRETARY_OF", "own")
    zone.edge("same", "SECRETARY_OF", "j3", (BEGIN, AT)).edge("same", "SECRETARY_OF", "j1", (BEGIN, AT))
    (row,) = several_posts(zone.database, AT)
    assert (row.officer, row.member, row.name, row.department, row.branches, row.firms, row.joint) == (
        "one", "self", "王*", "office", 2, 4, ("j1", "j2"),
    )  # fmt: skip
    assert {r.officer for r in several_posts(zone.database, AT - DAY)} == {"one", "same"}
    assert [r.branches for r in several_posts(zone.database, AT, least=1)] == [2, 1]


def term(zone: Zone, branch: str, level: str = "branch", span: Span = ALWAYS, **told: object) -> Zone:
    """A branch with what its ledger says of the term."""
    zone.firm(f"f-{branch}").node("Branch", branch, side="enterprise").edge(branch, "COVERS", f"f-{branch}")
    return zone.record("BranchRecord", branch, span, level=level, **told)


def test_terms_at_their_boundaries(zone: Zone) -> None:
    begun, ends = date(2023, 10, 1), date(2026, 10, 1)
    term(zone, "b", term_since=begun, term_until=ends)
    term(zone, "extended", term_since=begun, term_until=ends, term_extended_to=date(2027, 10, 1))
    term(zone, "too long", term_since=begun, term_until=ends, term_extended_to=date(2027, 10, 2))
    term(zone, "unsaid")
    term(zone, "by rule", term_since=begun).branch("dissolved", dissolved_on=BEGIN)
    database = zone.database

    def states(at: date) -> dict[str, tuple[str, str, int | None]]:
        return {r.branch: (r.state, r.verdict, r.days_left) for r in terms_due(database, at)}

    assert states(date(2026, 3, 29)) == {
        "too long": ("extended_too_long", "breach", 552),
        "unsaid": ("unknown", "check", None),
    }
    assert states(date(2026, 3, 30))["by rule"] == ("ending", "reminder", 184)
    assert "b" not in states(date(2026, 3, 31))
    assert states(date(2026, 4, 1))["b"] == ("ending", "reminder", 183)
    assert states(ends)["b"] == ("ending", "reminder", 0)
    assert states(ends + DAY)["b"] == ("overdue", "breach", -1)
    assert states(ends)["by rule"] == ("overdue", "breach", -1)
    assert states(date(2027, 3, 31)).get("extended") is None
    assert states(date(2027, 4, 1))["extended"] == ("ending", "reminder", 183)
    assert states(date(2027, 10, 2))["extended"] == ("overdue", "breach", -1)
    assert [r.branch for r in terms_due(database, AT, "unknown")] == ["unsaid"]


def test_terms_of_another_length(zone: Zone) -> None:
    begun = date(2025, 1, 1)
    term(zone, "day short", term_since=begun, term_until=date(2027, 12, 31))
    term(zone, "month short", term_since=begun, term_until=date(2027, 12, 1))
    term(zone, "shorter", term_since=begun, term_until=date(2027, 11, 30))
    term(zone, "five", term_since=begun, term_until=date(2030, 1, 1))
    term(zone, "said five", term_since=begun, term_years=5)
    term(zone, "committee", "committee", term_since=begun, term_until=date(2030, 1, 1))
    term(zone, "short committee", "committee", term_since=begun, term_until=date(2028, 1, 1))
    rows = {r.branch: (r.state, r.verdict, r.years, r.rule_years) for r in terms_due(zone.database, AT)}
    assert rows == {
        "shorter": ("running", "check", 2, 3),
        "five": ("running", "check", 5, 3),
        "said five": ("running", "check", 5, 3),
        "short committee": ("running", "check", 3, 5),
    }


def test_the_end_of_the_term_before_is_not_that_of_a_new_term(zone: Zone) -> None:
    old: dict[str, object] = {"term_since": date(2023, 7, 1), "term_until": date(2026, 6, 30)}
    elected, late = date(2026, 6, 1), {"term_extended_to": date(2030, 7, 1)}
    for branch, told in (("kept", old), ("stated", {"term_until": date(2029, 5, 31)}), ("extended", old | late)):
        term(zone, branch, span=(BEGIN, elected), **old, **(late if branch == "extended" else {}))
        zone.record("BranchRecord", branch, (elected, OPEN), level="branch", **{**told, "term_since": elected})
    assert {r.branch: r.state for r in terms_due(zone.database, elected - DAY)} == {
        "kept": "ending",
        "stated": "ending",
        "extended": "extended_too_long",
    }
    assert terms_due(zone.database, AT) == ()
    ends = {r.branch: (r.state, r.term_until, r.extended_to) for r in terms_due(zone.database, date(2029, 5, 1))}
    assert ends == dict.fromkeys(("kept", "stated", "extended"), ("ending", date(2029, 5, 31), None))


def test_a_month_stands_for_its_last_day(zone: Zone) -> None:
    term(zone, "b", term_since=date(2023, 9, 1), term_until=date(2026, 9, 1), term_until_precision="month")
    assert [(r.state, r.term_until) for r in terms_due(zone.database, AT)] == [("ending", AT)]
    assert [r.state for r in terms_due(zone.database, AT + DAY)] == ["overdue"]


def held(zone: Zone, branch: str, category: str, day: date) -> Zone:
    key = f"{branch} {category} {day}"
    return zone.node("Activity", key, category=category, held_on=day).event(key, "OF", branch)


def test_meetings_of_the_quarter_and_the_month(zone: Zone) -> None:
    for firm in ("a", "b", "c", "d"):
        zone.firm(firm)
    zone.branch("busy", "a").branch("idle", "b").branch("new", "c", founded_on=date(2026, 9, 1))
    zone.branch("general", "d", level="general_branch").branch("gone", "a", dissolved_on=BEGIN)
    seats(zone, "busy", 3)
    held(zone, "busy", "members_meeting", date(2026, 7, 1))
    held(zone, "busy", "committee_meeting", date(2026, 9, 1))
    held(zone, "busy", "theme_day", AT)
    held(zone, "idle", "members_meeting", date(2026, 6, 30))
    held(zone, "idle", "theme_day", date(2026, 8, 31))
    held(zone, "idle", "joint", AT)
    database = zone.database

    def found(at: date) -> dict[str, tuple[str, str, str, str]]:
        rows = meetings_missed(database, at)
        return {r.branch: (r.verdict, r.members_meeting, r.committee_meeting, r.theme_day) for r in rows}

    assert found(AT) == {"idle": ("breach", "missed", "not_due", "missed")}
    assert found(AT - DAY) == {
        "busy": ("not_yet", "held", "held", "not_yet"),
        "idle": ("not_yet", "not_yet", "not_due", "not_yet"),
    }
    assert found(date(2026, 8, 31))["busy"] == ("breach", "held", "missed", "missed")
    assert found(date(2026, 8, 31))["idle"] == ("not_yet", "not_yet", "not_due", "held")
    assert found(date(2026, 10, 1))["new"] == ("not_yet", "not_yet", "not_due", "not_yet")
    (idle,) = [r for r in meetings_missed(database, AT) if r.branch == "idle"]
    assert (idle.last_members_meeting, idle.last_theme_day) == (date(2026, 6, 30), date(2026, 8, 31))


def approval(zone: Zone, key: str, branch: str, **told: object) -> Zone:
    zone.node("Branch", branch).node("Approval", key, matter="founding", **told).event(key, "OF", branch)
    return zone


def test_approvals_that_wait(zone: Zone) -> None:
    applied = date(2026, 8, 30)
    approval(zone, "waits", "b1", applied_on=applied, reason="三名").firm("a").event("waits", "CONCERNS", "a")
    approval(zone, "done", "b2", applied_on=BEGIN, approved_on=BEGIN + DAY, recorded_on=date(2026, 9, 1))
    approval(zone, "open", "b3", applied_on=applied, approved_on=date(2026, 9, 10))
    rows = approvals_pending(zone.database, date(2026, 10, 1))
    assert [(r.approval, r.state, r.branch, r.days, r.approved_on, r.concerned) for r in rows] == [
        ("waits", "undecided", "b1", 32, None, ("a",)),
        ("open", "unrecorded", "b3", 21, date(2026, 9, 10), ()),
    ]
    assert [r.approval for r in approvals_pending(zone.database, AT)] == ["open"]
    early = approvals_pending(zone.database, date(2026, 8, 31))
    assert [(r.approval, r.state) for r in early] == [("done", "unrecorded")]
    assert [(r.approval, r.days) for r in approvals_pending(zone.database, date(2026, 9, 9))] == []


def test_posts_and_brands_open_at_the_day(zone: Zone) -> None:
    zone.firm("a").firm("lone").branch("b", "a").node("Branch", "o", side="organ")
    zone.node("CoBuildingPair", "p", agreement="协议").edge("p", "ENTERPRISE_SIDE", "b").edge("p", "ORGAN_SIDE", "o")
    for key, owner, category, told in (
        ("v", "b", "vanguard", {"set_up_on": AT}),
        ("l", "a", "line", {"set_up_on": BEGIN, "closed_on": AT + DAY}),
        ("m", "p", "model", {}),
        ("closed", "b", "model", {"closed_on": AT}),
        ("later", "b", "model", {"set_up_on": AT + DAY}),
        ("x", "lone", "area", {}),
    ):
        zone.node("Post", key, category=category, **told).event(key, "OF", owner)
    zone.node("Brand", "红芯", created_on=AT).event("红芯", "OF", "a")
    zone.node("Brand", "later brand", created_on=AT + DAY).event("later brand", "OF", "b")
    rows = posts_and_brands(zone.database, AT)
    assert [(r.branch, r.name, r.posts, r.vanguard, r.model, r.line, r.duty_area) for r in rows] == [
        ("b", "b", 3, 1, 1, 1, 0),
        (None, "lone", 1, 0, 0, 0, 1),
    ]
    assert [(r.brands, r.brand_names, r.brand_keys) for r in rows] == [(1, "红芯", ("红芯",)), (0, None, ())]
    assert [(r.posts, r.brands) for r in posts_and_brands(zone.database, AT - DAY)] == [(3, 0), (1, 0)]


def test_a_post_that_a_branch_set_up_at_a_firm_is_the_branchs_alone(zone: Zone) -> None:
    zone.firm("lone").firm("a").branch("b", "a").node("Branch", "own", side="enterprise")
    for key, at in (("p", "lone"), ("q", "a")):
        zone.node("Post", key).event(key, "OF", "own").event(key, "OF", at)
    for key, name in (("1", "乙"), ("2", "甲")):
        zone.node("Brand", key, name=name).event(key, "OF", "own").event(key, "OF", "lone")
    assert [(r.branch, r.posts, r.brands) for r in posts_and_brands(zone.database, AT)] == [("own", 2, 2)]


def test_brands_are_named_in_order(zone: Zone) -> None:
    zone.firm("a").branch("b", "a").node("Brand", "1", name="先锋").node("Brand", "2", name="一心")
    zone.event("1", "OF", "b").event("2", "OF", "b")
    (row,) = posts_and_brands(zone.database, AT)
    assert (row.brand_names, row.brand_keys) == ("一心、先锋", ("2", "1"))


def paid(zone: Zone, key: str, to: str, source: str, amount: float, year: int | None, on: date | None) -> Zone:
    return zone.node("Funding", key, source=source, amount=amount, year=year, paid_on=on).event(key, "OF", to)


def test_funding_by_branch_year_and_source(zone: Zone) -> None:
    zone.firm("a").firm("c").branch("b", "a").branch("second", "a").node("CoBuildingProject", "court")
    paid(zone, "1", "b", "fiscal", 1000, 2026, AT)
    paid(zone, "2", "b", "fiscal", 500.5, 2026, BEGIN)
    paid(zone, "3", "b", "dues", 70, 2025, BEGIN)
    paid(zone, "4", "a", "pretax", 20, 2026, None).event("4", "GIVEN_BY", "a")
    paid(zone, "5", "b", "fiscal", 9, 2026, AT + DAY)
    paid(zone, "6", "court", "gift", 300, None, BEGIN).event("6", "GIVEN_BY", "c")
    paid(zone, "7", "court", "gift", 200, None, BEGIN).event("7", "GIVEN_BY", "a")
    rows = funding_by_branch(zone.database, AT)
    assert [(r.list, r.branch, r.project, r.year, r.source, r.payments, r.amount, r.given_by) for r in rows] == [
        ("branch", "b", None, 2026, "fiscal", 2, 1500.5, ()),
        ("branch", "b", None, 2026, "pretax", 1, 20.0, ("a",)),
        ("branch", "b", None, 2025, "dues", 1, 70.0, ()),
        ("project", None, "court", 2026, "gift", 2, 500.0, ("a", "c")),
    ]
    assert [(r.source, r.amount) for r in funding_by_branch(zone.database, AT, 2025)] == [("dues", 70.0)]
    assert [r.amount for r in funding_by_branch(zone.database, AT - DAY, 2026)][:1] == [500.5]


def test_subsidies_and_dues_not_paid(zone: Zone) -> None:
    zone.firm("a").firm("c").firm("d").node("Officer", "o", name="赵六")
    zone.branch("b", "a").branch("paid", "c", founded_on=BEGIN - DAY).branch("new", "d", founded_on=BEGIN)
    paid(zone, "dues", "paid", "dues", 70, 2025, AT)
    paid(zone, "other", "b", "fiscal", 70, 2025, BEGIN)
    for key, result, settled, year in (
        ("no", "passed", False, 2025), ("unsaid", "excellent", None, 2025), ("yes", "good", True, 2025),
        ("low", "average", False, 2025), ("now", "passed", False, 2026),
    ):  # fmt: skip
        zone.node("Review", key, result=result, subsidy_paid=settled, year=year, sort="instructor", subsidy=1200.0)
        zone.event(key, "OF", "o")
    zone.node("Review", "late", result="passed", year=2025, reviewed_on=AT + DAY).event("late", "OF", "o")
    zone.event("no", "OF", "b")
    rows = unpaid(zone.database, AT)
    assert [(r.list, r.state, r.branch, r.review, r.officer, r.person_name, r.subsidy) for r in rows] == [
        ("subsidy", "unpaid", "b", "no", "o", "赵*", 1200.0),
        ("subsidy", "unsaid", None, "unsaid", "o", "赵*", 1200.0),
        ("dues", "unreturned", "b", None, None, None, None),
    ]
    assert [r.branch for r in unpaid(zone.database, AT - DAY, "dues")] == ["b", "paid"]
    assert [r.review for r in unpaid(zone.database, AT, "subsidy", 2026)] == ["now"]
    assert [r.branch for r in unpaid(zone.database, AT, "dues", 2026)] == ["b", "new", "paid"]
