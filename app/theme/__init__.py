"""What tokens look like: the only place that knows a colour or an icon."""

from __future__ import annotations

from typing import Any, Literal

Theme = Literal["light", "dark"]

TOKENS: dict[Theme, dict[str, str]] = {
    "light": {
        # Node types. Told apart by shape and icon too; hues and lightness differ for colour-blind eyes.
        "branch": "#c0392b",
        "firm": "#2b62a8",
        "officer": "#00796b",
        "person": "#b86e00",
        "organ": "#7b4f9d",
        "place": "#5d6b7a",
        "pair": "#a83f74",
        "event": "#2d83a6",
        "record": "#767676",
        # Meaning.
        "ghost": "#b4470f",
        "hole": "#b42318",
        "adjust": "#8a5a00",
        "check": "#3d5a80",
        # The page.
        "paper": "#ffffff",
        "desk": "#f3f5f8",
        "line": "#dfe4ea",
        "ink": "#1b2530",
        "quiet": "#566373",
        "edge": "#7f8c9b",
        "focus": "#1f6fd1",
        "wash": "#eef2f7",
    },
    "dark": {
        "branch": "#e8685a",
        "firm": "#5b95dd",
        "officer": "#2ba595",
        "person": "#d99a3a",
        "organ": "#a97fd0",
        "place": "#8795a6",
        "pair": "#d0719f",
        "event": "#55aacc",
        "record": "#9a9a9a",
        "ghost": "#f0915a",
        "hole": "#ff8f80",
        "adjust": "#e3b25a",
        "check": "#9cb8de",
        "paper": "#171c23",
        "desk": "#0f1318",
        "line": "#2c343f",
        "ink": "#e6ebf1",
        "quiet": "#9fabb9",
        "edge": "#6d7b8b",
        "focus": "#6fb1ff",
        "wash": "#202731",
    },
}

FONT = (
    '-apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", '
    '"WenQuanYi Micro Hei", sans-serif'
)

# Ten shades of the brand red for the component library, lightest first.
_BRAND = ["#fdf0ee", "#f9dcd8", "#f0b5ae", "#e88c81", "#e06a5c", "#d85445", "#c0392b", "#a92f23", "#96281d", "#7f1f16"]

# A choice says what it is; menu.js adds whether it is open. Its list scrolls itself: an inner scroller would be a stop
# that a keyboard cannot reach.
_SELECT = {"withScrollArea": False, "role": "combobox"}


def css_variables() -> str:
    """The tokens as CSS variables, for the page's head."""
    rules = []
    for theme, tokens in TOKENS.items():
        values = "".join(f"--{name}:{colour};" for name, colour in tokens.items())
        rules.append(f':root[data-mantine-color-scheme="{theme}"]{{{values}color-scheme:{theme}}}')
    return f":root{{--font:{FONT}}}" + "".join(rules)


def components_theme() -> dict[str, Any]:
    """The component library's theme."""
    return {
        "fontFamily": FONT,
        "headings": {"fontFamily": FONT, "fontWeight": "600"},
        "colors": {"brand": _BRAND},
        "primaryColor": "brand",
        "primaryShade": {"light": 6, "dark": 7},
        "defaultRadius": 4,
        "cursorType": "pointer",
        "focusRing": "auto",
        "components": {"Select": {"defaultProps": _SELECT}},
    }
