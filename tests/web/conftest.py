"""A small store that tests can change, behind the pages."""

import pytest
from django.conf import settings

from peelian.web.answers import forget
from records.street_files import Desk


@pytest.fixture(autouse=True)
def pictures(tmp_path, monkeypatch):
    """The folder of pictures, empty at first."""
    folder = tmp_path / "pictures"
    monkeypatch.setattr(settings, "PICTURES_ROOT", folder)
    return folder


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """A desk with files; what is loaded from it is what pages show."""
    made = Desk(tmp_path)
    monkeypatch.setattr(settings, "STORE_ROOT", made.root)
    forget()
    yield made
    forget()
