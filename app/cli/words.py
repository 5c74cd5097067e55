"""The language of this command, chosen before its help is built: LIANGXIN_LANG, else Chinese."""

from __future__ import annotations

import os
from typing import cast

from graph.text import Language, Text

LANGUAGE: Language = (
    cast(Language, os.environ.get("LIANGXIN_LANG", "zh")) if os.environ.get("LIANGXIN_LANG") == "en" else "zh"
)


def say(zh: str, en: str) -> str:
    """Words for help and output in the language of this command."""
    return Text(zh, en).say(LANGUAGE)
