"""A desk with extracts and a store for the tests of this room."""

from pathlib import Path

import pytest

from sources.extracts.extract_desk import ExtractDesk


@pytest.fixture
def extracts(tmp_path: Path) -> ExtractDesk:
    return ExtractDesk(tmp_path)
