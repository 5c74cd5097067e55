"""What the questions are about: the topics by their folder's name, in the order in which they are listed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import groupby
from pathlib import Path

from graph.declaration import read_yaml
from graph.text import Text
from queries.header import Question

FILE = Path(__file__).with_name("topics.yaml")


@cache
def topics() -> Mapping[str, Text]:
    """The topics' names by id, in order."""
    return {id_: Text(words["zh"], words["en"]) for id_, words in read_yaml(FILE).items()}


def by_topic(questions: Iterable[Question]) -> Iterator[tuple[Text, list[Question]]]:
    """The questions of each topic under its name, in the order of topics."""
    order = {id_: place for place, id_ in enumerate(topics())}
    ordered = sorted(questions, key=lambda question: order[question.topic])
    for id_, of_topic in groupby(ordered, key=lambda question: question.topic):
        yield topics()[id_], list(of_topic)
