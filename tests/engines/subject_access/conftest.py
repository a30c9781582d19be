"""A small force with two keepers of its records, and a person who asks.

The person with the key K is a suspect in A, which somebody else reported, and a victim in B.
"""

from datetime import date

import pytest
from django.conf import settings

from engines.subject_access.asking_samples import (
    KEY,
    MODELS,
    OFFENCE_A,
    OWN_NAME,
    choose,
    part,
)
from peelian.engines.subject_access.deciding import hand_on
from peelian.engines.subject_access.gathering import gather
from peelian.engines.subject_access.releasing import release
from peelian.engines.subject_access.requests import (
    open_request,
)
from peelian.records.store.reader import open_reader
from peelian.spine.models import Person
from people import FORCE, NOW, employ, investigation, small_force


@pytest.fixture
def force(db):
    made = small_force()
    made.people["second"] = employ("records-manager", "F", name="second")
    return made


@pytest.fixture
def root(tmp_path, monkeypatch):
    """The root of a store of this test, with folders for attachments and exports beside it."""
    monkeypatch.setattr(settings, "STORE_ROOT", tmp_path / "store")
    monkeypatch.setattr(settings, "ATTACHMENTS_ROOT", tmp_path / "attachments")
    monkeypatch.setattr(settings, "EXPORTS_ROOT", tmp_path / "exports")
    return tmp_path / "store"


@pytest.fixture
def tables(root):
    """The empty store, open."""
    return open_reader(root)


@pytest.fixture
def world(force, tables):
    """The person's own record, two investigations with them, and one without."""
    Person.objects.create(
        record_id="person-K",
        source="extracts",
        force_id=FORCE,
        person_key=KEY,
        family_name="Own-family-name",
        address="Own-address",
    )
    Person.objects.create(
        record_id="person-L",
        source="extracts",
        force_id=FORCE,
        person_key="L",
        family_name="Canary-other-person",
    )
    investigation(
        "A",
        officer="Canary-officer",
        offence="Offence-A",
        summary="Canary-text-of-A",
        opened_at=NOW,
    )
    investigation("B", offence="Offence-B", summary="Canary-text-of-B")
    investigation("C", offence="Canary-offence-C")
    part("A", KEY, "Suspect")
    part("A", "L", "Reporting person")
    part("B", KEY, "Victim")
    part("C", "L", "Victim")
    return force


@pytest.fixture
def request_(world):
    return open_request(
        force_id=FORCE,
        person_key=KEY,
        described="By letter of 27 February",
        received_on=date(2026, 2, 27),
        actor=world["records-manager"],
        at=NOW,
    )


@pytest.fixture
def gathered(request_, world, tables):
    gather(request_, models=MODELS, actor=world["records-manager"], at=NOW, tables=tables)
    return request_


@pytest.fixture
def released(gathered, world, tables):
    """Two lines were released, and the answer with them."""
    choose(world["records-manager"], gathered, tables, OWN_NAME, OFFENCE_A)
    hand_on(gathered, actor=world["records-manager"], at=NOW)
    return release(gathered, models=MODELS, actor=world["chief-officer"], at=NOW, tables=tables)
