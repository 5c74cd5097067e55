"""The file of one firm, counted from the facts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from tests.oracle.cells import day_of
from tests.oracle.coverage import Rows
from tests.oracle.holes import HOLES
from tests.oracle.known import Known
from tests.oracle.sheets import NONE

Line = dict[str, Any]
OWNERSHIPS = {"私营": "private", "外商": "foreign", "国有控股": "state"}
YES_NO = {"是": "yes", "否": "no"}
KEYS = ("value", "word", "person", "since", "branch", "officer", "team", "request", "pair")


def firm_file(facts: Known, day: date, firm: str) -> Rows:
    """一企一档."""
    parts = (_identity, _survey, _members, _organisation, _officers, _requests, _co_building, _verdicts)
    found = []
    for part in parts:
        section = part.__name__.removeprefix("_")
        found += [{**dict.fromkeys(KEYS), "section": section, "firm": firm, **line} for line in part(facts, day, firm)]
    return found


def _identity(facts: Known, day: date, firm: str) -> Iterator[Line]:
    yield {"item": "name", "value": facts.names[firm]}
    yield {"item": "uscc", "value": firm}
    if ownership := OWNERSHIPS.get(facts.ownership(firm) or ""):
        yield {"item": "ownership", "word": ownership}
    if trade := facts.industry(firm):
        yield {"item": "industry", "value": trade}
    if begun := facts.producing(firm):
        yield {"item": "in_production", "since": begun}
    for site in facts.sites(firm, day):
        cell, address = facts.cell(site, day), site.split("/")[1]
        area = facts.area(cell, day)
        place = "（" + (f"{area} " if area else "") + f"{cell}网格）" if cell else ""
        yield {"item": "site", "value": address + place}


def _survey(facts: Known, day: date, firm: str) -> Iterator[Line]:
    since = facts.record_since(firm, day)
    yield {"item": "surveyed", "since": since, "word": None if since else "none"}
    if since is None:
        return

    def told(heading: str) -> str | None:
        word = facts.clear(heading, firm, day)
        return None if word == NONE else word

    def blank(heading: str) -> str:
        return "none" if facts.clear(heading, firm, day) == NONE else "not_told"

    def value(item: str, heading: str) -> Line:
        return {"item": item, "value": told(heading), "word": None if told(heading) else blank(heading)}

    yield {"item": "operation", "word": facts.state(firm, day) or "not_told"}
    yield value("turnover", "年营业收入")
    yield {"item": "above_scale", "word": YES_NO.get(told("是否规模以上") or "", "not_told")}
    yield value("staff", "从业人员数量")
    name, member = told("出资人姓名"), told("出资人是否党员")
    word = {"是": "member", "否": "not_member"}.get(member or "", None if name else blank("出资人姓名"))
    yield {"item": "investor", "person": f"{name[0]}*" if name else None, "word": word}
    yield value("reported_members", "党员总数")
    applied = facts.clear("入党申请人", firm, day)
    yield {"item": "applicants", "value": "0" if applied == NONE else applied, "word": None if applied else "not_told"}
    founded = day_of(told("党组织成立时间") or "")
    yield {"item": "reported_branch", "since": founded, "word": YES_NO.get(told("是否建立党组织") or "", "not_told")}
    if not facts.organisations(firm, day):
        reason, state = facts.reason(firm, day)
        yield {"item": "unbuilt_reason", "value": reason, "word": {"none": "none", "unstated": "not_told"}.get(state)}
    yield value("needs", "发展需求")


def _members(facts: Known, day: date, firm: str) -> Iterator[Line]:
    formal, probationary = facts.numbers(firm, day)
    yield {"item": "formal", "value": str(formal)}
    yield {"item": "probationary", "value": str(probationary)}
    yield {"item": "elsewhere", "value": str(len(facts.elsewhere(firm, day)))}


def _organisation(facts: Known, day: date, firm: str) -> Iterator[Line]:
    for branch in facts.organisations(firm, day):
        founded, kind = day_of(facts.founded(branch)), facts.kind(branch, day)
        yield {"item": "branch", "value": facts.names[branch], "word": kind, "since": founded, "branch": branch}
        leads = facts.secretary(branch, day)
        if leads is None:
            yield {"item": "secretary", "word": "none", "branch": branch}
        else:
            told = {"word": leads.source, "person": f"{facts.person_name(leads.who)[0]}*", "since": leads.since}
            yield {"item": "secretary", "branch": branch, "officer": leads.who if leads.officer else None, **told}
    if not facts.organisations(firm, day):
        yield {"item": "branch", "word": "none"}


def _officers(facts: Known, day: date, firm: str) -> Iterator[Line]:
    instructed = [s for branch in facts.organisations(firm, day) for s in facts.instructing.spans_to(branch)]
    charges = {"contact": facts.contacting.spans_to(firm), "instructor": [*facts.guiding.spans_to(firm), *instructed]}
    begun: dict[tuple[str, str], date] = {}
    for item, spans in charges.items():
        for span in spans:
            if span.at(day):
                begun[item, span.subject] = min(span.since, begun.get((item, span.subject), span.since))
    for (item, officer), since in begun.items():
        told = {"item": item, "value": facts.serves_in(officer, day), "since": since}
        yield {**told, "person": f"{facts.person_name(officer)[0]}*", "officer": officer}
    if not begun:
        yield {"item": "contact", "word": "none"}
    last = facts.last_visited(firm, day)
    if last:
        at, officer = last
        yield {"item": "last_visit", "since": at, "person": f"{facts.person_name(officer)[0]}*", "officer": officer}
    else:
        yield {"item": "last_visit", "word": "none"}
    for team, since in facts.teams_since(firm, day).items():
        lead = facts.leading.one(team, day)
        person = f"{facts.person_name(lead)[0]}*" if lead else None
        yield {"item": "team", "value": f"{team}小组", "since": since, "team": team, "person": person, "officer": lead}


def _requests(facts: Known, day: date, firm: str) -> Iterator[Line]:
    requests = facts.open_requests(firm, day)
    for request in requests:
        word = "overdue" if request.overdue(day) else "in_time"
        yield {"item": "request", "value": request.title, "since": request.due, "request": request.key, "word": word}
    if not requests:
        yield {"item": "request", "word": "none"}


def _co_building(facts: Known, day: date, firm: str) -> Iterator[Line]:
    pairs = {told for branch in facts.organisations(firm, day) for told in facts.partners(branch, day)}
    for pair, partner in pairs:
        signed = facts.agreed(pair, "签订日期")
        yield {"item": "pair", "value": facts.names[partner], "since": signed, "branch": partner, "pair": pair}
        last, title = facts.last_activity(pair, day)
        yield {"item": "activity", "value": title, "since": last, "pair": pair, "word": None if last else "none"}
    if not pairs:
        yield {"item": "pair", "word": "none"}


def _verdicts(facts: Known, day: date, firm: str) -> Iterator[Line]:
    holes, branches = facts.holes(firm, day), facts.organisations(firm, day)
    adjust = facts.firm_faults(firm, day) & {"joint_qualified", "stopped_with_branch"}
    alone = len(branches) == 1 and facts.covered(branches[0], day) == [firm]
    if alone and facts.state(firm, day) == "operating" and facts.numbers(firm, day)[0] < 3:
        adjust |= {"below_three"}
    yield from ({"item": "hole", "word": hole} for hole in HOLES if hole in holes)
    yield from ({"item": "to_adjust", "word": word} for word in adjust)
    if not holes | adjust:
        yield {"item": "nothing", "word": "none"}
