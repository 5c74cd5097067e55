"""Every id of the page that a callback, a script or a test names."""

ACTION = "action"
"""What the person does: the browser writes it, one at a time."""
CHANGE = "change"
"""What the canvas must do; the answer to an action."""
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
RUN = "run"
STRIP = "strip"
LEGEND = "legend"
SIZE = "picture-size"
STATE = "state"
BUSY = "busy"
TOTAL = "total"
SHORT = "shortfalls"
TABLE = "table"
INSPECTOR = "inspector"
DOWNLOAD = "download"
LIMIT = "expand-limit"

DEED = "deed"
"""What the person does on a page of ledgers: the browser writes it, one at a time."""
REPLY = "reply"
"""That a deed was answered, whether work goes on, and what the page's controls were set to."""
LEDGER_WORDS = "ledger-words"
"""What the script of the pages of ledgers says, and that such a page has opened."""
BEGUN = "begun"
"""Nobody reads it: the callbacks of those pages' script need an output."""
DROP = "drop"
ARRIVING = "arriving"
FILES = "files"
NOTICE = "notice"
HEAD = "head"
PROGRESS = "progress"
BODY = "body"


def taken(what: str) -> dict[str, str]:
    """The id of a control that says what a file was taken for."""
    return {"type": "taken", "what": what}


def heading(number: int, written: str) -> dict[str, str | int]:
    """The id of the control that says which column an unknown heading is."""
    return {"type": "heading", "number": number, "heading": written}


def words(of: str) -> dict[str, str]:
    """The id of the words looked for among the rows of a file."""
    return {"type": "words", "of": of}


def parameter(name: str) -> dict[str, str]:
    """The id of a question's parameter control."""
    return {"type": "parameter", "name": name}


def key_parameter(name: str, node: str) -> dict[str, str]:
    """The id of a parameter control that chooses a node of a type."""
    return {"type": "key-parameter", "name": name, "node": node}
