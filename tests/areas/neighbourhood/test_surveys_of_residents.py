"""Residents, by lot and twice; and people who met the police, in their own words."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from peelian.areas.neighbourhood.survey_perception import PERCEPTION
from peelian.areas.neighbourhood.survey_treatment import TREATMENT
from peelian.areas.neighbourhood.surveys import SURVEYS
from peelian.engines.surveys.answering import answer
from peelian.engines.surveys.change import change_of
from peelian.engines.surveys.closing import close_round
from peelian.engines.surveys.coding import code_comment, next_to_code, themes_of
from peelian.engines.surveys.declared import RANDOM, VOLUNTARY
from peelian.engines.surveys.inviting import invite
from peelian.engines.surveys.opening import open_round
from peelian.engines.surveys.results import results_of
from people import FORCE, small_force

SPRING = datetime(2026, 3, 2, 9, tzinfo=UTC)
AUTUMN = datetime(2026, 9, 1, 9, tzinfo=UTC)
WEEKS = timedelta(days=28)
AREAS = {"North": 60_000, "South": 20_000}


@pytest.fixture
def force(db):
    return small_force()


def say(token, at, words=None, **answers):
    answer(token, surveys=SURVEYS, answers=answers, words=words or {}, once=uuid4(), at=at)


def wave(analyst, at, seen_in):
    """A wave by lot with 60 letters to each area, all answered; so many saw an officer."""
    held = open_round(
        PERCEPTION,
        force_id=FORCE,
        title=f"Wave of {at:%B %Y}",
        design=RANDOM,
        opens_at=at,
        closes_at=at + WEEKS,
        strata=AREAS,
        actor=analyst,
        at=at,
    )
    for area, seen in seen_in.items():
        for number, token in enumerate(invite(held, wanted=60, stratum=area, actor=analyst, at=at)):
            say(token, at, seen="weekly" if number < seen else "never")
    close_round(held, PERCEPTION, actor=analyst, at=at + WEEKS)
    return held, results_of(held, PERCEPTION).tables[0]


@pytest.mark.ledger("NEI-31")
def test_two_waves_by_lot_tell_of_all_residents_by_area_and_whether_it_changed(force):
    analyst = force["analyst"]
    spring, before = wave(analyst, SPRING, {"North": 12, "South": 30})
    autumn, now = wave(analyst, AUTUMN, {"North": 30, "South": 30})

    # (0.2 x 60,000 + 0.5 x 20,000) / 80,000, where 42 of 120 would be 35%.
    assert (before.everyone.percent, before.everyone.weighted) == ("27.5", True)
    assert [(part.title, part.percent) for part in before.parts] == [
        ("North", "20.0"),
        ("South", "50.0"),
    ]
    assert now.everyone.percent == "50.0"
    told = change_of(autumn, now.everyone, spring, before.everyone)
    assert told.verdict == "rose"
    south = change_of(autumn, now.parts[1], spring, before.parts[1])
    assert south.verdict == "no clear change"


@pytest.mark.ledger("NEI-43")
def test_people_who_met_the_police_say_how_they_were_treated_and_themes_come_out(force):
    analyst, services = force["analyst"], force["people-services"]
    held = open_round(
        TREATMENT,
        force_id=FORCE,
        title="Spring",
        design=VOLUNTARY,
        opens_at=SPRING,
        closes_at=SPRING + WEEKS,
        open_link=True,
        actor=analyst,
        at=SPRING,
    )
    for number in range(30):
        say(
            held.open_token,
            SPRING,
            {"words": "Nobody told me why."} if number < 6 else None,
            met="searched" if number < 15 else "called",
            respect="yes" if number % 3 else "no",
        )
    close_round(held, TREATMENT, actor=analyst, at=SPRING + WEEKS)

    found = results_of(held, TREATMENT)
    respect = found.tables[0]
    assert (respect.everyone.percent, respect.everyone.lower) == ("66.7", "")
    assert [(line.title, line.base) for line in respect.breakdowns[0].lines] == [
        ("I called or visited them", 15),
        ("I was stopped or searched", 15),
    ]
    for coder in (analyst, services):
        while text := next_to_code(held, "words", actor=coder, at=AUTUMN):
            code_comment(text, TREATMENT, themes=("reason",), actor=coder, at=AUTUMN)
    coded = themes_of(held, TREATMENT, "words")
    assert (coded.done, dict(coded.counts)[TREATMENT.themes[1]]) == (6, 6)
    assert {way.key for way in TREATMENT.ways} == {"complaint", "contact"}
