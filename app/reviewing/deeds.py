"""What a person does on the review page: each deed by its name, as the browser writes it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from urllib.parse import parse_qs

from app.deeds import Deed, Deeds, carry_out
from app.importing.tray import Problem
from app.reviewing.deciding import TAKING_BACK, Reviews, decide, field_label, trust
from app.reviewing.state import NEW, PARTS, Decided, Part, Reviewing
from graph.progress import Progress
from graph.text import Text
from loaders import apply
from loaders.field_authority import FieldAuthority
from loaders.loads import user
from queries.lookup import nodes
from queries.results import Ref


def do(reviews: Reviews, deed: Deed) -> Reviewing:
    """Carry out one deed; how things are then. What cannot be done is told there."""
    tab, error = str(deed["tab"]), carry_out(DEEDS, reviews, deed)
    if error is None:
        return reviews.states.get(tab)
    problem = Problem.of(error)
    return reviews.states.change(tab, lambda state: replace(state, problem=problem))


def _open(reviews: Reviews, tab: str, deed: Deed) -> None:
    """The page has opened, perhaps for one load alone."""
    link = parse_qs(str(deed.get("link") or "").lstrip("?"))
    load = next(iter(link.get("load", [])), None)
    part = _known(next(iter(link.get("part", [])), ""))
    reviews.states.change(tab, lambda state: replace(state, load=load, part=part, start=0))
    if reviews.states.get(tab).working is None:
        reviews.refresh(tab)


def _again(reviews: Reviews, tab: str, deed: Deed) -> None:
    reviews.refresh(tab)


def _look(reviews: Reviews, tab: str, deed: Deed) -> None:
    """The page asks how the work stands."""


def _all_loads(reviews: Reviews, tab: str, deed: Deed) -> None:
    reviews.states.change(tab, lambda state: replace(state, load=None, start=0))
    reviews.refresh(tab)


def _part(reviews: Reviews, tab: str, deed: Deed) -> None:
    part = _known(str(deed["part"]))
    reviews.states.change(tab, lambda state: replace(state, part=part, start=0))


def _known(word: str) -> Part:
    return next((part for part in PARTS if part == word), "names")


def _turn(reviews: Reviews, tab: str, deed: Deed) -> None:
    reviews.states.change(tab, lambda state: replace(state, start=max(0, int(deed["start"]))))


def _choose(reviews: Reviews, tab: str, deed: Deed) -> None:
    chosen = str(deed["chosen"])
    reviews.states.change(
        tab, lambda state: replace(state, chosen=chosen, picked=None, picked_caption="", where=None, problem=None)
    )


def _pick(reviews: Reviews, tab: str, deed: Deed) -> None:
    """A candidate, one that was searched for, or one of its own."""
    state, key = reviews.states.get(tab), str(deed["key"])
    if state.name is None:
        return
    caption = next((c.caption for c in state.name.candidates if c.key == key), "")
    if not caption and key != NEW:
        ref = Ref(state.name.type, key)
        caption = next((node.caption for node in nodes(reviews.database, [ref]).values()), "")
    reviews.states.change(tab, lambda state: replace(state, picked=key, picked_caption=caption))


def _where(reviews: Reviews, tab: str, deed: Deed) -> None:
    where = str(deed["where"])
    reviews.states.change(tab, lambda state: replace(state, where=where))


def _decide(reviews: Reviews, tab: str, deed: Deed) -> None:
    state = reviews.states.get(tab)
    name, picked, where = state.name, state.picked, state.holds
    if name is None or picked is None or where is None:
        return
    caption = state.picked_caption
    what = Text(f"正在核对“{name.shown}”", f"Settling “{name.shown}”")
    reviews.begin(tab, what, lambda progress: decide(reviews, name, picked, caption, where, progress))


def _trust(reviews: Reviews, tab: str, deed: Deed) -> None:
    """A kind becomes the first authority for a field, before those that are; none: the default again."""
    state, field, kind = reviews.states.get(tab), str(deed["field"]), str(deed.get("kind") or "")
    now = next((f.kinds for f in (state.found.authorities if state.found else ()) if f.field == field), ())
    kinds = (kind, *(k for k in now if k != kind)) if kind else ()
    reason = f"{date.today()} {user()}" if kinds else ""
    _set(reviews, tab, FieldAuthority(field, kinds, reason))


def _take_back(reviews: Reviews, tab: str, deed: Deed) -> None:
    decided = next((d for d in reviews.states.get(tab).decided if d.id == deed["decided"]), None)
    if decided is None:
        return
    reviews.states.change(tab, lambda state: replace(state, decided=tuple(d for d in state.decided if d != decided)))
    if decided.before is not None:
        _set(reviews, tab, decided.before, told=False)
        return
    load = str(decided.load)

    def unload(progress: Progress) -> Decided | None:
        apply.unload(reviews.database, load, progress)
        return None

    reviews.begin(tab, TAKING_BACK, unload)


def _set(reviews: Reviews, tab: str, chosen: FieldAuthority, *, told: bool = True) -> None:
    what = field_label(chosen.field)

    def work(progress: Progress) -> Decided | None:
        decided = trust(reviews, chosen, progress)
        return decided if told else None

    reviews.begin(tab, Text(f"正在设置“{what.zh}”", f"Setting “{what.en}”"), work)


def _noticed(reviews: Reviews, tab: str, deed: Deed) -> None:
    reviews.states.change(tab, lambda state: replace(state, problem=None))


DEEDS: Deeds[Reviews] = {
    "open": _open,
    "look": _look,
    "again": _again,
    "all_loads": _all_loads,
    "part": _part,
    "turn": _turn,
    "choose_name": _choose,
    "pick": _pick,
    "where": _where,
    "decide": _decide,
    "trust": _trust,
    "take_back": _take_back,
    "noticed": _noticed,
}
