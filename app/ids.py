"""Every id of the page that a callback, a script or a test names.

The ids of controls of which a page has many are functions: called with the names of one control, or with Dash's `ALL`
or `MATCH` in a name's place by a callback that serves them all.
"""

from __future__ import annotations

from typing import Any, TypeAlias

from dash.dependencies import Wildcard

Name: TypeAlias = str | Wildcard
Id: TypeAlias = dict[str, Any]

FORM = "form"
"""Question, parameters and date of the scene, and the days offered, for the controls on the left."""
ROWS = "rows"
"""The answer's rows and columns; the table shows them, or the nodes drawn instead."""
CHOSEN = "chosen"
"""The node or edge the inspector speaks of."""
LEAVE = "leave"
"""The file a person asks for."""
SPOKEN = "spoken"
"""Nobody reads it: callbacks that only act on the page need an output."""

PROVIDER = "provider"
CANVAS = "canvas"
STYLES = "styles"
WORDS = "words"
RIBBON = "demo-ribbon"
SEARCH = "search"
QUESTION = "question"
DETAILS = "question-details"
DATE = "date"
COMPARED = "compared"
RUN = "run"
STRIP = "strip"
LEGEND = "legend"
SIZE = "picture-size"
STATE = "state"
TOTAL = "total"
SHORT = "shortfalls"
TABLE = "table"
INSPECTOR = "inspector"
DOWNLOAD = "download"
FILTERS = "filters"
FILTERED = "filtered"
"""Where the filters at work are told."""
FILTER_METRES = "filter-metres"
FILTER_WORDS = "filter-words"
WAYS_BY = "ways-by"
NOTE = "note"
LIMIT = "expand-limit"

# Saved views, and the slider over the days.
VIEWS = "views"
VIEWS_ASKED = "views-asked"
"""Each new value has the saved views listed anew."""
VIEWS_LIST = "views-list"
VIEW_NAME = "view-name"
VIEW_EXISTS = "view-exists"
SINCE = "since"
DAYS = "days"
PLAYED = "played"
"""Where the day is written large while the days are played."""

DEED = "deed"
"""What the person does on a page of ledgers: the browser writes it, one at a time."""
REVIEW_DEED = "review-deed"
LOADS_DEED = "loads-deed"
REPLY = "reply"
"""That a deed was answered, whether work goes on, and what the page's controls were set to."""
LEDGER_WORDS = "ledger-words"
"""What the script of the pages of ledgers says, and that such a page has opened."""
BEGUN = "begun"
"""Nobody reads it: the callbacks of those pages' script need an output."""
PARTS = "parts"
DONE = "done"
BY_HAND_WHAT = "by-hand-what"
BY_HAND_VALUE = "by-hand-value"
BY_HAND_DATE = "by-hand-date"
BY_HAND_WRONG = "by-hand-wrong"
BY_HAND_SAY = "by-hand-say"
DROP = "drop"
ARRIVING = "arriving"
FILES = "files"
NOTICE = "notice"
HEAD = "head"
PROGRESS = "progress"
BODY = "body"

OVERVIEW_WORDS = "overview-words"
"""What the overview's script says, and that the page has opened."""
OVERVIEW_ASKED = "overview-asked"
"""The address that the overview is asked with."""
OVERVIEW_DAY = "overview-day"
"""The day that its parts tell of; each new number has them told anew."""
OVERVIEW_TURNED = "overview-turned"
"""Nobody reads it: the callbacks of the overview's script need an output."""
OVERVIEW_DATE = "overview-date"

# the page of one firm
FIRM_WORDS = "firm-words"
"""What the page's script says, and that the page has opened."""
FIRM_ASKED = "firm-asked"
"""The firm and the day that the address names."""
FIRM_SHEET = "firm-sheet"
FIRM_BEGUN = "firm-begun"
"""Nobody reads it: the callback of the page's script needs an output."""


def overview(part: str) -> str:
    """The id of where a part of the overview stands."""
    return f"overview-{part}"


def taken(what: Name) -> Id:
    """The id of a control that says what a file was taken for."""
    return {"type": "taken", "what": what}


def heading(number: int | Wildcard, written: Name) -> Id:
    """The id of the control that says which column an unknown heading is."""
    return {"type": "heading", "number": number, "heading": written}


def by_hand(part: Name) -> Id:
    """The id of a control of the form for one fact by hand."""
    return {"type": "by-hand", "part": part}


def by_hand_other(node_type: Name) -> Id:
    """The id of the control that searches for the other end of an edge said by hand."""
    return {"type": "by-hand-other", "node": node_type}


def by_hand_undo(load: Name) -> Id:
    """The id of the button that takes back what was said by hand."""
    return {"type": "by-hand-undo", "load": load}


def another(node_type: Name) -> Id:
    """The id of the control that searches for another node a name may mean."""
    return {"type": "another", "node": node_type}


def words(of: Name) -> Id:
    """The id of the words looked for among the rows of a file."""
    return {"type": "words", "of": of}


def reason_button(question: Name, node: Name, at: Name) -> Id:
    """The id of the button that asks what a verdict rests on."""
    return {"type": "reason", "question": question, "node": node, "at": at}


def reason_answer(question: Name, node: Name, at: Name) -> Id:
    """The id of where that stands then."""
    return {"type": "reason-answer", "question": question, "node": node, "at": at}


def other_verdicts(node: Name, at: Name, told: bool | Wildcard) -> Id:
    """The id of where the verdicts that are not told at once stand then; `told`: whether others were."""
    others = told if isinstance(told, Wildcard) else ("yes" if told else "no")
    return {"type": "other-verdicts", "node": node, "at": at, "told": others}


def timeline_button(node: Name) -> Id:
    """The id of the button that asks what became of a node."""
    return {"type": "timeline-button", "node": node}


def timeline(node: Name) -> Id:
    """The id of where that stands then."""
    return {"type": "timeline", "node": node}


def parameter(question: Name, name: Name) -> Id:
    """The id of a question's parameter control."""
    return {"type": "parameter", "of": question, "name": name}


def key_parameter(question: Name, name: Name, node: Name) -> Id:
    """The id of a parameter control that chooses a node of a type."""
    return {"type": "key-parameter", "of": question, "name": name, "node": node}


LIBRARY_WORDS = "library-words"
"""What the library's script says, and that the page has opened."""
LIBRARY_ASKED = "library-asked"
"""The question that is opened, the one that was, and what the address sets."""
LIBRARY_SET = "library-set"
"""The question's controls were set: the server looks whether the values can be used."""
LIBRARY_TURNED = "library-turned"
"""Nobody reads it: the callbacks of the library's script need an output."""
LIBRARY_FIND = "library-find"
LIBRARY_WRONG = "library-wrong"

MAP_ASKED = "map-asked"
"""The map asks where the nodes drawn stand."""
MAP_PLACES = "map-places"
"""Where those stand that were not told yet."""
MAP_TOLD = "map-told"


def library(question: Name) -> Id:
    """The id of where an opened question's controls stand."""
    return {"type": "library", "of": question}


def library_date(question: Name) -> Id:
    """The id of the day that an opened question is asked for."""
    return {"type": "library-date", "of": question}
