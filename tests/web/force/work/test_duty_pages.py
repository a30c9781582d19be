"""One duty: how it stands, by whose rule, whose it is, and what its reader can do about it."""

from unittest.mock import Mock

import pytest

from peelian.areas.investigation.models import Investigation
from peelian.engines.duties.models import Duty
from peelian.spine.officer import Officer
from peelian.web.force.work import ways
from people import NOW
from web.force.signed_in import browser_of, text_of
from web.force.work.duties_at_hand import BAIL, UPDATE, a_duty, moved_note

pytestmark = pytest.mark.django_db
HERE = "/force/work/duties/duty-1/"


def stands(duty):
    return Duty.objects.get(pk=duty.pk)


def test_it_says_whose_rule_what_proof_whose_it_is_and_who_may_extend(force, case):
    a_duty(case, rule=BAIL, hours=-3)

    page = text_of(browser_of(force["investigator"]), HERE)

    assert "3 hours late." in page
    assert "Nobody is kept on bail without a decision." in page
    assert "Invented Act 2020 s1(2)" in page
    assert "The decision and who took it" in page
    assert "Investigator (Demo investigator), North team one" in page
    assert "a custody officer" in page
    assert "2 days before the end" in page
    assert "when the time is over" in page


def test_what_the_rule_does_not_leave_to_a_person_is_not_offered(force, case):
    """A statute is waived by nobody, and only the end of the bail shows that it ended."""
    a_duty(case, rule=BAIL)
    browser = browser_of(force["investigator"])

    page = text_of(browser, HERE)

    assert "Waive it" not in page
    assert "It is done" not in page
    assert browser.get(f"{HERE}done/").status_code == 404
    assert browser.get(f"{HERE}waive/").status_code == 404


def test_its_owner_says_that_it_is_done_and_with_what_proof(force, case):
    one = a_duty(case, rule=UPDATE)
    browser = browser_of(force["investigator"])

    empty = browser.post(f"{HERE}done/", {"proof": ""})
    assert empty.status_code == 400
    assert "Write what shows that it was done" in empty.content.decode()
    assert browser.post(f"{HERE}done/", {"proof": "Log entry 12"}).status_code == 302

    assert stands(one).proof == "Log entry 12"


def test_handed_over_with_a_reason_to_a_post_in_reach(force, case):
    one = a_duty(case)
    browser = browser_of(force["investigator"])
    form = text_of(browser, f"{HERE}move/")
    assert "Response or neighbourhood officer (no-patrol-officer), North team one" in form
    assert "post-other-team" not in form

    said = {"to_post": "post-patrol-officer", "reason": "On leave from tomorrow"}
    assert browser.post(f"{HERE}move/", said).status_code == 302

    assert stands(one).post_ref == "post-patrol-officer"
    moved = one.notes.get(what="moved")
    assert moved.words == "from post-investigator: On leave from tomorrow"


def test_a_post_out_of_reach_and_a_missing_reason_are_sentences_on_the_form(force, case):
    a_duty(case)
    browser = browser_of(force["investigator"])

    answer = browser.post(f"{HERE}move/", {"to_post": "post-other-team", "reason": ""})

    assert answer.status_code == 400
    page = answer.content.decode()
    assert "Choose one of the posts in the list." in page
    assert "Say why it moves." in page


def test_waiving_takes_the_rank(force, case):
    one = a_duty(case, rule=UPDATE)
    browser = browser_of(force["supervisor"])
    assert "it can be waived from the rank of Inspector upwards" in text_of(browser, HERE)
    Officer.objects.filter(officer_ref="no-supervisor").update(rank="Inspector")

    assert f'href="{HERE}waive/"' in text_of(browser, HERE)
    assert browser.post(f"{HERE}waive/", {"reason": "The victim asked"}).status_code == 302

    assert stands(one).state == "Waived"


def test_its_history_names_what_was_done_and_to_whom(force, case):
    moved_note(a_duty(case))

    page = text_of(browser_of(force["investigator"]), HERE)

    assert "Handed over" in page
    assert "They are on leave" in page


def test_why_something_was_moved_is_for_readers_of_its_words_alone(force, case):
    moved_note(a_duty(case))

    page = text_of(browser_of(force["chief-officer"]), HERE)

    assert "Handed over" in page
    assert "They are on leave" not in page


@pytest.mark.parametrize("role", ["other-team", "administrator", "people-services"])
def test_a_duty_that_a_reader_may_not_see_does_not_exist(force, case, role):
    """T01: hidden and missing are answered alike, for every page of it."""
    a_duty(case)
    browser = browser_of(force[role])

    for page in ("", "done/", "move/", "waive/"):
        assert browser.get(f"{HERE}{page}").status_code == 404
    assert browser.get("/force/work/duties/none/").status_code == 404


def test_a_record_says_what_is_to_be_done_about_it(force, case):
    a_duty(case, rule=BAIL, hours=-3)
    a_duty(case, rule=UPDATE, state="Met", due_at=None, done_at=NOW)

    page = text_of(
        browser_of(force["investigator"]), "/force/records/investigation/investigation-A/"
    )

    assert "What is to be done about it" in page
    assert "End the bail or have it extended" in page
    assert "3 hours late" in page
    assert "Tell the victim how far it is" in page


def test_the_ladder_says_to_which_day_each_rung_reaches(force, case):
    """Three months that begin with 1 April end with 30 June."""
    a_duty(case, rule=BAIL, facts='{"starts_on": "2026-04-01"}')

    page = text_of(browser_of(force["investigator"]), HERE)

    assert "30 June 2026" in page
    assert "30 September 2026" in page


@pytest.mark.parametrize(("roles", "offered"), [(("investigator",), True), (("analyst",), False)])
def test_a_form_is_offered_to_whoever_may_fill_it_in(force, case, monkeypatch, roles, offered):
    """A link that leads to "not found" helps nobody."""
    form = Mock(title="A form", key="a-form", about=Investigation, roles=roles)
    monkeypatch.setattr(ways, "meeting", lambda _rule: (form,))
    a_duty(case, rule=BAIL)

    page = text_of(browser_of(force["investigator"]), HERE)

    assert ("A form" in page) == offered
