"""Which figures moved: the newest whole month, tested, and only while it is news."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from peelian.areas.investigation.measures import MEASURES
from peelian.engines.measures.cells import Cell
from peelian.engines.measures.periods import Period
from peelian.engines.publishing.movement import _has_news, movement

OPENED = next(one for one in MEASURES if one.key == "investigation.opened")


def month(name, number):
    """A month in which so many were opened."""
    return Cell(
        measure=OPENED.key,
        version=1,
        period=Period(name, name),
        snapshot="s",
        unit="staffordshire",
        numerator=number,
        value=number,
    )


def test_a_month_that_is_not_over_is_left_out():
    went = movement(OPENED, [month("2026-01", 400), month("2026-02", 600), month("2026-03", 3)],
                    "2026-03")  # fmt: skip

    assert went.cell.period.last == "2026-02"
    assert went.clear
    assert went.direction.change.value == "up"


def test_what_chance_explains_is_not_clear():
    went = movement(OPENED, [month("2026-01", 40), month("2026-02", 44)], "2026-03")

    assert not went.clear
    assert went.worse is None


@pytest.mark.parametrize(
    ("better", "worse"), [("higher", False), ("lower", True), ("neither", None)]
)
def test_worse_goes_by_what_the_measure_says_is_better(better, worse):
    cells = [month("2026-01", 400), month("2026-02", 600)]

    assert movement(replace(OPENED, better=better), cells, "2026-03").worse is worse


def test_no_whole_month_is_no_movement():
    assert movement(OPENED, [month("2026-03", 3)], "2026-03") is None


def test_history_is_no_news():
    def held(name):
        covered = frozenset({("staffordshire", name)})
        return SimpleNamespace(snapshot=SimpleNamespace(covered=lambda key: covered))

    assert _has_news(OPENED, held("2026-01"), "staffordshire", "2025-12")
    assert not _has_news(OPENED, held("2021-12"), "staffordshire", "2025-12")
