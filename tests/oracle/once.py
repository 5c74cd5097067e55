"""What facts answered is remembered: hundreds of zones together are asked the same thing many thousand times."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

Facts = TypeVar("Facts")
Given = ParamSpec("Given")
Answer = TypeVar("Answer")


def once(asked: Callable[Concatenate[Facts, Given], Answer]) -> Callable[Concatenate[Facts, Given], Answer]:
    """Facts, which never change, asked once for each of what is given; nobody changes the answer."""

    @wraps(asked)
    def remembered(facts: Facts, *given: Given.args, **named: Given.kwargs) -> Answer:
        answers: dict[tuple[Any, ...], Answer] = facts.__dict__.setdefault(f"once {asked.__qualname__}", {})
        key = (*given, *sorted(named.items()))
        if key not in answers:
            answers[key] = asked(facts, *given, **named)
        return answers[key]

    return remembered
