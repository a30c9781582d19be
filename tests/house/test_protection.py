"""Every record type says why, under which law and for how long it is held."""

import pytest
from django.apps import apps

from peelian.records.base import Record
from peelian.records.protection import RETENTIONS, NotProtected, Purpose, protection_of
from peelian.spine.crime import Crime

RECORD_TYPES = [model for model in apps.get_models() if issubclass(model, Record)]


@pytest.mark.parametrize("model", RECORD_TYPES, ids=lambda model: model.__name__)
def test_it_is_declared(model):
    found = protection_of(model)

    assert found.retention in RETENTIONS
    assert found.held_for in Purpose


def test_a_type_that_says_nothing_is_refused():
    class Silent:
        __name__ = "Silent"

    with pytest.raises(NotProtected, match="has no Protection class"):
        protection_of(Silent)


def test_a_field_that_is_not_there_is_refused(monkeypatch):
    monkeypatch.setattr(Crime.Protection, "unit", "no_such_field", raising=False)

    with pytest.raises(NotProtected, match="no_such_field"):
        protection_of(Crime)
