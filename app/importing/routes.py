"""The two ways of a file: one that a person drops arrives, the rejected rows of one that was loaded leave.

Only our own page may send: a request must bear a header that no other site's page can set without being asked first.
"""

from __future__ import annotations

from io import BytesIO

from flask import Flask, Response, request, send_file

from app.i18n import chosen_language, text
from app.importing.deeds import complain, receive
from app.importing.desk import Desk
from app.importing.loading import returned_workbook
from graph.errors import LedgerRefused, LiangxinError

HEADER = "X-Liangxin"


def register(server: Flask, desk: Desk) -> None:
    """Add both to the server."""

    def arrive(tab: str) -> tuple[dict[str, str], int]:
        if HEADER not in request.headers:
            complain(desk, tab, LedgerRefused(text("not_from_page"), text("reload_page")))
            return {}, 400
        try:
            received = desk.uploads.receive(request.args.get("name", ""), request.stream, request.content_length)  # type: ignore[arg-type]
            receive(desk, tab, received)
        except LiangxinError as error:
            complain(desk, tab, error)  # the page asks next, and is told there
        return {}, 200

    def leave(tab: str, file: str) -> Response:
        try:
            name, content = returned_workbook(desk, tab, file, chosen_language())
        except LiangxinError as error:
            return Response(error.say(chosen_language()), 404, mimetype="text/plain")
        return send_file(BytesIO(content), as_attachment=True, download_name=name)

    server.add_url_rule("/importing/files/<tab>", view_func=arrive, endpoint="arrive", methods=["POST"])
    server.add_url_rule("/importing/returned/<tab>/<file>", view_func=leave, endpoint="leave")
