"""A reviewer at work: from the list of the night to a verdict, and through the trail."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from browser.conftest import DESKTOP, PHONE, Visitor
from engines.oversight.trail_samples import NOON, listed, wrote
from peelian.access.actors import service_account
from peelian.jobs.look_up_nights import run_night
from peelian.spine.person import Person
from peelian.trail.checkpoints import checkpoint
from people import FORCE, investigation, small_force
from web.force.signed_in import browser_of


@pytest.fixture
def force(transactional_db, tmp_path, settings):
    settings.CHECKPOINT_KEYS = tmp_path / "keys"
    settings.CHECKPOINT_PLACES = (settings.PEELIAN_HOME / "checkpoints",)
    made = small_force()
    investigation("I-1")
    for key, group in (("p-1", "White - British"), ("person-call-handler", "")):
        Person.objects.create(
            record_id=f"record-of-{key}",
            source="extracts",
            force_id=FORCE,
            person_key=key,
            address_key="a-1",
            ethnicity=group,
        )
    for number in range(60):
        wrote(made["investigator"], relationship="tied", fields=("offence", "summary"))
        listed(made["supervisor"], [f"investigation-{number}"], query="burglary")
    wrote(
        made["call-handler"],
        kind="person",
        address="record-of-p-1",
        relationship="force",
        reason="call: lost dog",
    )
    checkpoint(now=NOON)
    run_night(FORCE, NOON.date(), by=service_account("nightly-review"), at=NOON + timedelta(days=1))
    return made


@pytest.fixture
def reviewer(chromium, live_server, force, settings):
    """A reviewer of the trail who has signed in; both widths are looked at page by page."""
    context = chromium.new_context(viewport={"width": DESKTOP, "height": 900})
    name = settings.SESSION_COOKIE_NAME
    cookie = browser_of(force["trail-reviewer"]).cookies[name].value
    context.add_cookies([{"name": name, "value": cookie, "url": live_server.url}])
    made = Visitor(context.new_page(), live_server.url)
    made.page.on(
        "console",
        lambda said: made.complaints.append(said.text) if said.type == "error" else None,
    )
    made.page.on("pageerror", lambda error: made.complaints.append(str(error)))
    yield made
    context.close()


def look_at(visitor):
    """The page at hand, at a desk and on a phone."""
    visitor.page.locator("body[data-ready]").wait_for()
    for width in (PHONE, DESKTOP):
        visitor.page.set_viewport_size({"width": width, "height": 900})
        visitor.check()


@pytest.mark.ledger("STD-12")
def test_a_night_is_judged_from_the_list(reviewer):
    page = reviewer.open("/force/look-ups/")
    look_at(reviewer)
    page.get_by_role("link", name="Demo call-handler").click()
    look_at(reviewer)
    expect(page.get_by_text("The staff list and the person's record")).to_be_visible()

    page.get_by_role("button", name="Keep the verdict").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose what it was.")
    page.locator("body[data-ready]").wait_for()
    page.get_by_label("Misuse suspected").check()
    page.get_by_label("Why", exact=True).fill("No call in the log, same home.")
    reviewer.complaints.clear()  # the browser calls the answer to a form that is not whole an error
    page.get_by_role("button", name="Keep the verdict").click()
    expect(page.get_by_text("1 person of professional standards has a notice")).to_be_visible()
    look_at(reviewer)
    for part in ("judged", "signals", "fairness"):
        reviewer.open(f"/force/look-ups/{part}/")
        look_at(reviewer)


def test_the_trail_is_read_from_page_to_page_to_one_entry(reviewer):
    page = reviewer.open("/force/trail/")
    look_at(reviewer)
    page.get_by_text("Search and filter").click()
    page.get_by_label("Who", exact=True).fill("supervisor")
    page.get_by_role("button", name="Show").click()
    look_at(reviewer)
    page.get_by_role("link", name="Next page").click()
    look_at(reviewer)
    page.get_by_role("table").get_by_role("link").first.click()
    look_at(reviewer)
    expect(page.get_by_text("Words searched for")).to_be_visible()
    reviewer.open("/force/trail/check/")
    look_at(reviewer)
    expect(page.get_by_text("No place is named outside this installation")).to_be_visible()
