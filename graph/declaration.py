"""Reading the project's own declaration files (schema, mappings, rules, question headers) into frozen types.

A wrong declaration is told with its file, key and remedy, never as a traceback.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any, TypeVar

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from graph.errors import DeclarationError, Place
from graph.text import Text


class Declared(BaseModel):
    """Base of all declared types: frozen, and an unknown key is an error rather than ignored."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


def _text(value: object) -> Text:
    if isinstance(value, Text):
        return value
    if isinstance(value, dict) and set(value) == {"zh", "en"} and all(isinstance(v, str) for v in value.values()):
        return Text(value["zh"], value["en"])
    raise ValueError("write {zh: …, en: …}")


Words = Annotated[Text, BeforeValidator(_text)]
Names = Annotated[tuple[str, ...], BeforeValidator(lambda v: (v,) if isinstance(v, str) else tuple(v or ()))]
"""One name or a list of names."""

D = TypeVar("D", bound=Declared)


def wrong(file: str, key: str, what: Text, remedy: Text) -> DeclarationError:
    """An error in a declaration file, with its remedy."""
    return DeclarationError(what, remedy, Place(file=file, key=key))


def read_yaml(path: Path) -> Any:
    """The content of one YAML file. Raises DeclarationError when it is not YAML."""
    try:
        return yaml.safe_load(path.read_text(encoding="utf-8"))
    except yaml.YAMLError as error:
        line = getattr(getattr(error, "problem_mark", None), "line", None)
        place = "" if line is None else f"line {line + 1}"
        raise wrong(
            path.name,
            place,
            Text("不是有效的 YAML", "not valid YAML"),
            Text("检查缩进与引号", "check indentation and quotes"),
        ) from error


def declare(kind: type[D], content: Any, file: str) -> D:
    """`content` as a frozen `kind`. Raises DeclarationError naming file and key of the first fault."""
    try:
        return kind.model_validate(content)
    except ValidationError as error:
        # a misspelt key is both unknown and missing: the unknown one is what stands in the file
        first = min(error.errors(), key=lambda e: e["type"] != "extra_forbidden")
        key = ".".join(str(part) for part in first["loc"])
        remedy = _remedy(first["type"], first.get("ctx", {}), kind)
        raise wrong(
            file, key, Text(f"声明有误：{first['msg']}", f"wrong declaration: {first['msg']}"), remedy
        ) from error


def _remedy(fault: str, context: dict[str, Any], kind: type[Declared]) -> Text:
    if fault == "missing":
        return Text("补上这个键", "add this key")
    if fault == "extra_forbidden":
        known = ", ".join(kind.model_fields)
        return Text(f"删去或改名；可用的键：{known}", f"remove or rename it; known keys: {known}")
    if "expected" in context:
        return Text(f"应为 {context['expected']}", f"it must be {context['expected']}")
    return Text("改正后重试", "correct it and try again")


def one_of(value: str, known: Iterable[str], file: str, key: str) -> None:
    """Raise DeclarationError unless `value` is among `known`."""
    choices = sorted(known)
    if value not in choices:
        raise wrong(
            file,
            key,
            Text(f"“{value}” 没有定义", f"“{value}” is not defined"),
            Text(f"可选：{', '.join(choices)}", f"choose from: {', '.join(choices)}"),
        )
