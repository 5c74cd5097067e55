"""Links: a question, its parameters, a date and chosen nodes, or a saved view, as an address; business keys only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import parse_qsl, quote

from app.i18n import text
from app.scene.state import Scene
from graph.errors import WrongQuestion
from queries.catalog import catalog
from queries.parameters import with_defaults

EXPLORER = "/"
"""The address of the page that shows what a link asks for."""
MAP = "/map"
"""The address that opens the same page as a map."""
FIRM = "/firm/"
"""Where the files of firms lie, each under its key."""
SET = "set."
VIEWS = ("graph", "map", "table")
"""How the explorer shows an answer; a link that names none opens the picture."""


@dataclass(frozen=True)
class Link:
    """What an address asks for; parts it does not name are None or empty."""

    question: str | None = None
    at: date | None = None
    parameters: Mapping[str, str] = field(default_factory=dict)
    nodes: tuple[str, ...] = ()
    compared: date | None = None
    view: str | None = None
    saved: str | None = None
    """The name of a saved view; it decides, whatever else is named."""


def read_link(search: str) -> Link:
    """The link of an address's `?…` part. Raises WrongQuestion when its date is none."""
    pairs = parse_qsl(search.removeprefix("?"), keep_blank_values=True)
    values = dict(pairs)
    return Link(
        question=values.get("q") or None,
        at=read_date(values["at"]) if values.get("at") else None,
        parameters={name.removeprefix(SET): value for name, value in pairs if name.startswith(SET)},
        nodes=tuple(value for name, value in pairs if name == "node" and ":" in value),
        compared=read_date(values["compare"]) if values.get("compare") else None,
        view=values["view"] if values.get("view") in VIEWS else None,
        saved=values.get("saved") or None,
    )


def read_date(value: str) -> date:
    """A day as YYYY-MM-DD. Raises WrongQuestion when it is none."""
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise WrongQuestion(text("bad_date", value=value), text("bad_date_next")) from error


def defaults_of(scene: Scene) -> dict[str, object]:
    """The values that a link need not name: the defaults at the rules the answer applied."""
    if scene.question is None or scene.at is None:
        return {}
    question = with_defaults(catalog()[scene.question], scene.at, scene.answer.applied if scene.answer else ())
    return {name: parameter.default for name, parameter in question.parameters.items()}


def address(scene: Scene, defaults: Mapping[str, object]) -> str:
    """The address of a scene: that of the saved view that it is, or its question; no parameters at their defaults."""
    if scene.opened:
        return _written([("saved", scene.opened.name), *(("node", node) for node in sorted(scene.selection))])
    named = {name: value for name, value in scene.parameters.items() if value != defaults.get(name)}
    return _search(scene.question, scene.at, named, scene.compared, sorted(scene.selection))


def asking(question: str, at: date, parameters: Mapping[str, object]) -> str:
    """Where the explorer shows a question's answer at a date; parameters that are not named are at their defaults."""
    return EXPLORER + _search(question, at, parameters)


def firm_file(key: str, at: date) -> str:
    """Where a firm's file at a date stands."""
    return f"{FIRM}{quote(key, safe='')}?at={at.isoformat()}"


def _search(
    question: str | None,
    at: date | None,
    parameters: Mapping[str, object],
    compared: date | None = None,
    nodes: Iterable[str] = (),
) -> str:
    parts: list[tuple[str, object]] = [("q", question), ("at", at), ("compare", compared)]
    parts += [(SET + name, value) for name, value in parameters.items()]
    return _written([*parts, *(("node", node) for node in nodes)])


def _written(parts: Iterable[tuple[str, object]]) -> str:
    named = [f"{name}={quote(str(value), safe=':')}" for name, value in parts if value is not None]
    return "?" + "&".join(named) if named else ""


def leads_to(link: Link, scene: Scene, defaults: Mapping[str, object]) -> bool:
    """Whether the scene already shows what the link asks for, so that a reload keeps all that was done to it.

    A link that names a question leaves parameters at their defaults unnamed; one that names none asks for no others.
    """
    if link.saved is not None:
        return scene.opened is not None and scene.opened.name == link.saved
    unnamed = defaults if link.question else {}
    wanted = {name: str(value) for name, value in unnamed.items()} | dict(link.parameters)
    return (
        (link.question is None or (link.question, link.compared) == (scene.question, scene.compared))
        and (link.at is None or link.at == scene.at)
        and all(str(scene.parameters.get(name)) == value for name, value in wanted.items())
    )
