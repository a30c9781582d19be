"""The trail as its reviewer meets it in a browser (C-AUD-5)."""

import html
import re
from datetime import timedelta

import pytest
from django.db import connection

from engines.oversight.trail_samples import NOON, listed, wrote
from peelian.access.held import RoleHeld
from peelian.access.roles import ROLES
from peelian.access.user import User
from peelian.trail import triggers
from peelian.trail.checkpoints import checkpoint
from peelian.trail.models import Entry
from people import investigation
from web.force.signed_in import browser_of

pytestmark = pytest.mark.django_db
PAGES = ("/force/trail/", "/force/trail/1/", "/force/trail/check/")


@pytest.fixture(autouse=True)
def keys(tmp_path, settings):
    settings.CHECKPOINT_KEYS = tmp_path / "keys"
    settings.CHECKPOINT_PLACES = (tmp_path / "away",)


@pytest.fixture
def reviewer(force):
    return browser_of(force["trail-reviewer"])


def text_of(client, url, status=200, **query):
    answer = client.get(url, query)
    assert answer.status_code == status, answer.content.decode()[:3000]
    without_tags = re.sub(r"<[^>]+>", " ", answer.content.decode().partition("<main")[2])
    return html.unescape(re.sub(r"\s+", " ", without_tags))


def newest_number():
    return Entry.objects.latest("sequence").sequence


def test_who_looked_when_at_what_and_why(force, reviewer):
    wrote(force["call-handler"], relationship="force", reason="call: lost dog", fields=("offence",))
    page = text_of(reviewer, "/force/trail/")

    assert "Demo call-handler" in page
    assert "2 March 2026, 12:00" in page
    assert "Looked at" in page
    assert "investigation-I-1" in page
    assert "Their role reaches such records of the whole force" in page
    assert "A caller or somebody in front of me asks about it: lost dog" in page
    assert "1 field" in page


def test_times_are_local_in_summer(force, reviewer):
    wrote(force["call-handler"], at=NOON.replace(month=7))

    assert "2 July 2026, 13:00" in text_of(reviewer, "/force/trail/")


def test_the_reading_is_the_readers_own_entry(force, reviewer):
    text_of(reviewer, "/force/trail/", who="Demo")
    page = text_of(reviewer, "/force/trail/")

    assert "You yourself" in page
    assert Entry.objects.filter(record_type="trail", record_ref="list").count() == 2


def test_filters_stand_in_the_address_and_lead_on(force, reviewer):
    for number in range(60):
        wrote(force["investigator"], address=f"investigation-{number}")
    wrote(force["call-handler"])
    first = reviewer.get("/force/trail/", {"who": "no-investigator", "kind": "investigation"})
    onward = html.unescape(re.search(r'href="([^"]+)" rel="next"', first.content.decode()).group(1))
    second = text_of(reviewer, onward)

    assert "who=no-investigator&kind=investigation&after=" in onward
    assert "investigation-9 " in second
    assert "Demo call-handler" not in second
    assert "First page" in second


def test_who_looked_at_one_record_by_what_it_is_called(force, reviewer):
    investigation("I-1")
    wrote(force["investigator"])
    listed(force["supervisor"], ["investigation-I-1"])
    wrote(force["analyst"], address="investigation-I-2")
    page = text_of(reviewer, "/force/trail/", kind="investigation", called="I-1")

    assert "Demo investigator" in page
    assert "Demo supervisor" in page
    assert "a list that showed 1" in page
    assert "Demo analyst" not in page


def test_days_are_local_and_the_last_one_counts(force, reviewer):
    wrote(force["investigator"], at=NOON)
    wrote(force["supervisor"], at=NOON + timedelta(days=1))
    page = text_of(reviewer, "/force/trail/", since="2026-03-02", until="2026-03-02")

    assert "Demo investigator" in page
    assert "Demo supervisor" not in page


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ({"who": "zz"}, "Nobody with an account here is called so"),
        ({"called": "I-1"}, "Choose what kind of record"),
        ({"since": "soon"}, "Write the day as year-month-day"),
        ({"after": "x"}, "The number in this address is none"),
        ({"after": "²"}, "The number in this address is none"),
        ({"who": "\0"}, "Null characters"),
    ],
)
def test_what_cannot_be_asked_is_said(force, reviewer, query, words):
    assert words in text_of(reviewer, "/force/trail/", status=400, **query)


def test_one_entry_with_its_hashes_and_its_checkpoint(force, reviewer):
    wrote(force["investigator"], relationship="scope", fields=("offence", "summary"))
    number = newest_number()
    checkpoint(now=NOON)
    page = text_of(reviewer, f"/force/trail/{number}/")
    entry = Entry.objects.get(sequence=number)

    assert "It says what it said when it was written" in page
    assert entry.hash in page
    assert entry.previous_hash in page
    assert "offence, summary" in page
    assert f"Checkpoint 1, signed on 2 March 2026, 12:00, covers entries up to {number}." in page
    assert Entry.objects.latest("sequence").record_ref == str(number)


def test_a_list_tells_what_was_searched_for_on_its_own_page_alone(force, reviewer):
    listed(force["investigator"], ["investigation-I-1"], query="Smith")
    number = newest_number()

    assert "Smith" in text_of(reviewer, f"/force/trail/{number}/")
    assert "Smith" not in text_of(reviewer, "/force/trail/")


def test_a_record_is_linked_only_for_those_who_may_see_it(force, reviewer):
    investigation("I-1")
    wrote(force["investigator"])
    link = 'href="/force/records/investigation/investigation-I-1/"'

    assert link not in reviewer.get("/force/trail/").content.decode()
    RoleHeld.objects.create(
        user=force["supervisor"],
        role="trail-reviewer",
        force_id="staffordshire",
        starts_at=NOON - timedelta(days=1),
        given_by="service:tests",
        reason="stands in",
    )
    assert link in browser_of(force["supervisor"]).get("/force/trail/").content.decode()


def test_an_entry_of_another_force_is_a_page_that_does_not_exist(force, reviewer):
    other = User.objects.create_person(email="o@elsewhere.example", name="Demo of elsewhere")
    other.force_id = "cheshire"
    other.save()
    wrote(other, address="theirs")
    nowhere = reviewer.get("/no-such-page/").content
    for number in (newest_number(), 999999, 2**70):
        answer = reviewer.get(f"/force/trail/{number}/")
        assert (answer.status_code, answer.content) == (404, nowhere)


@pytest.mark.parametrize("role", sorted(set(ROLES) - {"trail-reviewer"}))
def test_whoever_may_not_read_it_finds_no_page(force, role):
    wrote(force["investigator"])
    browser = browser_of(force[role])
    before = newest_number()
    nowhere = browser.get("/no-such-page/").content
    for url in PAGES:
        answer = browser.get(url)
        assert (answer.status_code, answer.content) == (404, nowhere)

    assert newest_number() == before
    assert b"/trail/" not in browser.get("/me/").content


def test_the_menu_names_it_to_reviewers_alone(force, reviewer):
    assert b'href="/force/trail/"' in reviewer.get("/force/").content
    assert b'href="/force/look-ups/"' in reviewer.get("/force/").content
    investigator = browser_of(force["investigator"]).get("/force/").content
    assert b"/force/trail/" not in investigator
    assert b"/force/look-ups/" not in investigator
    standards = browser_of(force["standards-investigator"]).get("/force/").content
    assert b"/force/trail/" not in standards
    assert b"/force/look-ups/" in standards


def test_a_trail_that_holds(force, reviewer):
    wrote(force["investigator"])
    checkpoint(now=NOON)
    page = text_of(reviewer, "/force/trail/check/")

    assert re.search(r"Entries 1 to \d+ hold", page)
    assert "1 checkpoint waits to be sent, since 2 March 2026, 12:00" in page
    assert "/away" in page


def test_a_trail_that_was_tampered_with(force, reviewer):
    wrote(force["investigator"])
    number = newest_number()
    triggers.remove(connection)
    Entry.objects.filter(sequence=number).update(actor="person:other")
    triggers.install(connection)
    told = f"Entry {number} does not say what it said when it was written."

    assert told in text_of(reviewer, "/force/trail/check/")
    assert told in text_of(reviewer, f"/force/trail/{number}/")


def test_a_place_on_the_same_machine_is_told_to_prove_little(force, reviewer, settings):
    settings.CHECKPOINT_PLACES = (settings.PEELIAN_HOME / "checkpoints",)

    assert "No place is named outside this installation" in text_of(reviewer, "/force/trail/check/")
