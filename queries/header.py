"""What the header of a question declares: the frozen types of titles, parameters, columns and pictures."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from graph.declaration import Declared, Names, Words
from graph.values.dates import months_before

Where = dict[str, str]
"""Columns and the value each must have, for what applies to some rows only."""


class Parameter(Declared):
    """One value a person may set. `minimum` and `maximum` are inclusive, in `unit`.

    A `key` parameter takes a node of type `node`: its key, `Type:key`, or a name that only it has; the empty
    string means any. A `required` parameter has no default. The default may be the value of a rule,
    `default_rule`; that of a date may lie so many `months_before` the day asked about: two days are then compared.
    """

    type: Literal["text", "int", "float", "date", "choice", "key"]
    label: Words
    default: str | int | float | date | None = None
    default_rule: str | None = None
    months_before: int | None = None
    required: bool = False
    values: dict[str, Words] = Field(default_factory=dict)
    minimum: float | None = None
    maximum: float | None = None
    unit: Words | None = None
    node: str | None = None

    def default_at(self, day: date) -> str | int | float | date | None:
        """Its default in a question asked about a day."""
        return months_before(day, self.months_before) if self.months_before else self.default


class Column(Declared):
    """One column of the rows. A `key` column holds the key of a node of type `node` or null, `keys` a list of them.

    A header may write `values: Type.property` for the values that the schema gives a choice, and `values: slots` for
    a choice among all properties and edges of the schema.
    """

    type: Literal["text", "int", "float", "bool", "date", "choice", "key", "keys"]
    label: Words
    node: str | None = None
    values: dict[str, Words] = Field(default_factory=dict)
    unit: Words | None = None
    private: Literal["name", "phone"] | None = Field(default=None, description="shown masked")


class About(Declared):
    """Whom each row speaks of: the node type, and the column of its key.

    `alone`: the rows about a node follow from it and what it is linked to, whoever else is listed. `first`: where a
    node is looked at, this is told at once and the rest follows.
    """

    type: str
    column: str
    alone: bool = False
    first: bool = False


class OfOne(Declared):
    """Its Cypher for the rows about the node whose key is `$one.key`.

    `parts` are given as `$one.<part>`. There are rows only if the part `base` has the node, and if the `opening` of the
    question, up to its first condition, gives a row (queries.of_one).
    """

    cypher: str
    base: str | None = None
    parts: Names = ()
    opening: OfOne | None = None


class Ghost(Declared):
    """An edge that should exist, drawn for each row in the direction of its arrow, from one column's node to another's.

    Where an end has no column, or no value in a row, a `missing` node of that type is drawn there (a branch not yet
    built), one for the node at the other end, or one for the nodes of the columns `between` together (a pair that
    two branches lack). A column of keys gives one edge for each. `where` limits it to rows with these values.
    """

    from_: str | None = Field(alias="from")
    to: str | None
    edge: str
    rule: str
    missing: str | None = None
    between: Names = ()
    metres: str | None = None
    where: Where = Field(default_factory=dict)


class Repair(Declared):
    """What would put a fault right, in one sentence, for rows with the values of `where`.

    Its placeholders are columns of the row, rules of the question, and `fills`: each the first of two of these less the
    second. A sentence whose fill is not above zero says nothing and is passed over.
    """

    tells: Words
    where: Where = Field(default_factory=dict)
    fills: dict[str, Names] = Field(default_factory=dict)


class VerdictSpec(Declared):
    """How the question's rows judge whom they speak of; what is left out is derived (queries.judging).

    `rule` is the rule judged by. Rows with the values of `fails` break it; from rows with those of `unknown` it cannot
    be told, for want of the facts `lacking`. A node without a row keeps the rule, unless one of the facts it `needs` is
    not known, or a property is not in the list of the rule that `applies` gives for it. A fact is a property or an edge
    type, of another node type as `Type.name`. `evidence` are facts, and edges walked from the node (`COVERS`,
    `WORKS_AT/BELONGS_TO`).
    """

    rule: str | None = None
    fails: Where | None = None
    unknown: Where | None = None
    lacking: Names = ()
    needs: Names | None = None
    applies: dict[str, str] | None = None
    evidence: Names | None = None
    repairs: Annotated[tuple[Repair, ...], BeforeValidator(tuple)] = ()


class Grouped(Declared):
    """Rows about groups, drawn where the groups are nodes.

    The values of the text `column` are keys of nodes of a type that the value of a `parameter` decides; its other
    values draw nothing. `share` are two columns, drawn with each node: so many, of how many.
    """

    column: str
    parameter: str
    types: dict[str, str]
    share: Names


class PictureSpec(Declared):
    """What is drawn: the nodes of these key columns, the edges of these types between them, ghosts, and groups."""

    nodes: Names
    edges: Names
    ghosts: Annotated[tuple[Ghost, ...], BeforeValidator(tuple)] = ()
    grouped: Grouped | None = None


class Question(Declared):
    """One question of the library: what it tells, what it takes and gives, and its Cypher with all parts included.

    `rules` are the ids of all rules it applies. `hole`: rows with these values are faults of the node they speak of;
    empty means that every row is. `cypher` has no LIMIT; its parameters are the declared ones, `$at` (a date) and a
    `$rule_<id>` for each threshold. `of_one` is its form about one node, for questions with `about`.
    """

    id: str
    topic: str
    title: Words
    tells: Words
    for_: Names = Field(alias="for")
    parameters: dict[str, Parameter] = Field(default_factory=dict)
    columns: dict[str, Column]
    about: About | None = None
    hole: Where = Field(default_factory=dict)
    rules: Names = ()
    picture: PictureSpec = PictureSpec(nodes=(), edges=())
    verdict: VerdictSpec = VerdictSpec()
    cypher: str
    of_one: OfOne | None = None

    def answered(self) -> str:
        """Its Cypher for one record: `rows`, the first `$shown` as maps, and `total`, how many there are to `$limit`.

        In one record, because each record has its price on both sides (docs/measurements.md, near-branch).
        """
        columns = ", ".join(f"{name}: {name}" for name in self.columns)
        rows = f"CALL () {{\n{self.cypher}\nLIMIT $limit\n}}"
        return f"{rows}\nRETURN collect({{{columns}}})[..$shown] AS rows, count(*) AS total"

    def counted(self) -> str:
        """Its Cypher for the number of all rows, as `total`."""
        return f"CALL () {{\n{self.cypher}\n}}\nRETURN count(*) AS total"

    def tallied(self, column: str) -> str:
        """Its Cypher for the number of rows with each `value` of a column, as `rows`."""
        return f"CALL () {{\n{self.cypher}\n}}\nRETURN {column} AS value, count(*) AS rows"


def matches(row: dict[str, Any] | Any, where: Where) -> bool:
    """Whether the row has all values of `where`."""
    return all(row[column] == value for column, value in where.items())
