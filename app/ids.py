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


def parameter(name: str) -> dict[str, str]:
    """The id of a question's parameter control."""
    return {"type": "parameter", "name": name}


def key_parameter(name: str, node: str) -> dict[str, str]:
    """The id of a parameter control that chooses a node of a type."""
    return {"type": "key-parameter", "name": name, "node": node}
