"""Whether a result changed since the round before: told only between rounds drawn by lot."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from peelian.engines.surveys.answering import answer
from peelian.engines.surveys.closing import close_round
from peelian.engines.surveys.inviting import invite
from web.force.signed_in import text_of
from web.surveys.rounds import PERCEPTION, SURVEYS, a_round


def held(staff, title, seen, *, design="Random", closed=timedelta()):
    """Sixty invited of 5,000, all of whom answer; so many have seen an officer."""
    made = a_round(PERCEPTION, staff, open_link=False, design=design, strata={"": 5000})
    made.title = title
    made.save()
    for number, token in enumerate(invite(made, wanted=60, actor=staff, at=timezone.now())):
        answer(
            token,
            surveys=SURVEYS,
            answers={"seen": "monthly" if number < seen else "never"},
            words={},
            once=uuid4(),
            at=timezone.now(),
        )
    close_round(made, PERCEPTION, actor=staff, at=timezone.now() + closed)
    return made


@pytest.mark.ledger("NEI-31")
def test_a_clear_rise_between_two_samples_is_told_with_its_range(staff, browser):
    held(staff, "Spring", 18)
    second = held(staff, "Autumn", 42, closed=timedelta(minutes=1))

    told = text_of(browser, f"/force/surveys/rounds/{second.ref}/results/")

    assert "Since Spring" in told
    assert "Rose" in told
    assert "+40.0 points (likely range +2" in told


def test_a_small_difference_is_no_clear_change(staff, browser):
    held(staff, "Spring", 28)
    second = held(staff, "Autumn", 31, closed=timedelta(minutes=1))

    told = text_of(browser, f"/force/surveys/rounds/{second.ref}/results/")

    assert "No clear change" in told
    assert "+5.0 points (likely range -" in told


def test_the_first_round_has_nothing_to_be_held_against(staff, browser):
    first = held(staff, "Spring", 28)

    assert "Since" not in text_of(browser, f"/force/surveys/rounds/{first.ref}/results/")
