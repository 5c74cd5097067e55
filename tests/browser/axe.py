"""What axe-core finds on a page: the rules of WCAG 2.2 at levels A and AA."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

WCAG_22_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


def violations(page: Page) -> list[str]:
    """A line for each element that breaks a rule: the rule, where, and what would mend it.

    The script is evaluated from outside the page, so its Content-Security-Policy stands as it is.
    """
    page.evaluate(AXE_SCRIPT)
    found: dict[str, Any] = page.evaluate("only => axe.run({runOnly: only})", WCAG_22_AA)
    return [
        f"{rule['id']} {element['target']}: {element['failureSummary']}"
        for rule in found["violations"]
        for element in rule["nodes"]
    ]
