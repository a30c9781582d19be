"""Local days, weekends and bank holidays, as gov.uk lists them."""

from datetime import date

import pytest
from duty_samples import at, local

from peelian.engines.duties.calendars import Calendar, after_day, calendar_of, local_day, midnight

ENGLAND, SCOTLAND, IRELAND = Calendar("ENG"), Calendar("SCT"), Calendar("NIR")


@pytest.mark.parametrize(
    ("day", "called"),
    [
        ("2026-04-03", "Good Friday"),
        ("2026-04-06", "Easter Monday"),
        ("2022-06-03", "Platinum Jubilee of Elizabeth II"),
        ("2026-12-28", "Boxing Day (observed)"),
        ("2027-12-27", "Christmas Day (observed)"),
        ("2027-12-28", "Boxing Day (observed)"),
        ("2022-01-03", "New Year's Day (observed)"),
        ("2026-04-07", ""),
    ],
)
def test_bank_holidays_and_their_substitutes_are_known_by_name(day, called):
    assert ENGLAND.holiday(date.fromisoformat(day)) == called


@pytest.mark.parametrize(
    ("day", "england", "scotland", "ireland"),
    [
        ("2026-01-02", True, False, True),
        ("2026-04-06", False, True, False),
        ("2026-03-17", True, True, False),
        ("2026-11-30", True, False, True),
        ("2026-08-31", False, True, False),
        ("2026-08-03", True, False, True),
        ("2026-07-13", True, True, False),
        ("2026-03-28", False, False, False),
    ],
)
def test_each_part_of_the_country_has_its_own_working_days(day, england, scotland, ireland):
    found = [part.is_working(date.fromisoformat(day)) for part in (ENGLAND, SCOTLAND, IRELAND)]

    assert found == [england, scotland, ireland]


def test_a_force_counts_by_the_country_it_polices_and_one_unknown_by_england():
    assert calendar_of("staffordshire") == calendar_of("btp") == calendar_of("x") == ENGLAND
    assert calendar_of("dyfed-powys") == ENGLAND
    assert calendar_of("northern-ireland") == IRELAND


def test_a_day_is_the_one_on_the_wall():
    assert local_day(at("2026-03-29 00:30")) == date(2026, 3, 29)
    assert local_day(midnight(date(2026, 7, 1))) == date(2026, 7, 1)
    assert f"{midnight(date(2026, 7, 1)):%m-%d %H:%M}" == "06-30 23:00"


@pytest.mark.parametrize(
    ("day", "hours"), [("2026-03-29", 23), ("2026-10-25", 25), ("2026-05-01", 24)]
)
def test_a_day_in_which_the_clock_changes_is_shorter_or_longer(day, hours):
    day = date.fromisoformat(day)

    assert (after_day(day) - midnight(day)).total_seconds() == hours * 3600
    assert local(after_day(day)).endswith("00:00")
