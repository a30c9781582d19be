"""Addresses that are only read leave every table as it was, the trail and one's own visit apart."""

import pytest
from django.apps import apps

from house.test_routes import routes
from peelian.config.urls import urlpatterns
from people import investigation, small_force
from web.force.signed_in import browser_of

# What a look may leave: its entry, the checkpoint after it, and when its reader was last seen.
BY_LOOKING = {"trail.Entry", "trail.Checkpoint", "identity.Visit", "sessions.Session"}
PARTS = {
    "<str:key>": "investigation",
    "<slug:key>": "nobody",
    "<str:record_id>": "investigation-A",
    "<str:number>": "1",
    "<int:number>": "1",
    "<int:asked>": "1",
    "<int:member>": "1",
    "<int:pk>": "1",
    "<slug:kind>": "investigation",
}


def filled(address):
    for part, value in PARTS.items():
        address = address.replace(part, value)
    return address


def addresses(side):
    """Every address of one side, with examples filled in."""
    found = [filled(address) for address, _pattern in routes(urlpatterns)]
    return [one for one in found if one.startswith(side) and "<" not in one]


def counted():
    return {
        model._meta.label: sorted(map(repr, model._default_manager.values_list()))
        for model in apps.get_models()
        if model._meta.label not in BY_LOOKING
    }


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("role", "side"), [("supervisor", "force/records/"), ("administrator", "people/")]
)
def test_reading_changes_no_row(role, side, desk):
    force = small_force()
    investigation("A", unit="N1")
    browser = browser_of(force[role])
    before = counted()

    statuses = {browser.get(f"/{address}").status_code for address in addresses(side)}

    assert counted() == before
    assert 200 in statuses
    assert 500 not in statuses


def test_there_are_many_addresses_to_read():
    assert len(addresses("people/")) > 40
    assert len(addresses("force/records/")) > 10
