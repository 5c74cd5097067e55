"""Four ways to bring neighbours to the canvas: 50 nodes and 75 edges added to 2,000 nodes and 3,000 edges.

`python -m benchmarks.adding_elements` clicks in a headless Chromium (found as the browser tests find it) on one bare
page for each way and prints Markdown tables for docs/measurements.md. The peer is the plain Dash way, the whole
`elements` from the server: ratios to it count; the milliseconds are this machine's.
"""

from __future__ import annotations

import random
import statistics
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.metadata import version
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

import dash_cytoscape
import waitress
from dash import ClientsideFunction, Dash, Input, Output, Patch, State, dcc, html
from playwright.sync_api import Browser, CDPSession, Page, Request, sync_playwright

from app.theme.canvas import stylesheet
from tests.browser import chromium

Element = dict[str, Any]
FIRMS, COVERS, MEMBERS, WORKS_AT = 2000, 3000, 50, 75
ROUNDS, CLICKS = 5, 5
"""The ways take turns, so that what else the machine does falls on all; each turn is a new page and its clicks."""
HEAD = "| way | drawn after | ratio | blocked | busy | ratio | sent up | sent down | ratio | existing nodes moved |"


class Way(NamedTuple):
    """One way: what the server answers to click 1, 2, …, and the function in assets that draws it, if not Dash."""

    name: str
    answer: Callable[[int], list[Element] | Patch]
    script: str | None = None


class Taken(NamedTuple):
    """What one way took: milliseconds (main thread blocked: in tasks over 50 ms; busy: in all), bytes and pixels."""

    drawn: float
    blocked: float
    busy: float
    up: float
    down: float
    moved: float


def node(key: str, label: str, x: float, y: float) -> Element:
    """A node where it is to stand."""
    return {"data": {"id": key, "type": key.split(":")[0], "label": label}, "position": {"x": x, "y": y}}


def edge(key: str, source: str, target: str, name: str) -> Element:
    """An edge with the data the canvas's edges have."""
    return {"data": {"id": key, "source": source, "target": target, "name": name, "label": name}}


def firms() -> list[Element]:
    """The picture before: firms on a grid, edges at random, the same in every run."""
    chance = random.Random(1)
    keys = [f"Enterprise:{i}" for i in range(FIRMS)]
    nodes = [node(key, f"岚川企业{i}有限公司", i % 50 * 144, i // 50 * 88) for i, key in enumerate(keys)]
    return nodes + [edge(f"c{i}", chance.choice(keys), chance.choice(keys), "COVERS") for i in range(COVERS)]


def members(click: int) -> list[Element]:
    """What one click adds, in the part of the picture that the window shows."""
    keys = [f"Member:{click}-{i}" for i in range(MEMBERS)]
    nodes = [node(key, key[7:], 50 + i % 7 * 120 + click * 9, 40 + i // 7 * 70) for i, key in enumerate(keys)]
    return nodes + [edge(f"w{click}-{i}", keys[i % MEMBERS], f"Enterprise:{i}", "WORKS_AT") for i in range(WORKS_AT)]


BEFORE = firms()


def whole(click: int) -> list[Element]:
    """Everything there is after a click."""
    return [*BEFORE, *chain.from_iterable(members(earlier) for earlier in range(1, click + 1))]


def patch(click: int) -> Patch:
    """Only what a click adds, for Dash to append."""
    change = Patch()
    change.extend(members(click))
    return change


WAYS = [
    Way("whole `elements` from the server", whole),
    Way("Dash `Patch` on `elements`", patch),
    Way("client-side merge into `elements`", members, "merge"),
    Way("`cy.add` from an assets script", members, "add"),
]


def page_of(way: Way) -> Dash:
    """A page with the canvas and a button that adds in this way."""
    app = Dash(__name__, assets_folder=str(Path(__file__).parent / "assets"))
    canvas = dash_cytoscape.Cytoscape(
        id="canvas",
        elements=[] if way.script == "add" else BEFORE,
        layout={"name": "preset", "fit": False},
        autoRefreshLayout=False,
        stylesheet=stylesheet("light", large=True),
        style={"width": "900px", "height": "600px"},
    )
    app.layout = html.Div([html.Button("+", id="go"), canvas, dcc.Store(id="arrived")])
    elements, arrived = Output("canvas", "elements"), Output("arrived", "data")
    app.callback(arrived if way.script else elements, Input("go", "n_clicks"), prevent_initial_call=True)(way.answer)
    if way.script:
        drawing = ClientsideFunction("adding", way.script), elements, Input("arrived", "data")
        app.clientside_callback(*drawing, State("canvas", "elements"), prevent_initial_call=True)  # type: ignore[no-untyped-call]
    return app


@contextmanager
def served(way: Way) -> Iterator[str]:
    """Where the page of this way answers, on a free port."""
    server = waitress.create_server(page_of(way).server, host="127.0.0.1", port=0, threads=8)
    threading.Thread(target=server.run, daemon=True).start()
    yield f"http://127.0.0.1:{server.effective_port}/"
    server.close()


def open_page(page: Page, address: str, way: Way) -> None:
    """The picture before, drawn and at rest."""
    page.goto(address)
    page.wait_for_function("window.cy")
    if way.script == "add":
        page.evaluate("elements => dash_clientside.adding.first(elements)", BEFORE)
    page.wait_for_function("count => cy.elements().length === count", arg=len(BEFORE))
    page.wait_for_timeout(2500)


def busy(session: CDPSession) -> float:
    """Milliseconds the main thread has worked so far."""
    metrics = session.send("Performance.getMetrics")["metrics"]
    return float(next(metric["value"] for metric in metrics if metric["name"] == "TaskDuration")) * 1000


def click(page: Page, session: CDPSession, asked: list[Request]) -> Taken:
    """One click, with the requests it made, which the page adds to those asked."""
    asked.clear()
    before = busy(session)
    seen = page.evaluate("added => dash_clientside.adding.measure(added)", MEMBERS + WORKS_AT)
    seen["busy"] = busy(session) - before
    up = sum(len(request.post_data_buffer or b"") for request in asked)
    down = sum(len(answer.body()) for request in asked if (answer := request.response()))
    return Taken(**seen, up=up, down=down)


def turn(browser: Browser, way: Way) -> list[Taken]:
    """The clicks on one new page."""
    asked: list[Request] = []
    with served(way) as address, browser.new_page() as page:
        page.on("requestfinished", lambda request: asked.append(request))
        open_page(page, address, way)
        session = page.context.new_cdp_session(page)
        session.send("Performance.enable")
        return [click(page, session, asked) for _ in range(CLICKS)]


def row(way: Way, taken: Taken, peer: Taken) -> str:
    """A row of the table; a ratio is the peer's time or bytes divided by this way's."""
    blocked = f"{taken.blocked:.0f} ms" if taken.blocked else "none over 50 ms"
    times = f"{taken.drawn:.0f} ms | {peer.drawn / taken.drawn:.1f} | {blocked} | {taken.busy:.0f} ms"
    sizes = f"{taken.up / 1000:.1f} KB | {taken.down / 1000:.0f} KB | {peer.down / taken.down:.0f}"
    return f"| {way.name} | {times} | {peer.busy / taken.busy:.1f} | {sizes} | {taken.moved:.0f} px |\n"


def table(rounds: list[list[list[Taken]]], part: slice) -> str:
    """The Markdown table: medians over a part of each page's clicks."""
    clicks = [chain.from_iterable(turn[part] for turn in turns) for turns in zip(*rounds, strict=True)]
    taken = [Taken(*map(statistics.median, zip(*of_way, strict=True))) for of_way in clicks]
    rows = [row(way, took, taken[0]) for way, took in zip(WAYS, taken, strict=True)]
    return f"{HEAD}\n{'|---' * (HEAD.count('|') - 1)}|\n{''.join(rows)}"


def main() -> None:
    """Measure and print."""
    packages = ", ".join(f"{package} {version(package)}" for package in ("dash", "dash-cytoscape"))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.executable(), args=chromium.arguments())
        sys.stdout.write(f"{packages}, Chromium {browser.version}\n\n")
        rounds = [[turn(browser, way) for way in WAYS] for _ in range(ROUNDS)]
        browser.close()
    sys.stdout.write(f"First click on a new page, median of {ROUNDS}:\n\n{table(rounds, slice(1))}\n")
    sys.stdout.write(f"Later clicks, median of {ROUNDS * (CLICKS - 1)}:\n\n{table(rounds, slice(1, None))}")


if __name__ == "__main__":
    main()
