"""Cypher in files: a header of YAML in leading `//` lines, a body, and shared parts by `// include: <part>` lines."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from graph.declaration import wrong
from graph.text import Text

PARTS = Path(__file__).parent / "cypher" / "parts"

_INCLUDE = re.compile(r"^(?P<indent> *)// include: (?P<part>\S+)\s*$")
_PARAMETER = re.compile(r"\$(\w+)")
_ALIAS = re.compile(r"(?:^|\s)AS (\w+)$")


def split_header(text: str) -> tuple[str, str]:
    """The header (without its `//`) and the body, which starts at the first include or line that is no comment."""
    lines = text.splitlines()
    end = next((i for i, line in enumerate(lines) if not line.startswith("//") or _INCLUDE.match(line)), len(lines))
    return "\n".join(line[2:].removeprefix(" ") for line in lines[:end]), "\n".join(lines[end:]).strip()


def compose(body: str, file: str, folder: Path = PARTS, given: Mapping[str, str] | None = None) -> str:
    """The body with every include replaced by its part, indented alike. DeclarationError names an unknown part.

    A part that is `given` has its words in place of its own, where the body itself includes it at the start of a line.
    """
    lines = [_given(line, given or {}) for line in body.splitlines()]
    return "\n".join(_lines("\n".join(lines), file, folder, ()))


def included(body: str) -> tuple[str, ...]:
    """The parts that the body itself includes at the start of a line, in order."""
    return tuple(found["part"] for line in body.splitlines() if (found := _INCLUDE.match(line)) and not found["indent"])


def _given(line: str, given: Mapping[str, str]) -> str:
    found = _INCLUDE.match(line)
    return given.get(found["part"], line) if found and not found["indent"] else line


def _lines(body: str, file: str, folder: Path, within: tuple[str, ...]) -> list[str]:
    lines: list[str] = []
    for line in body.splitlines():
        found = _INCLUDE.match(line)
        if found is None:
            lines.append(line)
            continue
        part = found["part"]
        path = folder / f"{part}.cypher"
        if not path.is_file():
            known = ", ".join(sorted(p.stem for p in folder.glob("*.cypher")))
            raise wrong(
                file,
                "include",
                Text(f"没有名为 “{part}” 的片段", f"there is no part “{part}”"),
                Text(f"可用：{known}", f"choose from: {known}"),
            )
        if part in within:
            circle = " → ".join((*within, part))
            raise wrong(
                file,
                "include",
                Text(f"片段互相包含：{circle}", f"parts include each other: {circle}"),
                Text("去掉其中一个 include", "remove one of the includes"),
            )
        _, inner = split_header(path.read_text(encoding="utf-8"))
        lines += [found["indent"] + inner_line for inner_line in _lines(inner, path.name, folder, (*within, part))]
    return lines


def parameters(cypher: str) -> set[str]:
    """The names of all `$parameters` in the Cypher."""
    return set(_PARAMETER.findall(cypher))


def returned(cypher: str) -> tuple[str, ...]:
    """The aliases of the final RETURN, which stands at the start of a line, in order."""
    final = re.split(r"^RETURN ", cypher, flags=re.MULTILINE)[-1]
    items = re.split(r"^ORDER BY ", final, flags=re.MULTILINE)[0]
    return tuple(_alias(item.strip()) for item in _top_level(items))


def _alias(item: str) -> str:
    found = _ALIAS.search(item)
    return found[1] if found else item


def _top_level(items: str) -> list[str]:
    """The items between commas that no bracket encloses."""
    found, depth = [""], 0
    for character in items:
        depth += (character in "([{") - (character in ")]}")
        if character == "," and depth == 0:
            found.append("")
        else:
            found[-1] += character
    return found
