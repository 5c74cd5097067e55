"""The explorer in a headless Chromium without a GPU, beside stock dash-cytoscape showing the same graph.

`python -m benchmarks.viewer [ZONE]` (`make bench-viewer`) prints Markdown for docs/measurements.md. ZONE is `demo`, or
`demo=HOME` for the demo zone of a home; of any other, a number of firms or `name=HOME`, only the opening is measured.
Panning is measured on graphs that are made up, with Chinese names; what follows a click is measured on the demo zone.
"""

from __future__ import annotations

import json
import random
import statistics
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

import dash_cytoscape
from dash import Dash
from flask import has_request_context, request
from playwright.sync_api import Browser, Page, Response, sync_playwright

from app.callbacks.acting import PATH
from app.cli.serving import make_ready
from app.converters.elements import edges_of, nodes_of
from app.counting_ahead import count_ahead
from app.factory import create_app
from app.kept import Kept
from app.opening import ask_opening
from app.placing import place
from app.scene.state import Scene
from benchmarks.questions import zone
from graph.connection import Database
from graph.settings import Settings
from queries.results import Picture, PictureEdge, PictureNode, Ref
from tests.browser import chromium
from tests.browser.conftest import listening

SIZES, EDGES_EACH = (1000, 2000, 5000), 1.5
ROUNDS, SECONDS = 3, 3.0
EXPANDS, NEIGHBOURS = 20, 50
PICTURES = ("unreached", "clusters")
"""Questions that draw few and many nodes of the demo zone: an expand is taken in each."""
PACE = 1500
"""Milliseconds between clicks: a person reads what the inspector tells before the next."""
WINDOW = {"width": 1440, "height": 900}

FRAMES = """
([seconds, name]) => new Promise((done) => {
  const cy = window[name], begun = performance.now();
  let frames = 0;
  const step = (now) => {
    if (now - begun > seconds * 1000) return done(frames / ((now - begun) / 1000));
    cy.panBy({ x: frames % 60 < 30 ? 4 : -4, y: 0 });
    frames += 1;
    requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
})
"""
FIRST = '<div id="first-picture"'
"""What the page's first bytes have where they draw the picture themselves; its paint is the first with any content."""
PAINTED = "performance.getEntriesByName('first-contentful-paint')[0].startTime"
DRAWN = "els => liangxin.draw({reset: true, add: els, select: [], version: liangxin.version, fit: true})"
BUSIEST = """
MATCH (branch:Branch)<-[r:BELONGS_TO]-(:Member) WHERE r.since <= $at < r.until
RETURN branch.key AS key, count(*) AS number ORDER BY number DESC LIMIT 1
"""


def made_up(size: int) -> Scene:
    """Firms with Chinese names, one and a half edges each at random; the same for the same size."""
    chance = random.Random(size)
    nodes = [PictureNode(Ref("Enterprise", str(i)), f"岚川第{i}精密机械有限公司") for i in range(size)]
    pairs = [chance.sample(nodes, 2) for _ in range(int(size * EDGES_EACH))]
    edges = [PictureEdge(a.ref, b.ref, "SUPPLIES") for a, b in pairs]
    picture = Picture.of(nodes, edges)
    drawn = {node.ref.id: node for node in picture.nodes}
    return Scene(nodes=drawn, edges={e.id: e for e in picture.edges}, positions=place(picture, {}))


def elements(scene: Scene) -> list[dict[str, Any]]:
    """The scene as both viewers are given it."""
    return nodes_of(scene, scene.nodes) + edges_of(scene, scene.edges, "zh")


@contextmanager
def stock(shown: list[dict[str, Any]]) -> Iterator[str]:
    """A bare page with the component as it comes, and where it answers."""
    bare = Dash(__name__, assets_folder="none")
    style = [
        {"selector": "node", "style": {"label": "data(label)"}},
        {"selector": "edge", "style": {"curve-style": "bezier", "target-arrow-shape": "triangle"}},
    ]
    layout = {"name": "preset"}
    size = {"width": "100%", "height": "860px"}
    bare.layout = dash_cytoscape.Cytoscape(id="stock", elements=shown, layout=layout, stylesheet=style, style=size)
    with listening(bare.server) as address:
        yield address


def opened(browser: Browser, address: str) -> Page:
    """A fresh window at an address."""
    page = browser.new_context(viewport=WINDOW, locale="zh-CN").new_page()
    page.goto(address)
    return page


def panning(browser: Browser, ours: str) -> None:
    """Frames a second while the picture is moved, both viewers in turn: from the moment its nodes are there, when each
    frame may draw them all anew, and from then on.
    """
    names = ["stock FPS", "this explorer FPS", "ratio"]
    heads = ["nodes", "edges", *names, *(f"{name}, first {SECONDS:.0f} s" for name in names)]
    sys.stdout.write(f"| {' | '.join(heads)} |\n|{'---|' * len(heads)}\n")
    for size in SIZES:
        shown = elements(made_up(size))
        found: dict[str, list[list[float]]] = {"stock": [], "cy": []}
        with stock(shown) as address:
            for _ in range(ROUNDS):
                for at, name in ((address, "stock"), (f"{ours}/?q=unreached", "cy")):
                    page = opened(browser, at)
                    page.wait_for_function("() => window.cy && window.cy.nodes")
                    if name == "cy":
                        page.wait_for_selector("#canvas[data-answered]", timeout=120_000)
                        page.evaluate(DRAWN, shown)
                    page.wait_for_function("n => window.cy.nodes().length === n", arg=size, timeout=120_000)
                    found[name].append([page.evaluate(FRAMES, [SECONDS, "cy"]) for _ in range(2)])
                    page.context.close()
        told = [f"{size:,}", f"{int(size * EDGES_EACH):,}"]
        for turn in (1, 0):
            one, other = (statistics.median(turns[turn] for turns in found[name]) for name in found)
            told += [f"{one:.1f}", f"{other:.1f}", f"{other / one:.1f}"]
        sys.stdout.write(f"| {' | '.join(told)} |\n")


class Sent:
    """The answers to actions, from now on."""

    def __init__(self, page: Page) -> None:
        self._answers: list[Response] = []
        page.on("response", self._add)

    def _add(self, response: Response) -> None:
        if response.url.endswith(PATH):
            self._answers.append(response)

    @property
    def bytes(self) -> int:
        """What they brought so far."""
        return sum(len(answer.body()) for answer in self._answers)


def act(page: Page, action: dict[str, Any]) -> float:
    """Take one action; milliseconds until its answer is drawn, frame included."""
    taken: float = page.evaluate(
        """(action) => new Promise((done) => {
          const canvas = document.getElementById("canvas"), begun = performance.now();
          new MutationObserver((_, watch) => {
            watch.disconnect();
            requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - begun)));
          }).observe(canvas, { attributes: true, attributeFilter: ["data-drawn"] });
          liangxin.act(action);
        })""",
        action,
    )
    return taken


def expanding(browser: Browser, ours: str, database: Database) -> None:
    """What a click on 50 neighbours costs, in a small picture and in a large one."""
    lines = [_expanding(browser, ours, database, question) for question in PICTURES]
    sys.stdout.write(
        "\n| an expand | " + " | ".join(f"in `{question}`" for question in PICTURES) + " |\n|---|---|---|\n"
    )
    for name in lines[0]:
        sys.stdout.write(f"| {name} | {' | '.join(line[name] for line in lines)} |\n")


def _expanding(browser: Browser, ours: str, database: Database, question: str) -> dict[str, str]:
    page = opened(browser, f"{ours}/?q={question}")
    page.wait_for_selector("#canvas[data-answered]", timeout=120_000)
    at = page.evaluate("liangxin.at")
    key = database.read(BUSIEST, {"at": date.fromisoformat(at)})[0]["key"]
    act(page, {"name": "add", "node": f"Branch:{key}"})
    click = {"name": "expand", "node": f"Branch:{key}", "edge": "BELONGS_TO", "direction": "in", "other": "Member"}
    sent, taken, moved, asked = Sent(page), [], 0.0, []
    places = "Object.fromEntries(cy.nodes().map(n => [n.id(), [n.position('x'), n.position('y')]]))"
    nodes = page.evaluate("cy.nodes().length")
    for _ in range(EXPANDS):
        before, queries = page.evaluate(places), Counted.reads
        taken.append(act(page, {**click, "limit": NEIGHBOURS}))
        asked.append(Counted.reads - queries)
        after = page.evaluate(places)
        moved = max([moved, *(max(abs(a - b) for a, b in zip(before[i], after[i], strict=True)) for i in before)])
        act(page, {"name": "undo"})
        page.wait_for_timeout(PACE)
    brought = sent.bytes / (2 * EXPANDS)
    page.context.close()
    ranked = sorted(taken)
    return {
        "nodes drawn before": f"{nodes}",
        "neighbours drawn": f"{len(after) - len(before)}",
        "click to drawn, median": f"{statistics.median(ranked):.0f} ms",
        "click to drawn, p95": f"{ranked[int(0.95 * len(ranked)) - 1]:.0f} ms",
        "existing nodes moved, most": f"{moved:.1f} px",
        "queries of the database": f"{max(asked)}",
        f"bytes of {2 * EXPANDS} answers, expand and undo, mean": f"{brought:,.0f}",
    }


class Counted(Database):
    """The database, counting what it is asked by actions of the explorer."""

    reads = 0

    def read(self, *given: Any, **named: Any) -> Any:
        """Ask, and count; what the inspector asks beside an action is none of it."""
        Counted.reads += has_request_context() and request.path == PATH
        return super().read(*given, **named)


def opening(browser: Browser, ours: str) -> None:
    """From the address typed until the areas with their shares are seen, and until the canvas answers.

    By a browser that never was here and again by the same, beside a bare page of stock dash-cytoscape with ten nodes.
    """
    never, again, bare = "this explorer", "this explorer, visited before", "stock dash-cytoscape on a bare page"
    seen: dict[str, list[float]] = {never: [], again: [], bare: []}
    answers: dict[str, list[float]] = {never: [], again: [], bare: []}
    with stock(elements(made_up(10))) as stock_page:
        for _ in range(2 * ROUNDS):
            context = browser.new_context(viewport=WINDOW, locale="zh-CN")
            for who, address in ((never, ours), (again, ours), (bare, stock_page)):
                page = context.new_page()
                begun = time.perf_counter()
                received = page.goto(address, wait_until="commit")
                if who == bare:
                    page.wait_for_function("() => window.cy && window.cy.nodes && window.cy.nodes().length")
                else:
                    page.wait_for_selector("#canvas[data-answered]", timeout=300_000)
                answers[who].append(time.perf_counter() - begun)
                drawn = who != bare and received is not None and FIRST in received.text()
                seen[who].append(page.evaluate(PAINTED) / 1000 if drawn else answers[who][-1])
                page.close()
            context.close()
    sys.stdout.write("\n| opening | first picture seen, median | most | canvas answers, median | most |\n")
    sys.stdout.write("|---|---|---|---|---|\n")
    for who in answers:
        told = (f"{take(taken[who]):.2f} s" for taken in (seen, answers) for take in (statistics.median, max))
        sys.stdout.write(f"| {who} | {' | '.join(told)} |\n")


@contextmanager
def made_ready(database: Database, settings: Settings, *, whole: bool) -> Iterator[str]:
    """The page as `serve` has it once it has worked ahead, or done what the opening needs; where it answers."""
    kept = Kept(database)
    count_ahead(database)
    (make_ready if whole else ask_opening)(database, kept)
    with listening(create_app(database, settings, kept).server) as address:
        yield address


def measure(settings: Settings, *, whole: bool) -> None:
    """The opening on one zone; and all the rest."""
    with (
        Counted.open(settings) as database,
        sync_playwright() as playwright,
        made_ready(database, settings, whole=whole) as ours,
    ):
        browser = playwright.chromium.launch(executable_path=chromium.executable(), args=chromium.arguments())
        version = json.dumps({"chromium": browser.version, "dash-cytoscape": dash_cytoscape.__version__})
        sys.stdout.write(f"{version}\n\n")
        opening(browser, ours)
        if whole:
            sys.stdout.write("\n")
            panning(browser, ours)
            expanding(browser, ours, database)
        browser.close()


if __name__ == "__main__":
    which = sys.argv[1] if len(sys.argv) > 1 else "demo"
    with zone(which) as measured:
        measure(measured, whole=which.partition("=")[0] == "demo")
