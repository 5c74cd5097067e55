"""The application: pages, callbacks, the rules of what a browser may load, and the server that carries it."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable
from functools import partial
from types import ModuleType
from typing import Any

import dash
import dash_mantine_components as dmc
import waitress
from dash import Dash, html
from flask import Response, request

from app import callbacks, ids
from app.components import header
from app.context import Context
from app.first_bytes import FirstBytes
from app.first_picture import first_picture
from app.i18n import chosen_language, say, text
from app.importing import routes
from app.importing.desk import Desk
from app.importing.uploads import Uploads
from app.kept import Kept
from app.loads import is_demo
from app.loads_listed import Listings
from app.opening import kept_opening
from app.pages import explorer, firm, importing, loads, mapping, overview, questions, reviewing
from app.quiet import Quiet
from app.reviewing.deciding import Reviews
from app.saved.cabinet import Cabinet
from app.scene.shelf import Shelf
from app.theme import Theme, components_theme, css_variables
from graph.connection import Database
from graph.errors import LiangxinError, SettingsError
from graph.settings import Settings
from graph.text import Language

THREADS = 8
PAGES = (overview, explorer, mapping, questions, importing, reviewing, loads)
LOCALES = {"zh": "zh-cn", "en": "en"}
"""The names of months in calendars; the Chinese ones stand in assets."""


class Application(Dash):
    """Dash, with the visitor's language and theme in the page's first bytes, so that nothing flashes."""

    first: Callable[[Language], str] = staticmethod(lambda _language: "")
    """What stands in the page until its scripts have drawn."""

    def interpolate_index(self, **parts: Any) -> str:  # type: ignore[override]
        """The page before any script runs."""
        language = chosen_language()
        return (
            f'<!DOCTYPE html><html lang="{"zh-CN" if language == "zh" else "en"}" '
            f'data-mantine-color-scheme="{chosen_theme()}"><head>{parts["metas"]}'
            f"<title>{say('product', language)}</title>{parts['favicon']}{parts['css']}<style>{css_variables()}</style>"
            f"</head><body>{parts['app_entry']}{self.first(language)}"
            f"<footer>{parts['config']}{parts['scripts']}{parts['renderer']}</footer></body></html>"
        )


def create_app(database: Database, settings: Settings, kept: Kept | None = None) -> Dash:
    """The application on a database; scenes are kept under the settings' home, answers in `kept`."""
    app = Application(
        __name__,
        title=say("product", "zh"),
        update_title="",
        use_pages=True,
        pages_folder="",
        suppress_callback_exceptions=True,
        meta_tags=[{"name": "viewport", "content": "width=device-width, initial-scale=1"}],
    )
    for page in PAGES:
        layout = partial(_page, page, database)
        dash.register_page(page.__name__, path=page.PATH, title=page.TITLE.zh, layout=layout)  # type: ignore[no-untyped-call]
    layout = partial(_page, firm, database)
    dash.register_page(firm.__name__, path_template=firm.PATH_TEMPLATE, title=firm.TITLE.zh, layout=layout)  # type: ignore[no-untyped-call]
    app.layout = _shell
    desk = Desk(database, settings.home, Uploads(settings.home))
    desk.uploads.clear_abandoned()
    reviews, listings = Reviews(database, desk.worker), Listings(database, desk.worker)
    kept, shelf, cabinet = kept or Kept(database), Shelf(settings.home), Cabinet(settings.home)
    app.first = _first_picture(database, kept)
    callbacks.register(app, Context(database, kept, shelf, desk, reviews, listings, cabinet, settings.home))
    routes.register(app.server, desk)
    _restrict(app)
    return app


def _page(page: ModuleType, database: Database, **link: str) -> html.Div:
    """A page in the visitor's language. The link in its address is read by its script; a page of one thing is told."""
    language = chosen_language()
    links = [(other.PATH, other.TITLE.say(language)) for other in PAGES]
    top = header.build(language, links, getattr(page, "PATH", ""), demo=_demo(database))
    told = page.build(language) if page in PAGES else page.build(language, **link)
    return html.Div([top, told], className="page")


def _demo(database: Database) -> bool:
    """Whether the demo zone is loaded; while the database is gone, what the page asks tells so."""
    try:
        return is_demo(database)
    except LiangxinError:
        return False


def _first_picture(database: Database, kept: Kept) -> Callable[[Language], str]:
    """Tells the picture that the explorer opens with, where it is kept and the page was not come to from another of
    ours: such a tab may show something of its own.
    """

    def drawn(language: Language) -> str:
        scene = kept_opening(database, kept, language)
        return first_picture(scene, language, demo=is_demo(database)) if scene else ""

    first = FirstBytes(drawn)

    def told(language: Language) -> str:
        fresh = request.headers.get("Sec-Fetch-Site", "none") != "same-origin"
        return first.tell(language) if fresh and request.full_path.rstrip("?") == explorer.PATH else ""

    return told


def _shell() -> dmc.MantineProvider:
    return dmc.MantineProvider(
        dmc.DatesProvider(dash.page_container, settings={"locale": LOCALES[chosen_language()]}),
        id=ids.PROVIDER,
        theme=components_theme(),
        forceColorScheme=chosen_theme(),
    )


def chosen_theme() -> Theme:
    """The visitor's theme; light unless they chose dark."""
    return "dark" if request.cookies.get("theme") == "dark" else "light"


def _restrict(app: Dash) -> None:
    """Nothing from outside, and no script but our own."""
    policies: list[str] = []

    def headers(response: Response) -> Response:
        if not policies:
            scripts = " ".join(["'self'", *app.csp_hashes()])
            policies.append(
                f"default-src 'self'; script-src {scripts}; style-src 'self' 'unsafe-inline'; "
                "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; object-src 'none'; "
                "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
            )
        response.headers["Content-Security-Policy"] = policies[0]
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Referrer-Policy"] = "no-referrer"
        return response

    app.server.after_request(headers)


def serve(
    database: Database,
    settings: Settings,
    host: str = "127.0.0.1",
    port: int = 8050,
    ready: Callable[[Quiet, Kept], None] = lambda _quiet, _kept: None,
) -> None:
    """Serve until ended; `ready` is called once the address is ours, with what tells when no request is answered and
    with the answers that the pages keep.

    SettingsError for an address that others could reach, or a port in use.
    """
    _refuse_outside(host)
    kept, quiet = Kept(database), Quiet()
    server = create_app(database, settings, kept).server
    quiet.watch(server)
    try:
        listening = waitress.create_server(server, host=host, port=port, threads=THREADS)
    except OSError as error:
        raise SettingsError(text("port_taken", port=port), text("port_taken_next")) from error
    ready(quiet, kept)
    listening.run()


def _refuse_outside(host: str) -> None:
    addresses = {str(found[4][0]) for found in socket.getaddrinfo(host, None)}
    if not all(ipaddress.ip_address(address).is_loopback for address in addresses):
        raise SettingsError(text("not_loopback", host=host), text("not_loopback_next"))
