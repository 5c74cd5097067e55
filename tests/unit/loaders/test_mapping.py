"""Kinds of ledgers: all read, and errors of a mapping name file, key and remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import DeclarationError, LedgerRefused
from graph.model import model
from loaders.identity import provisional
from loaders.mapping import MAPPINGS, mapping_of, mappings, read_mapping


def test_seven_kinds() -> None:
    assert set(mappings()) >= {"registry", "enterprises", "members", "branches", "officers", "grid_cells", "pairs"}


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("states: branch.name", "states: branch.title", "columns.name.states"),
        ("edge: COVERS", "edge: COVER", "edges.COVER"),
        ("edge: COVERS", "edge: '<COVERS'", "edges.<COVERS"),
        ("code: firm_uscc", "code: firm_code", "mentions.firm"),
        ("type: Enterprise", "type: Firm", "mentions.firm.type"),
        ("value: date", "value: day", "value"),
        ("recognised_by: [name, formation]", "recognised_by: [name, forms]", "recognised_by"),
    ],
)
def test_a_wrong_mapping_names_file_key_and_remedy(tmp_path: Path, old: str, new: str, key: str) -> None:
    text = (MAPPINGS / "branches.yaml").read_text(encoding="utf-8")
    assert old in text
    file = tmp_path / "branches.yaml"
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DeclarationError) as wrong:
        read_mapping(file, model())
    assert wrong.value.place is not None
    assert wrong.value.place.file == "branches.yaml"
    assert key in (wrong.value.place.key or "")
    assert wrong.value.next_step is not None


def test_an_unknown_kind_lists_the_known_ones() -> None:
    with pytest.raises(LedgerRefused) as refused:
        mapping_of("nothing")
    assert "enterprises" in refused.value.say("zh")
    assert "Branch ledger" in refused.value.say("en")


def test_keys_never_show_whom_a_private_column_names() -> None:
    """Keys without a code come from names; one that a person's name is part of must be a digest."""
    found = {
        (mapping.kind, name)
        for mapping in mappings().values()
        for name, mention in mapping.mentions.items()
        for column in mention.name
        if column in mapping.columns
        for target in mapping.columns[column].states
        if (stated := target.partition("."))[0] == name
        and model().slots(mention.type)[stated[2]].private
        and not model()[mention.type].person
    }
    assert ("posts", "post") in found, "the test looks at nothing"
    for kind, name in found:
        assert model()[mappings()[kind].mentions[name].type].hides_key, (kind, name)


def test_a_post_without_a_number_has_a_digest_for_a_key() -> None:
    key = provisional("Post|示例党支部/先锋岗|示例甲")
    assert key.startswith("~")
    assert "示例甲" not in key
    assert provisional("Enterprise|示例公司") == "示例公司"
