"""The page of planted faults."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tests.planted.planting import ROOT, faults

PAGE = ROOT / "docs" / "planted-faults.md"

_HEAD = """# 植入的错误 Planted faults

由 `python -m tests.planted` 生成，不要手改。每次在 Cypher 里只植入一处错误，再跑查询的测试：每一处都必须有测试失败。
Written by `python -m tests.planted`; do not edit. One fault at a time is planted in the Cypher: a test must fail.

| 文件 File | 错误 Fault | 原文 → 错误 Sound → planted | 哪个测试发现 Caught by |
|---|---|---|---|
"""
_ROW = re.compile(r"^\| `(\S+)\.cypher` .* `(\S+)` \|$", re.MULTILINE)


def page(caught: Mapping[str, str]) -> str:
    """The page; `caught` names the test that failed, by file."""
    rows = [
        f"| `{f.path}` | {f.tells.zh}<br>{f.tells.en} | `{_cell(f.find)}` → `{_cell(f.put)}` | `{caught[f.file]}` |\n"
        for f in faults()
    ]
    return _HEAD + "".join(rows)


def caught_before() -> dict[str, str]:
    """Which test caught each fault, by the page as it stands."""
    return dict(_ROW.findall(PAGE.read_text(encoding="utf-8")))


def _cell(cypher: str) -> str:
    return cypher.replace("|", "\\|").replace("\n", " ")
