"""A person without a mouse: keys only, and after each key the focus stands where it is seen."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

FAR = 90
"""So many times a person presses Tab at most to get somewhere."""
WATCH_THE_MOUSE = (
    "window.byMouse = 0; for (const kind of ['pointerdown', 'mousedown', 'wheel'])"
    " addEventListener(kind, () => (window.byMouse += 1), true)"
)


class Keyboard:
    """The keys of one page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        page.add_init_script(WATCH_THE_MOUSE)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
        self.sees()

    def type(self, words: str) -> None:
        self.page.keyboard.type(words, delay=20)
        self.sees()

    def sees(self) -> None:
        """The focus is on something, is marked, and lies in the window."""
        focus = self.page.locator(":focus-visible")
        expect(focus).to_have_count(1)
        expect(focus).to_be_in_viewport()

    def to(self, target: Locator, key: str = "Tab") -> None:
        """Go on until the focus is on the target."""
        for _ in range(FAR):
            if target.count() and target.evaluate("element => element === document.activeElement"):
                return self.sees()
            self.page.keyboard.press(key)
        raise AssertionError(f"{key} does not lead to {target}")

    def choose(self, option: str, typed: str = "") -> None:
        """In the choice that has the focus: open it, or type in it, and walk down to the option."""
        if typed:
            self.type(typed)
        else:
            self.press("ArrowDown")
        expect(self.page.get_by_role("option").filter(has_text=option).first).to_be_visible()
        marked = self.page.locator("[role=option][data-combobox-selected]")
        for _ in range(FAR):
            if marked.count() and option in marked.inner_text():
                return self.press("Enter")
            self.press("ArrowDown")
        raise AssertionError(f"the arrow does not lead to {option}")

    def mouse_events(self) -> int:
        """How often a pointer was used on the page now open."""
        used: int = self.page.evaluate("window.byMouse")
        return used
