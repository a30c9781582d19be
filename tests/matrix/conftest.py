"""One world for all tests of a module, rolled back at its end, over one store for all."""

import pytest
from django.conf import settings
from django.db import transaction

from matrix.making import make_world, plan, store
from peelian.web.answers import forget


@pytest.fixture(scope="session")
def planted(tmp_path_factory):
    """Every record of the matrix and the folder in which the loaded ones lie."""
    home, found = tmp_path_factory.mktemp("matrix"), plan()
    store(found, home / "store_root")
    return found, home


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker, planted):
    """The world of the matrix. Tests that use it want the mark `django_db` as well."""
    records, home = planted
    with pytest.MonkeyPatch.context() as patched, django_db_blocker.unblock():
        patched.setattr(settings, "PEELIAN_HOME", home)
        for name in ("STORE_ROOT", "ATTACHMENTS_ROOT", "EXPORTS_ROOT", "PICTURES_ROOT"):
            patched.setattr(settings, name, home / name.lower())
        forget()
        with transaction.atomic():
            yield make_world(records)
            transaction.set_rollback(True)
        forget()
