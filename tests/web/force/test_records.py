"""Lists and records as each role meets them: what is open, what is absent, what does not exist."""

import re

import pytest

from peelian.spine.person import Involvement, Person
from peelian.trail.models import Entry
from people import FORCE, investigation
from web.force.boxes import filled
from web.force.signed_in import browser_of, text_of

pytestmark = pytest.mark.django_db
LIST = "/force/records/investigation/"


@pytest.fixture
def cases(force):
    """An investigation of each of three teams."""
    investigation("A", unit="N1")
    investigation("B", unit="N2")
    investigation("C", unit="S1")
    return force


@pytest.mark.parametrize(
    ("role", "shown"),
    [
        ("call-handler", "ABC"),
        ("patrol-officer", "A"),
        ("supervisor", "AB"),
        ("other-team", "C"),
        ("analyst", "ABC"),
        ("records-manager", "ABC"),
    ],
)
def test_a_list_holds_what_the_role_sees(cases, role, shown):
    page = text_of(browser_of(cases[role]), LIST)

    found = {ref for ref in "ABC" if f"investigation-{ref}/" in page}
    assert found == set(shown)


@pytest.mark.parametrize("role", ["people-services", "administrator", "trail-reviewer"])
def test_a_register_of_which_nothing_is_open_does_not_exist(cases, role):
    assert browser_of(cases[role]).get(LIST).status_code == 404


def test_a_field_that_is_not_open_is_absent_from_the_record(cases):
    own = text_of(browser_of(cases["investigator"]), f"{LIST}investigation-A/")
    facts = text_of(browser_of(cases["analyst"]), f"{LIST}investigation-A/")

    assert "summary of A" in own
    assert "What happened, in the officer's words" in own
    assert "Burglary" in facts
    assert "summary of A" not in facts
    assert "What happened, in the officer's words" not in facts


def test_the_record_says_why_it_may_be_seen_and_how_it_is_kept(cases):
    page = text_of(browser_of(cases["patrol-officer"]), f"{LIST}investigation-A/")

    assert "because you are in the unit that holds it" in page
    assert "North team one (N1)" in page
    assert "2 March 2026, 10:00" in page
    assert "Data Protection Act 2018, Part 3" in page
    assert "6 years" in page


def test_people_stand_in_their_record_with_part_and_basis(cases):
    Person.objects.create(
        record_id="person-1", source="typed", force_id=FORCE, person_key="P1", family_name="Demo"
    )
    Involvement.objects.create(
        record_id="part-1",
        source="typed",
        force_id=FORCE,
        person_key="P1",
        record_type="investigation",
        reference="A",
        part="Suspect",
        basis="Opinion",
    )

    page = text_of(browser_of(cases["records-manager"]), f"{LIST}investigation-A/")

    assert "Suspect" in page
    assert "Opinion" in page
    assert "/force/records/person/person-1/" in page


def test_a_person_is_added_with_part_and_basis_and_nothing_is_guessed(cases):
    browser = browser_of(cases["supervisor"])
    page = f"{LIST}investigation-A/people/"

    halfway = browser.post(page, {"person_key": "P7", "part": "Witness"})
    assert halfway.status_code == 400
    assert b"Choose fact or opinion." in halfway.content
    browser.post(page, {"person_key": "P7", "part": "Witness", "basis": "Fact"})

    record = text_of(browser, f"{LIST}investigation-A/")
    assert "P7" in record
    assert "Witness" in record
    assert browser_of(cases["analyst"]).get(page).status_code == 404
    assert "P7" not in text_of(browser_of(cases["analyst"]), f"{LIST}investigation-A/")


def test_hidden_and_missing_are_one_page(cases):
    """Bytes and headers: another team's record, no record, no type, no page at all (T01)."""
    browser = browser_of(cases["patrol-officer"])
    answers = [
        browser.get(url)
        for url in (
            "/force/records/investigation/investigation-C/",
            "/force/records/investigation/investigation-Z/",
            "/force/records/investigation/no%20address/",
            "/force/records/nothing/investigation-A/",
            "/force/records/nothing/",
            "/force/records/investigation/investigation-C/change/",
            "/force/records/investigation/investigation-C/figures/",
            "/force/records/investigation/investigation-C/files/1/",
            "/force/exports/7d9f2d1c-0000-4000-8000-000000000000/",
            "/force/exports/nothing/",
            "/force/no/such/page/",
            "/no-such-page/",
        )
    ]

    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.content for answer in answers}) == 1
    assert len({_headers(answer) for answer in answers}) == 1


def _headers(answer):
    apart = {"X-Request-ID"}  # names the request, whatever it asked for
    return tuple(sorted(pair for pair in answer.items() if pair[0] not in apart))


def test_doors_open_by_role_and_show_the_same_registers(cases):
    inspector = browser_of(cases["inspector"])

    assert inspector.get(LIST).status_code == 404
    page = text_of(inspector, "/inspectorate/records/investigation/")
    assert "/inspectorate/records/investigation/investigation-A/" in page
    assert inspector.get("/force/").status_code == 404
    assert inspector.get("/inspectorate/").status_code == 200
    assert browser_of(cases["partner"]).get("/partner/").status_code == 200
    assert browser_of(cases["commissioner-staff"]).get("/commissioner/").status_code == 200


def test_filters_and_words_stand_in_the_address(cases):
    browser = browser_of(cases["supervisor"])

    assert "investigation-B/" not in text_of(browser, LIST, unit_ref="N1")
    assert "investigation-A/" in text_of(browser, LIST, q="summary of A")
    assert "No record that is open to you fits." in text_of(browser, LIST, q="nowhere")
    assert "such as 2026-03" in text_of(browser, LIST, status=400, month="March")


def test_a_list_is_paged_by_key(force):
    for number in range(60):
        investigation(f"{number:03d}", unit="N1")
    browser = browser_of(force["supervisor"])
    seen, url = set(), LIST
    while url:
        page = text_of(browser, url)
        seen |= set(re.findall(r"investigation-(\d{3})/", page))
        following = re.search(r'href="([^"]+)" rel="next"', page)
        url = following[1] if following else ""

    assert len(seen) == 60


def test_a_look_at_a_list_names_the_records_that_it_showed(cases):
    officer = cases["patrol-officer"]
    browser_of(officer).get(LIST)

    entry = Entry.objects.filter(actor=officer.trail_name, verb="consulted").latest("sequence")
    assert "investigation-A" in entry.detail
    assert "investigation-C" not in entry.detail


def test_pages_are_not_kept_by_browsers(cases):
    browser = browser_of(cases["patrol-officer"])
    for url in ("/force/", "/force/records/", LIST, f"{LIST}investigation-A/"):
        assert "no-store" in browser.get(url)["Cache-Control"]


def test_the_first_page_offers_only_registers_with_something_to_see(cases):
    officer = text_of(browser_of(cases["patrol-officer"]), "/force/")
    people = text_of(browser_of(cases["people-services"]), "/force/")

    assert "/force/records/investigation/" in officer
    assert "/force/records/conductmatter/" not in officer
    assert "/force/records/shift/" in people
    assert "/force/records/investigation/" not in people


def test_a_reference_leads_to_its_record(cases):
    browser = browser_of(cases["patrol-officer"])

    found = browser.get("/force/look-up/", {"kind": "investigation", "reference": "A"})
    hidden = browser.get("/force/look-up/", {"kind": "investigation", "reference": "C"})
    missing = browser.get("/force/look-up/", {"kind": "investigation", "reference": "Z"})

    assert found["Location"] == "/force/records/investigation/investigation-A/"
    assert hidden["Location"].replace("=C", "=Z") == missing["Location"]
    assert "Write the reference" in text_of(browser, "/force/look-up/", status=400)


def test_who_changed_it_and_why_is_for_those_who_see_the_whole_record(cases):
    """Words can name somebody: a reader of facts sees that the state changed, and no more."""
    supervisor = browser_of(cases["supervisor"])
    change = f"{LIST}investigation-A/change/"
    sent = filled(supervisor, change) | {"state": "Filed", "_why": "victim called"}
    assert supervisor.post(change, sent).status_code == 302

    whole = text_of(supervisor, f"{LIST}investigation-A/")
    facts = text_of(browser_of(cases["analyst"]), f"{LIST}investigation-A/")

    assert "victim called" in whole
    assert "Demo supervisor" in whole
    assert "Filed" in facts
    assert "victim called" not in facts
    assert "Demo supervisor" not in facts
