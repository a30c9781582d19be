"""Who may authorise bail to which day, and what is said of a record that goes beyond it (O36-O44).

Months begin with the first day of bail, the day after the arrest (PACE 1984 s47ZB(4)(a)).
"""

from datetime import UTC, date, datetime

import pytest

from peelian.areas.offenders.bail import Bail
from peelian.areas.offenders.checks import bail_faults, extension_faults
from peelian.areas.offenders.ladder import LADDERS, highest, last_day, needed


def day(text):
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("starts_on", "months", "last"),
    [
        ("2026-01-15", 3, "2026-04-14"),
        ("2026-03-01", 3, "2026-05-31"),
        # No 30 February: the last day of the month, and not the day before it.
        ("2026-11-30", 3, "2027-02-28"),
        ("2026-12-01", 3, "2027-02-28"),
        ("2027-11-30", 3, "2028-02-29"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2026-08-31", 6, "2027-02-28"),
        ("2026-01-15", 18, "2027-07-14"),
    ],
)
def test_months_begin_with_the_first_day(starts_on, months, last):
    assert last_day(day(starts_on), months) == day(last)


@pytest.mark.parametrize(
    ("case", "authoriser", "months"),
    [
        ("Standard", "Custody officer", 3),
        ("Standard", "Inspector", 6),
        ("Standard", "Chief Inspector", 6),
        ("Standard", "Superintendent", 9),
        # Higher rank reaches no further than the law gives any officer.
        ("Standard", "Chief Constable", 9),
        ("Standard", "Magistrates' court", 24),
        ("Exceptionally complex", "Superintendent", 9),
        ("Exceptionally complex", "Assistant Chief Constable", 12),
        ("Other agency", "Custody officer", 6),
        ("Other agency", "Decision maker of the other agency", 12),
    ],
)
def test_each_reaches_one_rung(case, authoriser, months):
    assert highest(case, authoriser).months == months


def test_who_is_no_rung_of_a_case_can_authorise_nothing():
    assert highest("Standard", "Decision maker of the other agency") is None


@pytest.mark.parametrize("case", LADDERS)
def test_rungs_rise(case):
    months = [one.months for one in LADDERS[case]]
    assert months == sorted(set(months))


@pytest.mark.parametrize(
    ("ends_on", "by"),
    [
        ("2026-04-14", "Custody officer"),
        ("2026-04-15", "Inspector"),
        ("2026-07-15", "Superintendent"),
        ("2026-10-15", "Magistrates' court"),
    ],
)
def test_a_day_more_needs_the_next_rung(ends_on, by):
    assert needed("Standard", day("2026-01-15"), day(ends_on)).by == by


def bail(**said):
    row = {
        "case_kind": "Standard",
        "arrested_at": datetime(2026, 1, 14, 21, 10, tzinfo=UTC),
        "starts_on": day("2026-01-15"),
        "authorised_at": datetime(2026, 1, 14, 23, 0, tzinfo=UTC),
        "authorised_by": "Custody officer",
        "ends_on": day("2026-04-14"),
    }
    return Bail(**{**row, **said})


def test_bail_within_the_law_has_no_fault():
    assert bail_faults(bail(conditions=2, conditions_for="Protect the victim")) == ()


@pytest.mark.ledger("OFF-29")
def test_a_day_beyond_the_rank_is_said_with_who_is_needed():
    (fault,) = bail_faults(bail(ends_on=day("2026-04-15")))
    assert fault == (
        "It ends on 15 April 2026. Custody officer can authorise bail to 14 April 2026, 3 months "
        "from its first day. Longer needs: Inspector (PACE 1984 s47ZD)."
    )


def test_the_first_day_is_the_one_after_the_arrest_by_local_clocks():
    # 23:30 in UTC on 30 June is already 1 July in summer time, so bail starts on the 2nd.
    summer = datetime(2026, 6, 30, 23, 30, tzinfo=UTC)
    right = bail(arrested_at=summer, starts_on=day("2026-07-02"), ends_on=day("2026-10-01"))
    wrong = bail(arrested_at=summer, starts_on=day("2026-07-01"), ends_on=day("2026-09-30"))
    assert bail_faults(right) == ()
    assert "the day after the arrest, 2 July 2026" in bail_faults(wrong)[0]


def test_conditions_without_a_purpose_and_a_lapse_are_said():
    faults = bail_faults(bail(conditions=1, how_ended="Lapsed without a decision"))
    assert [one.split(":")[0].split(".")[0] for one in faults] == [
        "There are conditions and nothing says what they are for",
        "It lapsed without a decision",
    ]


def test_longer_than_any_court_can_allow():
    (fault,) = bail_faults(bail(authorised_by="Magistrates' court", ends_on=day("2028-01-15")))
    assert "longer than any court" in fault


def test_an_extension_after_the_end_revives_nothing():
    first = bail()
    in_time = bail(authorised_at=datetime(2026, 4, 14, 20, 0, tzinfo=UTC))
    # 23:30 in UTC on 14 April is half past midnight of the 15th by local clocks.
    too_late = bail(authorised_at=datetime(2026, 4, 14, 23, 30, tzinfo=UTC))
    assert extension_faults(first, in_time) == ()
    assert "cannot be revived" in extension_faults(first, too_late)[0]


def test_days_with_the_prosecutor_do_not_count_against_an_extension():
    first = bail(
        with_prosecutor_from=datetime(2026, 4, 1, 9, 0, tzinfo=UTC),
        with_prosecutor_until=datetime(2026, 4, 11, 9, 0, tzinfo=UTC),
    )
    still_there = bail(with_prosecutor_from=datetime(2026, 4, 1, 9, 0, tzinfo=UTC))
    later = bail(authorised_at=datetime(2026, 4, 20, 9, 0, tzinfo=UTC))
    assert extension_faults(first, later) == ()
    assert extension_faults(still_there, later) == ()
