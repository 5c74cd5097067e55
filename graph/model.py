"""What exists: node and edge types, read from `schema/*.yaml`, one node type a file with the edges that leave it.

The schema is the single source: constraints, indexes, load Cypher, legend, captions, exports and the model page of
docs/ come from the types here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Literal

from pydantic import Field

from graph.declaration import Declared, Names, Words, declare, one_of, read_yaml, wrong
from graph.text import Text
from graph.values.masks import mask_private

SCHEMA = Path(__file__).parent / "schema"

PropertyType = Literal["text", "int", "float", "bool", "date", "point", "choice"]


class Property(Declared):
    """One property of a node or edge. `point` is WGS-84 (longitude, latitude)."""

    type: PropertyType
    label: Words
    values: dict[str, Words] = Field(default_factory=dict, description="for choice: stored word → label")
    index: bool = False
    search: bool = Field(default=False, description="found by the page's search box")
    is_key: bool = Field(default=False, description="the credit code that the key is, once any ledger tells one")
    private: Literal["name", "phone"] | None = Field(default=None, description="shown masked by default")
    group: str = Field(default="", description="which of the type's `groups` it belongs to")


class EdgeType(Declared):
    """One edge type, from the node type whose file it stands in.

    A dated edge holds from `since` until before `until` (open: 9999-12-31). `subject` names the end whose ledger rows
    state the edge; that end `holds` one or many such edges at a time. An `event` edge begins with the event and never
    ends: absence from a later ledger does not undo what has happened.
    """

    to: Names
    label: Words
    reverse: Words
    subject: Literal["from", "to"] = "from"
    holds: Literal["one", "many"] = "one"
    event: bool = False
    properties: dict[str, Property] = Field(default_factory=dict)


class NodeType(Declared):
    """One node type. `colour` and `shape` are tokens; the theme of the page owns what they look like."""

    type: str
    label: Words
    tells: Words
    colour: str
    shape: str
    key: Words = Field(description="what identifies it, in words")
    caption: str
    person: bool = Field(default=False, description="never recognised by a name alone")
    hides_key: bool = Field(default=False, description="told without a code by words that name a person")
    abbreviated: bool = Field(default=False, description="ledgers cut its name short or vary it: what is like it waits")
    record_of: str | None = Field(default=None, description="a period record of that type: cut where a value changes")
    bookkeeping: bool = Field(default=False, description="provenance, not part of the picture")
    groups: dict[str, Words] = Field(default_factory=dict, description="what its properties tell of, in order")
    properties: dict[str, Property]
    edges: dict[str, EdgeType] = Field(default_factory=dict)

    def masked(self, name: str) -> str:
        """What a node of the type is called, as it may be shown: a private person's name masked."""
        return str(mask_private(name, self.properties[self.caption].private))


@dataclass(frozen=True)
class Model:
    """All node types by name, in the order of their files."""

    types: dict[str, NodeType]

    def __getitem__(self, name: str) -> NodeType:
        return self.types[name]

    def __iter__(self) -> Iterator[NodeType]:
        return iter(self.types.values())

    @cached_property
    def pictured(self) -> tuple[NodeType, ...]:
        """The types a person sees as nodes of the zone."""
        return tuple(t for t in self if not t.bookkeeping)

    @cached_property
    def people(self) -> tuple[str, ...]:
        """The names of the types whose nodes are persons."""
        return tuple(t.type for t in self if t.person)

    @cached_property
    def arrows(self) -> tuple[tuple[str, str, str, EdgeType], ...]:
        """Every (source type, edge name, target type, edge type)."""
        return tuple((t.type, name, to, edge) for t in self for name, edge in t.edges.items() for to in edge.to)

    def arrow(self, source: str, name: str, target: str) -> EdgeType | None:
        """The edge type `name` between two node types, or None."""
        edge = self[source].edges.get(name)
        return edge if edge and target in edge.to else None

    def stated(self, of: str, slot: str, to: str) -> EdgeType | None:
        """The edge type that a statement of `of` names by `slot`, which is `<NAME` where the edge arrives at it."""
        return self.arrow(to, slot[1:], of) if slot.startswith("<") else self.arrow(of, slot, to)

    def slots(self, node_type: str) -> dict[str, Property]:
        """What can be stated of a node type besides edges: its properties and those of its period record."""
        record = self.record_type(node_type)
        return {**self[node_type].properties, **(record.properties if record else {})}

    def record_type(self, subject: str) -> NodeType | None:
        """The period record type of `subject`, or None when it has none."""
        return self._records.get(subject)

    @cached_property
    def _records(self) -> dict[str, NodeType]:
        return {t.record_of: t for t in self if t.record_of is not None}

    def edge_label(self, name: str) -> Text:
        """The label of an edge name, from the first type that has it; period records DESCRIBE their subject."""
        if name == "DESCRIBES":
            return Text("记载", "describes")
        return next((e.label for _, n, _, e in self.arrows if n == name), Text(name, name))


def read_model(folder: Path = SCHEMA) -> Model:
    """The model in `folder`. Raises DeclarationError naming file, key and remedy of the first fault."""
    types: dict[str, NodeType] = {}
    for path in sorted(folder.glob("*.yaml")):
        node_type = declare(NodeType, read_yaml(path), path.name)
        if node_type.type != path.stem:
            raise wrong(
                path.name,
                "type",
                Text("类型名与文件名不同", "the type differs from the file's name"),
                Text(f"改为 {path.stem}", f"write {path.stem}"),
            )
        types[path.stem] = node_type
    for node_type in types.values():
        _check(node_type, types)
    return Model(types)


def _check(node_type: NodeType, types: dict[str, NodeType]) -> None:
    file = f"{node_type.type}.yaml"
    one_of(node_type.caption, node_type.properties, file, "caption")
    for name, prop in node_type.properties.items():
        if prop.group:
            one_of(prop.group, node_type.groups, file, f"properties.{name}.group")
    if node_type.record_of is not None:
        one_of(node_type.record_of, types, file, "record_of")
    for name, edge in node_type.edges.items():
        for target in edge.to:
            one_of(target, types, file, f"edges.{name}.to")
    declared = [(f"properties.{n}", p) for n, p in node_type.properties.items()]
    declared += [(f"edges.{e}.properties.{n}", p) for e, t in node_type.edges.items() for n, p in t.properties.items()]
    for key, prop in declared:
        if (prop.type == "choice") != bool(prop.values):
            raise wrong(
                file,
                f"{key}.values",
                Text("choice 类型必须且只有它可以列出取值", "a choice must list its values, and only a choice may"),
                Text("改类型或补 values", "change the type or add values"),
            )


@cache
def model() -> Model:
    """The project's model, read once."""
    return read_model()
