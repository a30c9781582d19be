"""Everyone's first page: what is due, by when in words, why me, and one step to have it done."""

import pytest

from peelian.access.seal import Seal
from people import FORCE, NOW
from web.force.signed_in import browser_of, text_of
from web.force.work.duties_at_hand import REVIEW, UPDATE, a_duty, moved_note

pytestmark = pytest.mark.django_db
HERE = "/force/"


def test_a_duty_says_what_about_which_record_by_when_and_what_next(force, case):
    a_duty(case, hours=-50, risk="high")

    page = text_of(browser_of(force["investigator"]), HERE)

    assert "1 duty needs you: 1 is late." in page
    assert "2 days late" in page
    assert "High risk" in page
    assert 'href="/force/work/duties/duty-1/">End the bail or have it extended' in page
    assert 'href="/force/records/investigation/investigation-A/">Investigation A' in page
    assert "Ask for the extension or end the bail." in page
    assert "Invented Act 2020 s1(2)" in page


def test_the_most_urgent_stands_first(force, case):
    a_duty(case, hours=100, matter="soon")
    a_duty(case, hours=-2, matter="late", words="late by two hours")
    a_duty(case, hours=-1, matter="late-high", risk="high", words="late by one, and dangerous")

    page = text_of(browser_of(force["investigator"]), HERE)

    order = [page.index(f"duties/duty-{number}/") for number in (3, 2, 1)]
    assert order == sorted(order)


def test_what_ends_in_more_than_a_week_is_one_press_away(force, case):
    a_duty(case, hours=24 * 20)
    browser = browser_of(force["investigator"])

    assert "1 duty ends in more than a week" in text_of(browser, HERE)
    assert "work/duties/duty-1/" not in text_of(browser, HERE)
    assert "work/duties/duty-1/" in text_of(browser, HERE, all="")


def test_a_long_list_is_cut_and_says_so(force, case):
    for number in range(23):
        a_duty(case, hours=5 + number, matter=f"matter {number}")
    browser = browser_of(force["investigator"])

    assert "Show 3 more" in text_of(browser, HERE)
    assert "Show 3 more" not in text_of(browser, HERE, all="")


def test_nothing_is_due_is_said_only_while_every_feed_is_fresh(force, case, feeds):
    browser = browser_of(force["investigator"])
    assert "Nothing is due." in text_of(browser, HERE)

    feeds.late()

    page = text_of(browser, HERE)
    assert "Nothing is due." not in page
    assert "Nothing is due of what has reached Peelian. More may be:" in page
    assert "Bail (custody) are late. More was expected by 06:00." in page


def test_reviews_stand_apart_from_what_is_to_be_done(force, case):
    a_duty(case, rule=REVIEW, whose="investigator")

    page = text_of(browser_of(force["investigator"]), HERE)

    assert "To review (1)" in page
    assert page.index("To review (1)") < page.index("duties/duty-1/")


def test_a_duty_of_somebody_else_is_not_mine(force, case):
    a_duty(case, whose="investigator")

    assert "duty-1" not in text_of(browser_of(force["patrol-officer"]), HERE)


def test_a_duty_about_a_record_of_which_i_may_not_know_is_not_there(force, case):
    """C-ACC-2: a seal on the record lies on the duty."""
    a_duty(case, whose="investigator")
    browser = browser_of(force["investigator"])
    assert "Investigation A" in text_of(browser, HERE)

    Seal.objects.create(
        force_id=FORCE,
        record_type="investigation",
        record_id=case.record_id,
        reason="sealed",
        sealed_by="service:tests",
        starts_at=NOW,
    )

    page = text_of(browser, HERE)
    assert "duty-1" not in page
    assert "Investigation A" not in page


def test_a_hand_over_stands_on_the_page_of_both(force, case):
    given = a_duty(case, whose="investigator")
    moved_note(given, since="post-supervisor", to="post-investigator")

    to = text_of(browser_of(force["investigator"]), HERE)
    since = text_of(browser_of(force["supervisor"]), HERE)

    assert "Handed over to you from Supervisor" in to
    assert "They are on leave" in to
    assert "Handed over from you to Investigator" in since


def test_a_duty_by_hand_is_done_from_the_first_page(force, case):
    a_duty(case, rule=UPDATE)
    page = text_of(browser_of(force["investigator"]), HERE)

    assert 'action="/force/work/duties/duty-1/done/"' in page


@pytest.mark.parametrize("role", ["inspector", "partner"])
def test_whoever_comes_by_another_door_has_no_duties_and_no_word_of_them(force, rules, role):
    door = {"inspector": "inspectorate", "partner": "partner"}[role]

    page = text_of(browser_of(force[role]), f"/{door}/")

    assert "Nothing is due" not in page
    assert "New for you" in page
