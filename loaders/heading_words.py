"""Heading words as they are compared, wherever they come from: sheets, mappings, what a person told."""

from __future__ import annotations

import re
from functools import lru_cache

from graph.values.names import normalise

HeadingPath = tuple[str, ...]
"""The headings above a column, from the widest to the narrowest."""

RETURNED = "退回原因"
"""The column in which rejected rows come back with their reasons; it says nothing when they are sent again."""

_IN_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]$")


@lru_cache(maxsize=8192)
def plain_word(word: str) -> str:
    """A heading without what does not matter: spaces, marks of required fields, a unit in brackets at the end."""
    whole = normalise(word)
    return _IN_BRACKETS.sub("", whole.strip("*:：")) or whole


@lru_cache(maxsize=8192)
def plain_path(path: HeadingPath) -> HeadingPath:
    """A heading path as it is compared; a word that names two levels at once (上级/下级) is two of its parts."""
    words = [plain_word(word) for word in path]
    return tuple(part for word in words for part in (word.split("/") if word.strip("/") else [word]) if part)


def is_returned(path: HeadingPath) -> bool:
    """Whether a column is the one of reasons that was added to rejected rows."""
    return plain_word(path[-1]).startswith(RETURNED)
