"""The page's words in two languages, from one file of terms; the language is the visitor's, kept in a cookie."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from flask import has_request_context, request

from graph.declaration import read_yaml, wrong
from graph.text import Language, Text

TERMS = Path(__file__).parent / "terms.yaml"
COOKIE = "language"


@cache
def terms() -> dict[str, Text]:
    """All words by id. Raises DeclarationError when one lacks a language."""
    found = {}
    for name, words in read_yaml(TERMS).items():
        if not isinstance(words, dict) or set(words) != {"zh", "en"}:
            raise wrong(
                TERMS.name, name, Text("缺少一种语言", "a language is missing"), Text("补上 zh 与 en", "add zh and en")
            )
        found[name] = Text(words["zh"], words["en"])
    return found


def text(name: str, /, **values: object) -> Text:
    """The words of one id, with its placeholders filled."""
    words = terms()[name]
    return words.fill(**values) if values else words


def say(name: str, language: Language, /, **values: object) -> str:
    """The words of one id in one language."""
    return text(name, **values).say(language)


def chosen_language() -> Language:
    """The visitor's language; Chinese unless they chose English."""
    if has_request_context() and request.cookies.get(COOKIE) == "en":
        return "en"
    return "zh"
