"""A desk with files and a store for the tests of this room."""

from pathlib import Path

import pytest

from records.street_files import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)
