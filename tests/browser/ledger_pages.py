"""The pages of ledgers as a person uses them: what is dropped, chosen, read and taken away."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

WORK = 120_000
"""Work in a fresh database: each of its statements is planned while the page waits."""

# A drop as the browser makes it: files in a DataTransfer, on whatever lies under the pointer.
_DROP = """
(element, files) => {
  const carried = new DataTransfer();
  for (const [name, content] of files) {
    const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
    carried.items.add(new File([bytes], name));
  }
  for (const kind of ["dragenter", "dragover", "drop"])
    element.dispatchEvent(new DragEvent(kind, { dataTransfer: carried, bubbles: true, cancelable: true }));
}
"""


class LedgerPage:
    """One open page of ledgers."""

    def __init__(self, page: Page, address: str, path: str) -> None:
        self.page = page
        page.goto(f"{address}{path}")
        self.answered()

    def answered(self) -> None:
        """Wait until everything asked so far is answered."""
        expect(self.page.locator("main[data-answered]:not([data-pending])")).to_be_visible(timeout=WORK)

    def tab(self, name: str) -> Locator:
        return self.page.get_by_role("tab").filter(has_text=name)

    def count(self, name: str) -> Locator:
        """How many lines a tab says it has."""
        return self.tab(name).locator(".tab-count")

    @property
    def rows(self) -> Locator:
        """The lines of the table shown."""
        return self.page.locator("table.lines tbody tr:not(.cells)")

    def row(self, *words: str) -> Locator:
        """The lines that have all these words."""
        found = self.rows
        for word in words:
            found = found.filter(has_text=word)
        return found

    def press(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).click()

    @property
    def problem(self) -> Locator:
        return self.page.locator(".problem")

    @property
    def outcome(self) -> Locator:
        return self.page.locator(".outcome")


class ImportPage(LedgerPage):
    """台账导入."""

    def __init__(self, page: Page, address: str) -> None:
        super().__init__(page, address, "/import")

    def drop(self, *paths: Path) -> None:
        """Let files fall on the page, and wait until all of them have arrived."""
        files = [[path.name, base64.b64encode(path.read_bytes()).decode()] for path in paths]
        self.page.locator("main").evaluate(_DROP, files)
        expect(self.page.locator("#arriving")).to_be_empty(timeout=WORK)

    def choose(self, paths: Sequence[Path]) -> None:
        """Choose files by the button."""
        with self.page.expect_file_chooser() as chooser:
            self.page.locator("#drop").click()
        chooser.value.set_files(list(paths))

    def card(self, name: str) -> Locator:
        return self.page.get_by_role("listitem").filter(has_text=name)

    def stands(self, name: str, stage: str) -> None:
        """Wait until a file is that far."""
        expect(self.card(name).locator(".stage")).to_have_text(stage, timeout=WORK)

    def show(self, name: str) -> None:
        self.card(name).locator(".file-card").click()
        expect(self.page.locator(".file-name")).to_have_text(name)

    def taken(self, label: str) -> Locator:
        """A control that says what the file was taken for."""
        return self.page.locator(".taken").get_by_label(label, exact=True)

    def pick_first_of_month(self, label: str) -> None:
        """In the calendar that unfolds below the field, whatever month it shows."""
        self.taken(label).click()
        self.page.locator(".mantine-DateInput-day:not([data-outside])").first.click()

    def take_as(self, extent: str) -> None:
        self.page.locator(".taken .extent").get_by_text(extent, exact=True).click()

    def heading(self, written: str) -> Locator:
        """The control that says which column an unknown heading is."""
        return self.page.get_by_role("combobox", name=f"“{written}”是哪一项", exact=True)

    def load(self, name: str) -> None:
        """Load the file that is shown, and wait until it is in."""
        self.press("导入")
        self.stands(name, "已导入")

    def returned(self, to: Path) -> Path:
        """Take the rejected rows away."""
        with self.page.expect_download() as download:
            self.page.get_by_role("link", name="退回表(含原因)").click()
        path = to / download.value.suggested_filename
        download.value.save_as(path)
        return path


class ReviewPage(LedgerPage):
    """待核对."""

    def __init__(self, page: Page, address: str, link: str = "") -> None:
        super().__init__(page, address, f"/review{link}")

    @property
    def candidates(self) -> Locator:
        return self.page.locator(".candidate[role=radio]")

    def candidate(self, name: str) -> Locator:
        return self.candidates.filter(has=self.page.get_by_text(name, exact=True))

    @property
    def decided(self) -> Locator:
        """What was decided just now, the newest first."""
        return self.page.locator(".decided-one")

    def take_back(self) -> None:
        """Take the newest decision back."""
        before = self.decided.count()
        self.decided.first.get_by_role("button", name="撤回这个决定").click()
        expect(self.decided).to_have_count(before - 1, timeout=WORK)


class LoadsPage(LedgerPage):
    """导入记录."""

    def __init__(self, page: Page, address: str) -> None:
        super().__init__(page, address, "/loads")

    def find(self, words: str) -> None:
        self.page.locator(".find input").fill(words)
