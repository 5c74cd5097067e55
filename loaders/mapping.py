"""A kind of ledger: one YAML file that maps headings to the schema.

- `columns`: what each column is called in real ledgers (heading paths `上级/下级`, nearest parent last), how its cells
  are read, and which `mention.slot` it states.
- `mentions`: the nodes a row names, each by a code column, else by a name (several columns joined where one name does
  not identify) within other mentions.
- `edges`: the edges a row states of a mention. A name that starts with `<` is an edge that arrives at it.
- `points`: coordinates made of two columns and a datum.
"""

from __future__ import annotations

from functools import cache, cached_property
from pathlib import Path
from typing import Literal

from pydantic import Field

from graph.declaration import Declared, Names, Words, declare, one_of, read_yaml, wrong
from graph.errors import LedgerRefused
from graph.model import Model, model
from graph.text import Language, Text
from graph.values.names import normalise
from graph.values.numbers import money_unit
from loaders.heading_words import HeadingPath, plain_path

MAPPINGS = Path(__file__).parent / "mappings"

CellKind = Literal[
    "text",
    "name",
    "code",
    "credit_code",
    "id_number",
    "phone",
    "date",
    "month",
    "count",
    "number",
    "yuan",
    "yes_no",
    "choice",
    "choices",
    "datum",
]


class Column(Declared):
    """One column. `check` takes what the check of a code found (valid, failed, damaged).

    `choices` are several at once, listed in a cell or ticked; kept as one text (甲、乙), in the order of `words`.
    `unlisted` says what a choice does with a word it does not list: reject the row, keep or drop it, or a stored value.
    A yes_no takes the words of "yes" and "no" (quoted: YAML has its own yes and no) besides the usual ones.
    `since`: the column with the date from which the value holds; without one it holds from the load's as-of date.
    """

    headings: Names
    value: CellKind
    required: bool = False
    states: Names = ()
    since: str | None = None
    check: str | None = None
    words: dict[str, Names] = Field(default_factory=dict, description="stored value → words of the ledger")
    one_hot: dict[str, str] = Field(default_factory=dict, description="heading path of a tick column → stored value")
    unlisted: str = "reject"
    whole: bool = Field(default=False, description="a choice must be one of its words, not merely contain one")
    several: bool = Field(default=False, description="a cell may list several values: 甲公司、乙公司")

    @cached_property
    def money_unit(self) -> int | None:
        """How many yuan its numbers are in, where its headings say so."""
        return next(filter(None, map(money_unit, self.headings)), None)

    @cached_property
    def choices(self) -> dict[str, str]:
        """Each word of a choice as names are compared → its stored value."""
        return {normalise(w): stored for stored, words in self.words.items() for w in (*words, stored)}


class MentionMap(Declared):
    """A node named by a row: by `code`, else by `name` within other mentions.

    `given_by`: columns of which one must be filled (and not say no) for the row to name it; its code and name where
    none are given. `unless`: columns of which none may be filled.
    """

    type: str
    code: str | None = None
    name: Names = Field(default=(), description="columns; or =word, the same for every row; or @as_of, the load's date")
    within: Names = ()
    owner: Names = Field(default=(), description="mentions of which the first that the row names is one it lies within")
    given_by: Names = ()
    unless: Names = ()
    sets: dict[str, str] = Field(default_factory=dict, description="slot → word (or @as_of) stated whenever named")
    also: Names = Field(default=(), description="columns of reviewed other names it goes by")

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns it is named by, names first."""
        return (*(n for n in self.name if n[0] not in "=@"), *filter(None, [self.code]))


class EdgeMap(Declared):
    """An edge a row states of mention `of`. Of several `until` columns the first filled one counts."""

    of: str
    edge: str
    to: str
    since: str | None = None
    until: Names = ()
    when: dict[str, Names] = Field(default_factory=dict, description="column → values of which it must have one")
    with_: dict[str, str] = Field(default_factory=dict, alias="with", description="edge property → column, or =value")


class PointMap(Declared):
    """A point from a longitude and a latitude column; an empty datum column means WGS-84."""

    states: str
    longitude: str
    latitude: str
    datum: str | None = None


class Mapping(Declared):
    """One kind of ledger. `authority`: which kind wins when two disagree about one value at one date (higher wins).

    `recognised_by`: columns that a ledger of this kind must have; `a|b` is one of the two.
    """

    kind: str
    label: Words
    tells: Words
    authority: int
    subject: str
    recognised_by: Names
    columns: dict[str, Column]
    mentions: dict[str, MentionMap]
    points: tuple[PointMap, ...] = ()
    edges: tuple[EdgeMap, ...] = ()

    @property
    def mention_names(self) -> tuple[str, ...]:
        """Mentions in the order rows keep them: the subject first."""
        return (self.subject, *(m for m in self.mentions if m != self.subject))

    @cached_property
    def heading_paths(self) -> tuple[tuple[HeadingPath, str, str | None], ...]:
        """(heading path as it is compared, column, stored value of a tick column), the longest paths first."""
        paths: list[tuple[HeadingPath, str, str | None]] = []
        for name, column in self.columns.items():
            paths += [(plain_path(tuple(heading.split("/"))), name, None) for heading in column.headings]
            paths += [(plain_path(tuple(heading.split("/"))), name, value) for heading, value in column.one_hot.items()]
        return tuple(sorted(paths, key=lambda path: -len(path[0])))

    @cached_property
    def heading_ends(self) -> frozenset[str]:
        """The last words of all heading paths."""
        return frozenset(path[-1] for path, _, _ in self.heading_paths)


def alternatives(names: Names) -> tuple[str, ...]:
    """All names of a list in which `a|b` stands for either."""
    return tuple(name for entry in names for name in entry.split("|"))


def read_mapping(path: Path, schema: Model) -> Mapping:
    """One mapping, checked against the schema. Raises DeclarationError naming file, key and remedy."""
    content = read_yaml(path)
    for listed in ("points", "edges"):  # YAML has lists where the frozen types keep tuples
        if isinstance(content, dict) and listed in content:
            content[listed] = tuple(content[listed])
    mapping = declare(Mapping, content, path.name)
    _check(mapping, schema, path.name)
    return mapping


def _check(mapping: Mapping, schema: Model, file: str) -> None:
    for name, mention in mapping.mentions.items():
        one_of(mention.type, schema.types, file, f"mentions.{name}.type")
        for column in (*mention.columns, *mention.given_by, *mention.unless, *mention.also):
            one_of(column, mapping.columns, file, f"mentions.{name}")
        for slot in mention.sets:
            one_of(slot, schema.slots(mention.type), file, f"mentions.{name}.sets")
        for other in (*mention.within, *mention.owner):
            one_of(other, mapping.mentions, file, f"mentions.{name}.within")
    one_of(mapping.subject, mapping.mentions, file, "subject")
    for key in alternatives(mapping.recognised_by):
        one_of(key, mapping.columns, file, "recognised_by")
    for name, declared in mapping.columns.items():
        if declared.since:
            one_of(declared.since, mapping.columns, file, f"columns.{name}.since")
    stated = [
        (f"columns.{n}.states", s) for n, c in mapping.columns.items() for s in (*c.states, *filter(None, [c.check]))
    ]
    for key, target in stated + [("points.states", p.states) for p in mapping.points]:
        mention_name, _, slot = target.partition(".")
        one_of(mention_name, mapping.mentions, file, key)
        one_of(slot, schema.slots(mapping.mentions[mention_name].type), file, key)
    for edge in mapping.edges:
        _check_edge(mapping, edge, schema, file)


def _check_edge(mapping: Mapping, edge: EdgeMap, schema: Model, file: str) -> None:
    key = f"edges.{edge.edge}"
    one_of(edge.of, mapping.mentions, file, key)
    one_of(edge.to, mapping.mentions, file, key)
    of, to = mapping.mentions[edge.of].type, mapping.mentions[edge.to].type
    arrow = schema.stated(of, edge.edge, to)
    if arrow is None or arrow.subject != ("to" if edge.edge.startswith("<") else "from"):
        raise wrong(
            file,
            key,
            Text(f"模型里没有以 {of} 为主体的这种边", f"the schema has no such edge with {of} as its subject"),
            Text("对照 graph/schema 改正", "correct it by graph/schema"),
        )
    for column in filter(None, [edge.since, *edge.until, *edge.when, *(c for c in edge.with_.values() if c[0] != "=")]):
        one_of(column, mapping.columns, file, key)


@cache
def mappings() -> dict[str, Mapping]:
    """All kinds of ledgers by name."""
    read = (read_mapping(path, model()) for path in sorted(MAPPINGS.glob("*.yaml")))
    return {mapping.kind: mapping for mapping in read}


def mapping_of(kind: str) -> Mapping:
    """The mapping of a kind. Raises LedgerRefused with the known kinds."""
    known = mappings()
    if kind not in known:
        raise LedgerRefused(
            Text(f"没有“{kind}”这种台账", f"there is no ledger kind “{kind}”"),
            Text(f"可选：{_listed('zh')}", f"choose from: {_listed('en')}"),
        )
    return known[kind]


def _listed(language: Language) -> str:
    return ", ".join(f"{m.kind}({m.label.say(language)})" for m in mappings().values())
