"""What the loaded files allow: a table of verdicts."""

from dataclasses import dataclass

import pytest
from ibis import _

from engines.measures.measure_samples import count, rate, ratio, share
from peelian.areas.crime.views import CRIMES_AND_CHARGES, CRIMES_CHARGED_SOON
from peelian.engines.measures.cover import Cover
from peelian.engines.measures.declared import FollowUp
from peelian.engines.measures.periods import Period, periods
from peelian.spine.outcome import Outcome

PLAIN = count()
RATE = rate()
SOON = share(
    of=CRIMES_CHARGED_SOON,
    counting=_.charged_within_2_months,
    follow_up=FollowUp(of=Outcome, months=2, called="Outcomes"),
)
SO_FAR = share(
    of=CRIMES_AND_CHARGES,
    counting=_.charged,
    follow_up=FollowUp(of=Outcome, months=None, called="Outcomes"),
)
MARCH = Period("2021-03", "2021-03", "month")
SPRING = Period("2021-03", "2021-05")
(ROLLING,) = periods("rolling_twelve", "2021-03", "2021-03")
YEAR = "2020-04 2020-05 2020-06 2020-07 2020-08 2020-09 2020-10 2020-11 2020-12 2021-01 2021-02"


@dataclass(frozen=True)
class Files:
    """Loaded files as a test writes them: months of each force by its initial, s, c or k."""

    crime: str = ""
    outcome: str = ""
    id: str = "files"

    def covered(self, type_key):
        force, found = None, set()
        for word in getattr(self, type_key).split():
            if word in FORCES:
                force = FORCES[word]
            else:
                found.add((force, word))
        return frozenset(found)


FORCES = {"s": "staffordshire", "c": "cheshire", "k": "kent"}


def judge(measure, files, period, *, unit=None, asked=()):
    cover = Cover(measure, files, asked)
    return cover.judge(unit, cover.forces([period]), period)


@pytest.mark.parametrize(
    ("measure", "files", "period", "status", "note"),
    [
        # Counts and shares are of the months that are there, and say how many those are.
        (PLAIN, Files("s 2021-03"), MARCH, "ok", ""),
        (PLAIN, Files("s 2021-04"), MARCH, "no_data", "No crime file of any force is loaded"),
        (
            PLAIN,
            Files("s 2021-03 2021-05"),
            SPRING,
            "ok",
            "2 of 3 months loaded for Staffordshire Police.",
        ),
        (
            share(),
            Files("s 2021-03 2021-05 c 2021-03 2021-04 2021-05"),
            SPRING,
            "ok",
            "2 of 3 months loaded for Staffordshire Police.",
        ),
        # A rate is for the whole period.
        (RATE, Files("s 2021-03 2021-04 2021-05"), SPRING, "ok", ""),
        (RATE, Files("s 2021-03 2021-05"), SPRING, "not_computable", "Only 2 of 3 months"),
        (ratio(), Files("s 2021-03 2021-05"), SPRING, "not_computable", "Only 2 of 3 months"),
        (
            RATE,
            Files("s 2021-03 2021-04 2021-05 c 2021-03"),
            SPRING,
            "not_computable",
            "Only 1 of 3 months loaded for Cheshire Constabulary; a rate is for the whole period",
        ),
        # A running total that lacks a month is not that total.
        (PLAIN, Files(f"s {YEAR} 2021-03"), ROLLING, "ok", ""),
        (
            PLAIN,
            Files("s 2021-02 2021-03"),
            ROLLING,
            "no_data",
            "This needs all 12 months, but only 2 of 12 months loaded for Staffordshire Police.",
        ),
        # Followed for two months: every outcomes file of the window, of every force.
        (SOON, Files("s 2021-03", "s 2021-03 2021-04 2021-05"), MARCH, "ok", ""),
        (
            SOON,
            Files("s 2021-03", "s 2021-03 2021-04"),
            MARCH,
            "not_computable",
            "Outcomes file of Staffordshire Police for May 2021 is not loaded, so crimes of March "
            "2021 cannot yet be followed for 2 months.",
        ),
        (
            SOON,
            Files("s 2021-03", "s 2021-05"),
            MARCH,
            "not_computable",
            "Outcomes files of Staffordshire Police for March 2021 and April 2021 are not loaded",
        ),
        (SOON, Files("s 2021-03", "s 2021-06"), MARCH, "no_data", "are not loaded."),
        (SOON, Files("s 2021-03", ""), MARCH, "no_data", "are not loaded."),
        (
            SOON,
            Files("s 2021-03 c 2021-03", "s 2021-03 2021-04 2021-05"),
            MARCH,
            "not_computable",
            "Outcomes files of Cheshire Constabulary for March 2021, April 2021 and May 2021",
        ),
        # Months of a span that are not loaded need no follow-up.
        (
            SOON,
            Files("s 2021-03", "s 2021-03 2021-04 2021-05"),
            SPRING,
            "ok",
            "1 of 3 months loaded for Staffordshire Police.",
        ),
        # Followed as far as files go: no hole from the month itself to the last one loaded.
        (SO_FAR, Files("s 2021-03", "s 2021-03"), MARCH, "ok", ""),
        (SO_FAR, Files("s 2021-03", "s 2021-02 2021-03 2021-04"), MARCH, "ok", ""),
        (
            SO_FAR,
            Files("s 2021-03", "s 2021-04"),
            MARCH,
            "no_data",
            "March 2021 is not loaded.",
        ),
        (
            SO_FAR,
            Files("s 2021-03", "s 2021-03 2021-05"),
            MARCH,
            "no_data",
            "for April 2021 is not loaded.",
        ),
        (
            SO_FAR,
            Files("s 2021-03", "s 2021-02"),
            MARCH,
            "no_data",
            "March 2021 is not loaded.",
        ),
        (SO_FAR, Files("s 2021-03", "c 2021-03"), MARCH, "no_data", "of Staffordshire Police"),
    ],
)
def test_the_verdict_on_all_forces_together(measure, files, period, status, note):
    found = judge(measure, files, period)

    assert found.status == status
    assert note in " ".join(found.notes)
    assert bool(found.notes) == bool(note)


def test_a_force_is_judged_by_its_own_files():
    files = Files("s 2021-03 2021-04 2021-05 c 2021-03")

    assert judge(RATE, files, SPRING, unit="staffordshire").status == "ok"
    assert judge(RATE, files, SPRING, unit="cheshire").status == "not_computable"
    assert judge(PLAIN, files, SPRING, unit="kent").notes == (
        "No crime file of Kent Police is loaded for March to May 2021.",
    )


def test_forces_asked_for_that_are_wholly_absent_are_left_out_and_named():
    asked = ("cheshire", "kent", "staffordshire")

    found = judge(RATE, Files("s 2021-03 c 2021-03"), MARCH, asked=asked)

    assert found.status == "ok"
    assert found.forces == {"cheshire", "staffordshire"}
    assert found.notes == ("2 of 3 forces loaded.",)


def test_only_forces_loaded_in_the_period_are_in_question_where_none_is_asked_for():
    cover = Cover(PLAIN, Files("s 2021-03 c 2021-06 k 2021-05"), ())

    assert cover.forces([SPRING]) == ("kent", "staffordshire")


def test_the_span_is_that_of_the_forces_asked_for():
    files = Files("s 2021-03 2021-05 c 2020-01")

    assert Cover(PLAIN, files, ()).span() == ("2020-01", "2021-05")
    assert Cover(PLAIN, files, ["staffordshire"]).span() == ("2021-03", "2021-05")
    assert Cover(PLAIN, files, ["kent"]).span() is None


def test_long_lists_are_cut_short_and_counted():
    files = Files("s 2021-03", "s 2021-09")
    wide = Period("2021-03", "2021-03")

    note = judge(SO_FAR, files, wide).notes[0]

    assert note == (
        "Outcomes files of Staffordshire Police for March 2021, April 2021, May 2021 and 3 more "
        "months are not loaded."
    )


def test_one_more_is_one_force_not_several():
    asked = ("cheshire", "kent", "essex", "staffordshire")

    note = judge(PLAIN, Files(), MARCH, asked=asked).notes[0]

    assert note.endswith("Essex Police and 1 more force is loaded for March 2021.")
