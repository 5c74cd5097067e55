"""Names: one normal form to compare them by, and the keys a search finds them by."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from pypinyin import Style, lazy_pinyin
from pypinyin.seg import mmseg, simpleseg

_BRACKETS = str.maketrans("（）［］【】〔〕｛｝〈〉", "()[][][]{}<>")
_SPACES = re.compile(r"\s+")
_CHINESE = re.compile(r"[\u3400-\u9fff]")


@lru_cache(maxsize=32768)
def normalise(name: str) -> str:
    """The form two spellings of one name share: NFKC, one kind of bracket, no spaces, upper case."""
    plain = _SPACES.sub("", unicodedata.normalize("NFKC", name).translate(_BRACKETS).upper())
    return unicodedata.normalize("NFKC", plain)  # what the spaces kept apart may have joined


def search_keys(name: str) -> str:
    """Words by which a prefix search finds any part of a Chinese name by pinyin initials or full pinyin.

    Each syllable starts one word of initials and one of full pinyin, so `jygd` and `jingyao` both find
    岚川晶曜光电 in the middle. Space-separated, lower case; empty for a name without Chinese characters.
    """
    if not _CHINESE.search(name):
        return ""
    syllables = [part.lower() for word in _words(normalise(name)) for part in _syllables(word) if part.isalnum()]
    initials = "".join(s[0] for s in syllables)
    words = dict.fromkeys(
        word for start in range(len(syllables)) for word in (initials[start:], "".join(syllables[start : start + 8]))
    )
    return " ".join(words)


def _words(name: str) -> Iterator[str]:
    """A name cut as the pinyin dictionary knows words, since 重 in 重庆 reads otherwise than in 重量."""
    for part in simpleseg.seg(name):
        yield from mmseg.seg.cut(part) if _CHINESE.match(part) else [part]


@lru_cache(maxsize=65536)  # the words of firm names repeat: 有限公司, 江西, 科技
def _syllables(word: str) -> list[str]:
    # other letters count one by one; the library takes a list, its stub does not say so
    return lazy_pinyin(word, style=Style.NORMAL, errors=list)  # type: ignore[arg-type]
