"""A home of its own for every test, small and with something of each kind in it."""

from datetime import UTC, datetime

import pytest
from django.conf import settings
from django.db.backends.base.base import BaseDatabaseWrapper

from peelian.access.user import User
from peelian.jobs.keeping.keys import Key
from records.street_files import CRIME, Desk, csv_text

AT = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
KEY = Key(bytes(range(32)))


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A home with one person, three crimes and an attachment."""
    folder = tmp_path / "home"
    (folder / "attachments" / "ab").mkdir(parents=True)
    (folder / "attachments" / "ab" / "abcdef").write_bytes(b"a photograph")
    (folder / "secret-key").write_text("signs")
    monkeypatch.setattr(settings, "PEELIAN_HOME", folder)
    monkeypatch.setattr(settings, "STORE_ROOT", folder / "store")
    desk = Desk(tmp_path)
    desk.file(csv_text(CRIME, CRIME | {"Month": "2021-03"}), "2021-03-kent-street.csv")
    desk.load(desk.folder, root=folder / "store")
    User.objects.create_person(email="p@example.org", name="Demo call handler")
    return folder


@pytest.fixture
def operator():
    """The account under which commands act."""
    return User.objects.service_account("command-line")


@pytest.fixture(autouse=True)
def restored_databases_may_be_opened(request, monkeypatch):
    """Django's tests refuse connections that they have not been told of; a restore makes one."""
    if request.node.get_closest_marker("django_db") is None:
        return
    request.getfixturevalue("transactional_db")
    guarded = BaseDatabaseWrapper.ensure_connection

    def ensure(self):
        if self.alias == "restored" and self.connection is None:
            self.connect()
        else:
            guarded(self)

    monkeypatch.setattr(BaseDatabaseWrapper, "ensure_connection", ensure)
