"""A firm's file is asked for when its page has opened."""

from __future__ import annotations

from typing import Any

from dash import ClientsideFunction, Dash, Input, Output

from app import ids
from app.components import firm_file as sheet
from app.components.overview import notice
from app.context import Context
from app.firm_file import firm_file
from app.i18n import chosen_language
from app.loads import is_demo
from graph.errors import LiangxinError


def register(app: Dash, context: Context) -> None:
    """The page's callbacks."""

    @app.callback(Output(ids.FIRM_SHEET, "children"), Input(ids.FIRM_ASKED, "data"))
    def told(asked: dict[str, str]) -> Any:
        language = chosen_language()
        try:
            file = firm_file(context, asked["key"], asked["at"], language)
            if file is None:
                return notice.no_data(language)
            return sheet.build(file, is_demo(context.database), language)
        except LiangxinError as error:
            return notice.failed(error, language)

    begin = ClientsideFunction("firm", "begin")
    app.clientside_callback(begin, Output(ids.FIRM_BEGUN, "data"), Input(ids.FIRM_WORDS, "data"))  # type: ignore[no-untyped-call]
