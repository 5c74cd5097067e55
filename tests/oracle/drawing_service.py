"""The service teams of a drawn zone and the requests of its firms, due and closed on days that are often the same."""

from __future__ import annotations

from datetime import timedelta

from tests.oracle.draw import Draw, Firm
from tests.oracle.drawing_work import codes
from tests.oracle.sheets import DATES, Row, Sheet


def sheets(draw: Draw, firms: list[Firm]) -> list[Sheet]:
    """The ledgers of teams and requests."""
    teams = [f"T{draw.own}{n}" for n in range(draw.randint(0, 2))]
    return [*_teams(draw, teams, firms), *_requests(draw, teams, firms)]


def _teams(draw: Draw, teams: list[str], firms: list[Firm]) -> list[Sheet]:
    officers = codes(draw)
    leads = {team: draw.choice(["", *officers]) for team in teams}
    founded = {team: draw.choice(["", "2026-01-15", draw.day_in(1).isoformat()]) for team in teams}
    areas = {team: draw.choice(["", f"{draw.own}东片区", f"{draw.own}西片区"]) for team in teams}
    joined: dict[str, list[str]] = {}
    served: dict[str, list[Firm]] = {}
    found = []
    for ledger, day in enumerate(DATES):
        rows: list[Row] = []
        for team in teams:
            if draw.chance(0.1):
                joined.pop(team, None)
                served.pop(team, None)
                continue
            before, served_before = joined.get(team, []), served.get(team, [])
            if team not in joined or draw.chance(0.4):
                others = [code for code in officers if code != leads[team]]
                joined[team] = draw.sample(others, draw.randint(0, len(others)))
                served[team] = draw.sample(firms, draw.randint(0, len(firms)))
            blank = {
                "小组编号": team,
                "小组名称": f"{team}小组",
                "组建日期": founded[team],
                "服务片区": "",
                "组长/姓名": "",
                "组长/工号": "",
                "组员/姓名": "",
                "组员/工号": "",
                "服务企业/企业名称": "",
                "服务企业/统一社会信用代码": "",
                "服务起始日期": "",
            }
            lead = leads[team]
            rows.append({**blank, "服务片区": areas[team], "组长/姓名": f"毕{lead}" if lead else "", "组长/工号": lead})
            for code in joined[team]:
                since = draw.since(ledger, code in before, "joins", team, code)
                rows.append({**blank, "组员/姓名": f"毕{code}", "组员/工号": code, "服务起始日期": since})
            for firm in served[team]:
                since = draw.since(ledger, firm in served_before, "serves", team, firm.uscc)
                named = {"服务企业/企业名称": firm.name, "服务企业/统一社会信用代码": firm.uscc}
                rows.append({**blank, **named, "服务起始日期": since})
        found.append(Sheet("service_teams", day, tuple(rows)))
    return found


def _requests(draw: Draw, teams: list[str], firms: list[Firm]) -> list[Sheet]:
    known: dict[str, Row] = {}
    found = []
    for ledger in (1, 2):
        for number in range(draw.randint(0, 4)):
            raised = draw.day_in(draw.randint(ledger - 1, ledger))
            due = draw.choice([None, raised + timedelta(days=draw.choice([0, 1, 15, 40])), draw.day_in(2)])
            firm, team = draw.choice([None, *firms, *firms]), draw.choice(["", *teams])
            known[f"R{draw.own}{ledger}{number}"] = {
                "诉求编号": f"R{draw.own}{ledger}{number}",
                "诉求内容": "招工难",
                "诉求类别": draw.choice(["招工", "融资", ""]),
                "提出日期": raised.isoformat(),
                "办结期限": due.isoformat() if due else "",
                "销号日期": "",
                "办理状态": "正常推进",
                "提出企业/企业名称": firm.name if firm else "",
                "提出企业/统一社会信用代码": firm.uscc if firm else "",
                "办理小组/小组名称": f"{team}小组" if team else "",
                "办理小组/小组编号": team,
                "责任单位": draw.choice(["", *draw.departments]),
            }
        for key, row in list(known.items()):
            if not row["销号日期"] and row["办理状态"] != "已销号" and draw.chance(0.4):
                closed = draw.day_in(ledger).isoformat()
                day = draw.choice([max(closed, row["提出日期"]), row["办结期限"], ""])
                day = day if row["提出日期"] <= day <= DATES[ledger].isoformat() else ""
                known[key] = {**row, "办理状态": "已销号", "销号日期": day}
        found.append(Sheet("service_requests", DATES[ledger], tuple(known.values())))
    return found
