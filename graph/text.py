"""Words in two languages: Chinese first, English complete.

Everything a person reads is a `Text`; the language is chosen only where it leaves (page, command line).
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Language = Literal["zh", "en"]


class Text(NamedTuple):
    """One sentence or label in both languages; `{placeholders}` are filled by `fill`."""

    zh: str
    en: str

    def say(self, language: Language) -> str:
        """The words in one language."""
        return self.zh if language == "zh" else self.en

    def fill(self, **values: object) -> Text:
        """The same text with its placeholders filled; a `Text` value is filled language by language."""

        def chosen(language: Language) -> dict[str, object]:
            return {k: v.say(language) if isinstance(v, Text) else v for k, v in values.items()}

        return Text(self.zh.format(**chosen("zh")), self.en.format(**chosen("en")))
