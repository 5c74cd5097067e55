"""Text as XML 1.0 can hold it."""

from __future__ import annotations

import re

_IMPOSSIBLE = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str) -> str:
    """`text` with one kind of line end, and � for every character that XML 1.0 has no way to write."""
    return _IMPOSSIBLE.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
