"""Fields one types into, and when they tell the page what was typed.

Told letter by letter, a field of Dash Mantine Components also hears its own letters back, a moment late: on a slow PC
what comes back takes the place of what was typed meanwhile, and who presses Enter at once has the last letters left
out. So each field here says when it tells, and no number is pulled into its range as the field is left: what was typed
would be told, and something else shown.
"""

from __future__ import annotations

from typing import Any, Final

import dash_mantine_components as dmc

from app import ids
from app.components.attributes import aria
from app.components.icon import tool_icon

WHEN_LEFT: Final = True
"""What is filled in: told when the field is left or Enter is pressed, before a button is."""
AFTER_PAUSE: Final = 300
"""What is looked for, and a day that the page goes on with as soon as it is picked: told when nothing was typed for so
many milliseconds."""


def sought(control: str | ids.Id, *, label: str, hint: str, **also: Any) -> dmc.TextInput:
    """The field of that id, in which words are looked for; `also`: its value and looks."""
    return dmc.TextInput(
        id=control,
        placeholder=hint,
        leftSection=tool_icon("search"),
        debounce=AFTER_PAUSE,
        **also,
        **aria(label=label),
    )
