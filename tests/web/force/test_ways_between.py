"""From rows to records and back to figures, cell by cell as far as they are open."""

import pytest
from ibis import _

from engines.publishing.small_store import add_places, load_as, street
from peelian.access.conflict import Conflict
from peelian.access.share import Share
from peelian.records.store.reader import open_reader
from peelian.spine.crime import Crime
from people import FORCE, NOW, investigation
from web.force.signed_in import browser_of, text_of

pytestmark = pytest.mark.django_db
FIGURE = "/force/figures/crime.recorded@1;2021-03;force=staffordshire"
ROWS = f"{FIGURE}/rows/counted/"


@pytest.fixture
def closed(force, desk):
    """Four crimes and an incident of March, as the record system of a force brings them."""
    add_places(desk)
    desk.file(street("2021-03", tuple(range(4))), "2021-03-staffordshire-street.csv")
    load_as(desk, "extracts")
    return force


def first_row(desk):
    tables = open_reader(desk.root)
    crimes = tables.table(Crime).filter(_.crime_id.notnull()).order_by("record_id")
    rows = tables.to_arrow(crimes.limit(1)).to_pylist()
    return rows[0]["record_id"]


def test_a_row_that_a_conflict_hides_is_counted_and_not_shown(closed, desk):
    analyst, hidden = closed["analyst"], first_row(desk)
    Conflict.objects.create(
        user=analyst,
        kind="party",
        force_id=FORCE,
        record_type="crime",
        record_id=hidden,
        starts_at=NOW,
        declared_by="service:tests",
    )

    page = text_of(browser_of(analyst), ROWS)

    assert "3 rows shown of 4" in page
    assert hidden not in page


def test_a_record_tells_in_which_figures_it_stands(closed, desk):
    browser = browser_of(closed["analyst"])
    record = f"/force/records/crime/{first_row(desk)}/"

    page = text_of(browser, f"{record}figures/")

    assert "It is counted in" in page
    assert "/force/figures/crime.recorded@1;2021-03;force=staffordshire" in page
    assert browser.get(FIGURE).status_code == 200


def test_a_record_that_is_not_in_the_store_says_so(force):
    investigation("A", unit="N1")

    page = text_of(
        browser_of(force["supervisor"]), "/force/records/investigation/investigation-A/figures/"
    )

    assert "has not reached the figures yet" in page


def test_what_is_open_in_one_row_is_told_from_what_is_closed_in_the_next(force):
    """A partner is given the offence of A, and of B only how far it has come."""
    for ref, fields in (("A", "investigation_ref,state,offence"), ("B", "investigation_ref,state")):
        investigation(ref, unit="N1")
        Share.objects.create(
            force_id=FORCE,
            partner_ref="P",
            record_type="investigation",
            record_id=f"investigation-{ref}",
            fields=f"record_id,{fields}",
            purpose="Housing of people at risk",
            basis="Agreement of the test",
            made_by="service:tests",
            starts_at=NOW,
            ends_at=NOW.replace(year=2030),
        )
    partner = browser_of(force["partner"])

    page = text_of(partner, "/partner/records/investigation/")
    record = text_of(partner, "/partner/records/investigation/investigation-B/")

    assert page.count("Burglary") == 1
    assert page.count("not open to you") == 1
    assert "summary of" not in page
    assert "Burglary" not in record
    assert "because the force shares it with your agency" in record


def test_the_refusal_before_the_door_leads_behind_it(closed, client):
    page = client.get("/figures/crime.recorded@1;2021-03;force=staffordshire")

    assert page.status_code == 403
    assert b'href="/force/figures/crime.recorded@1;2021-03;force=staffordshire"' in page.content
    assert b"if your post allows" in page.content
