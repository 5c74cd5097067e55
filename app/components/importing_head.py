"""What a file was taken for: kind, date, scope and extent to confirm or correct, and headings that nobody knows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import dash_mantine_components as dmc
from dash import html

from app import ids
from app.components.attributes import aria
from app.components.node_search import WITHIN
from app.components.typed import AFTER_PAUSE, WHEN_LEFT
from app.converters.facts import day
from app.i18n import say
from app.importing.tray import File
from graph.text import Language
from loaders.ledger import Load, Unmapped
from loaders.mapping import Mapping, mapping_of, mappings

DATED = {"name": "date_from_name", "title": "date_from_title"}


def build(file: File, scopes: Sequence[str], language: Language) -> list[Any]:
    """The name of the file, the controls, where their values come from, and the headings."""
    fixed = file.stage in ("loading", "loaded", "unloading")
    return [
        html.H2(file.upload.name, className="file-name"),
        html.Div(_controls(file, scopes, fixed, language), className="taken"),
        _hints(file, language),
        None if fixed else _headings(file, language),
    ]


def _controls(file: File, scopes: Sequence[str], fixed: bool, language: Language) -> list[Any]:
    taken = file.taken
    extents = [{"value": word, "label": say(word, language)} for word in ("partial", "full")]
    common = {"size": "xs", "disabled": fixed}
    return [
        dmc.Select(
            **_named("kind", "kind", language),
            **common,
            data=kinds(language),
            value=taken.kind,
            searchable=True,
            allowDeselect=False,
            placeholder=say("choose_kind", language),
            nothingFoundMessage=say("search_nothing", language),
            comboboxProps=WITHIN,
        ),
        dmc.DateInput(
            **_named("as_of", "as_of", language),
            **common,
            value=taken.as_of.isoformat() if taken.as_of else None,
            valueFormat="YYYY-MM-DD",
            placeholder="2026-09-30",
            debounce=AFTER_PAUSE,
            error=say("date_needed", language) if taken.as_of is None and file.stage == "asking" else None,
            popoverProps=WITHIN,
        ),
        dmc.Autocomplete(
            **_named("scope", "scope", language),
            **common,
            data=list(scopes),
            value=taken.scope,
            debounce=WHEN_LEFT,
            error=say("scope_needed", language) if not taken.scope and file.stage == "asking" else None,
            comboboxProps=WITHIN,
        ),
        html.Div(
            [
                html.Span(say("extent", language), className="mantine-InputWrapper-label"),
                dmc.SegmentedControl(
                    id=ids.taken("extent"),
                    data=extents,
                    value="full" if taken.full else "partial",
                    **common,
                ),
            ],
            className="control extent",
            role="group",
            **aria(label=say("extent", language)),
        ),
        *_replaces(file, common, language),
    ]


def _replaces(file: File, common: dict[str, Any], language: Language) -> list[Any]:
    """Whether it is the correction of a load that is there already; offered where there is such a load."""
    earlier = file.foreseen.earlier if file.foreseen else ()
    if not earlier and file.taken.replaces is None:
        return []
    choices = [{"value": "", "label": say("replaces_none", language)}]
    choices += [{"value": load.id, "label": _load(load, language)} for load in earlier]
    return [
        dmc.Select(
            **_named("replaces", "replaces", language),
            **common,
            data=choices,
            value=file.taken.replaces or "",
            allowDeselect=False,
            comboboxProps=WITHIN,
        )
    ]


def _load(load: Load, language: Language) -> str:
    return say("replaces_load", language, file=load.file, id=load.id)


def _named(what: str, label: str, language: Language) -> dict[str, Any]:
    return {"id": ids.taken(what), "label": say(label, language), "className": f"control {what}"}


def kinds(language: Language) -> list[dict[str, str]]:
    """All kinds of ledgers to choose from."""
    return [{"value": m.kind, "label": m.label.say(language)} for m in mappings().values()]


def _hints(file: File, language: Language) -> Any:
    """Where the values come from, so that they are looked at."""
    hints = []
    if file.date_from and file.taken.as_of:
        hints.append(say(DATED[file.date_from], language, day=day(file.taken.as_of)))
    if file.as_before:
        hints.append(say("as_before", language))
    hints.append(say("full_tells" if file.taken.full else "partial_tells", language))
    return html.P("　".join(hints) if language == "zh" else "  ".join(hints), className="hints")


def _headings(file: File, language: Language) -> Any:
    """The headings that nobody knows, each with the columns it may be; folded unless the file waits for them."""
    layout = file.layout
    if layout is None or layout.kind is None or not layout.unknown:
        return None
    mapping = mapping_of(layout.kind)
    title = say("headings_unknown", language, count=len(layout.unknown))
    return html.Details(
        [
            html.Summary(title),
            html.P(say("headings_tell", language), className="note"),
            html.Div(
                [_heading(one, i, mapping, language) for i, one in enumerate(layout.unknown)], className="unknown"
            ),
        ],
        className="headings",
        open=layout.lacking is not None,
    )


def _heading(one: Unmapped, number: int, mapping: Mapping, language: Language) -> html.Div:
    nearest = {near.column for near in one.nearest}
    near = [{"value": n.column, "label": f"{n.heading} · {n.likeness:.0%}"} for n in one.nearest]
    rest = [
        {"value": name, "label": column.headings[0]} for name, column in mapping.columns.items() if name not in nearest
    ]
    groups = [{"group": say("headings_near", language), "items": near}] if near else []
    groups.append({"group": say("headings_all", language), "items": rest})
    bare = one.heading.startswith("(")
    return html.Div(
        [
            html.Span(one.letter, className="letter"),
            html.Span(say("no_heading", language) if bare else one.heading, className="unknown-name"),
            html.Span(one.sample, className="unknown-sample"),
            None
            if bare
            else dmc.Select(
                id=ids.heading(number, one.heading),
                data=groups,
                value=None,
                searchable=True,
                size="xs",
                placeholder=say("headings_kept", language, near=near[0]["label"])
                if near
                else say("headings_keep", language),
                nothingFoundMessage=say("search_nothing", language),
                comboboxProps=WITHIN,
                **aria(label=say("headings_which", language, heading=one.heading)),
            ),
        ],
        className="unknown-line",
    )
