"""Pages of keeping and answering in a browser: at both widths, and without scripts."""

from datetime import date

import pytest
from django.utils import timezone

from browser.test_record_pages import come_in
from peelian.areas.investigation.models import Investigation
from peelian.engines.retention.holding import hold_all
from peelian.engines.retention.models import Hold, Proposal
from peelian.engines.retention.reviewing import review
from peelian.engines.retention.words import Decision, HoldKind, ReviewReason
from peelian.engines.subject_access.deciding import hand_on
from peelian.engines.subject_access.gathering import gather
from peelian.engines.subject_access.models import Line
from peelian.engines.subject_access.requests import open_request
from peelian.records.store.reader import open_reader
from peelian.spine.models import Crime, Involvement, Person
from people import FORCE, employ, investigation, small_force

KEEPING = "/force/keeping/"
MODELS = (Investigation, Person)


@pytest.fixture
def world(site, sample_store):
    """Something is due, proposed and held, and a person has asked; `world.request` is theirs."""
    made = small_force()
    made.people["second"] = employ("records-manager", "F", name="second")
    at, tables, keeper = timezone.now(), open_reader(sample_store), made["records-manager"]
    for name in ("A", "B"):
        investigation(name, closed_on=date(2012, 5, 1), unit="N1", officer="no-investigator")
    review(
        Investigation,
        "investigation-B",
        decision=Decision.ERASE,
        reason=ReviewReason.NO_NEED,
        words="No purpose is left.",
        actor=keeper,
        at=at,
        tables=tables,
    )
    hold_all(
        force_id=FORCE,
        model=Crime,
        kind=HoldKind.MORATORIUM,
        words="Letter of the inquiry",
        actor=keeper,
        at=at,
    )
    Person.objects.create(
        record_id="person-K",
        source="extracts",
        force_id=FORCE,
        person_key="K",
        family_name="Doe",
        address="1 Example Street",
    )
    Involvement.objects.create(
        record_id="link",
        source="extracts",
        force_id=FORCE,
        person_key="K",
        record_type="investigation",
        reference="A",
        part="Victim",
        basis="Fact",
    )
    made.request = open_request(
        force_id=FORCE,
        person_key="K",
        described="By letter of the first of the month",
        received_on=timezone.localdate(at),
        actor=keeper,
        at=at,
    )
    gather(made.request, models=MODELS, actor=keeper, at=at, tables=tables)
    Line.objects.filter(field="family_name").update(released=True)
    return made


def test_every_page_is_accessible_and_fits(world, visitor):
    come_in(visitor, world["second"])
    pages = (
        "",
        "due/investigation/",
        "review/investigation/investigation-A/",
        "hold/investigation/investigation-A/",
        "holds/",
        f"holds/{Hold.objects.get().pk}/lift/",
        "proposals/",
        f"proposals/{Proposal.objects.get().pk}/",
        "erased/",
        "rules/",
        "requests/",
        "requests/new/",
        f"requests/{world.request.pk}/",
    )
    for page in pages:
        visitor.open(KEEPING + page)
        visitor.check()


def test_the_page_of_a_release_is_accessible_and_fits(world, visitor):
    hand_on(world.request, actor=world["records-manager"], at=timezone.now())
    come_in(visitor, world["chief-officer"])
    visitor.open(f"{KEEPING}requests/{world.request.pk}/release/")
    visitor.check()


def test_a_second_person_erases_without_scripts(world, plain_reader):
    come_in(plain_reader, world["second"])
    page = plain_reader.page
    page.goto(f"{plain_reader.site}{KEEPING}proposals/{Proposal.objects.get().pk}/")
    page.get_by_role("button", name="Erase it for good").click()

    page.get_by_text("Its tombstone stands in this list").wait_for()
    assert not Investigation.objects.filter(record_id="investigation-B").exists()
