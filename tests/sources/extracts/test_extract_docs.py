"""The page about extracts names every key that a mapping may have, and every example."""

import re
from pathlib import Path

import pytest

from peelian.sources.extracts.document import SECTIONS, ColumnSection, Document
from peelian.sources.extracts.mapping import read_mapping
from peelian.sources.extracts.source import EXTRACTS
from sources.extracts.extract_desk import MODELS

PAGE = (Path(__file__).parents[3] / "docs" / "extracts.md").read_text(encoding="utf-8")
KEYS = {
    field.alias or name
    for section in (Document, ColumnSection, *SECTIONS.values())
    for name, field in section.model_fields.items()
} - {"is"}


@pytest.mark.parametrize("key", sorted(KEYS))
def test_every_key_is_on_the_page(key):
    assert re.search(rf"`{key}`|\[{key}[\].]|^{key} =", PAGE, re.MULTILINE)


@pytest.mark.parametrize("path", EXTRACTS.examples(), ids=lambda path: path.stem)
def test_every_example_is_on_the_page(path):
    assert f"`{path.name}`" in PAGE


def test_the_mapping_on_the_page_can_be_used(extracts):
    text = re.search(r"```toml\n(record.*?)```", PAGE, re.DOTALL)[1]
    mapping = read_mapping(extracts.mapping(text), MODELS)
    assert mapping.rhythm == "day, late after 2 days, short below 0.5"
