"""What results say: ranges and verdicts for lots alone, weights by name, groups one at a time."""

from datetime import date

import pytest

from engines.surveys.sample import CLOSES, SURVEY, begin, closed, said
from peelian.engines.measures.calculate import calculate
from peelian.engines.measures.request import request
from peelian.engines.surveys.change import change_of
from peelian.engines.surveys.counting import rows_of
from peelian.engines.surveys.declared import RANDOM, VOLUNTARY, WHOLE
from peelian.engines.surveys.measuring import measures_of
from peelian.engines.surveys.models import Round, State, SurveyAnswer
from peelian.engines.surveys.results import NONE_TOLD, NOT_TOLD, results_of
from peelian.records.mirror import mirror
from peelian.records.store.reader import open_reader


def finished(analyst, replies, **more):
    """A closed round with these replies counted."""
    given = {
        "state": State.CLOSED,
        "made_by": analyst,
        "made_at": CLOSES,
        "invited": len(replies),
        "replied_invited": len(replies),
        "ref": f"S-{Round.objects.count()}",
    }
    held = closed(**(given | more))
    held.save()
    SurveyAnswer.objects.bulk_create(rows_of(SURVEY, held, replies))
    return held


def happy(held):
    return results_of(held, SURVEY).tables[0]


def by_lot(analyst, yes, no, **more):
    return finished(
        analyst,
        said(yes, happy="yes") + said(no, happy="no"),
        design=RANDOM,
        strata={"": 4000},
        **more,
    )


def test_a_random_round_has_a_likely_range_with_its_method(analyst):
    line = happy(by_lot(analyst, 60, 40)).everyone
    assert (line.percent, line.lower, line.upper) == ("60.0", "50.2", "69.1")
    assert line.method.startswith("Wilson")


@pytest.mark.parametrize("design", [VOLUNTARY, WHOLE])
def test_other_rounds_have_a_value_and_no_range(analyst, design):
    replies = said(60, happy="yes") + said(40, happy="no")
    line = happy(finished(analyst, replies, design=design)).everyone
    assert (line.percent, line.lower, line.upper, line.method) == ("60.0", "", "", "")


def test_a_change_is_told_between_two_lots_alone(analyst):
    before, now = by_lot(analyst, 100, 100), by_lot(analyst, 140, 60)
    same = by_lot(analyst, 105, 95)
    chosen = finished(analyst, said(140, happy="yes") + said(60, happy="no"))

    def told(one, other):
        return change_of(one, happy(one).everyone, other, happy(other).everyone)

    assert told(now, before).verdict == "rose"
    assert told(now, before).says.startswith("rose: +20.0 points (likely range +10.")
    assert told(before, now).verdict == "fell"
    assert told(same, before).verdict == "no clear change"
    assert told(chosen, before).verdict is None
    assert "drawn by lot" in told(chosen, before).says
    with pytest.raises(ValueError, match="different surveys or forces"):
        told(now, by_lot(analyst, 10, 10, force_id="kent"))


def test_strata_are_weighted_to_their_list(analyst):
    """40 of 40 in a part of 900, 10 of 40 in one of 100: (900 + 25) / 1,000."""
    replies = (
        said(40, stratum="large", happy="yes")
        + said(10, stratum="small", happy="yes")
        + said(30, stratum="small", happy="no")
    )
    held = finished(analyst, replies, design=RANDOM, strata={"large": 900, "small": 100})
    table = happy(held)
    line = table.everyone
    assert (line.counted, line.base, line.percent, line.weighted) == (50, 80, "92.5", True)
    # By part of the list, such as a local area: Wilson's range, and of the small part, of which
    # 40% were drawn, as of 40 x 99 / 60 = 66 people.
    parts = [(part.title, part.percent, part.lower, part.upper) for part in table.parts]
    assert parts == [("large", "100.0", "91.2", "100.0"), ("small", "25.0", "16.1", "36.6")]


def test_a_weighting_stands_beside_the_plain_share_with_its_name_and_without_a_range(analyst):
    """Young: 30 of 40 of 100 people; old: 5 of 20 of 300. (75 + 75) / 400 = 37.5%."""
    replies = (
        said(30, happy="yes", age="young")
        + said(10, happy="no", age="young")
        + said(5, happy="yes", age="old")
        + said(15, happy="no", age="old")
    )
    held = finished(analyst, replies, weighting="age", totals={"young": 100, "old": 300})
    table = happy(held)
    assert (table.everyone.percent, table.weighted.percent) == ("58.3", "37.5")
    assert (table.weighted.lower, table.weighted.weighting.source) == ("", "Register of staff")


def test_what_cannot_be_weighted_says_why(analyst):
    replies = said(30, happy="yes", age="young") + said(3, happy="no", age="old")
    held = finished(analyst, replies, weighting="age", totals={"young": 100, "old": 300})
    weighted = happy(held).weighted
    assert (weighted.percent, weighted.why) == (
        "",
        "Too few answered, or can be told, of: young, old.",
    )


def test_groups_that_cannot_be_told_stand_together_or_not_at_all(analyst):
    replies = (
        said(20, happy="yes", role="officer")
        + said(20, happy="no", role="officer")
        + said(9, happy="no", role="staff")
        + said(4, happy="yes", role="chief")
        + said(30, happy="yes", age="old")
    )
    role, age = happy(finished(analyst, replies)).breakdowns
    assert [(line.title, line.counted, line.base) for line in role.lines] == [
        ("officer", 20, 40),
        ("Did not say", 30, 30),
    ]
    assert (role.together.counted, role.together.base, role.says) == (4, 13, NOT_TOLD)
    assert [line.title for line in age.lines] in ([], ["old", "Did not say"])
    few = happy(finished(analyst, said(15, happy="yes", role="staff"))).breakdowns[0]
    assert (few.lines, few.together, few.says) == ((), None, NONE_TOLD)


def test_results_and_measures_say_the_same(analyst, tmp_path):
    """The figure card and the results page read the same rows."""
    replies = (
        said(30, happy="yes", role="officer")
        + said(20, happy="no", role="officer")
        + said(10, happy="yes", role="staff")
        + said(15, happy="no", role="staff")
    )
    held = finished(analyst, replies)
    mirror(tmp_path, at=CLOSES)
    tables = open_reader(tmp_path)
    everyone, by_role = (one for one in measures_of(SURVEY)[:2])
    [cell] = calculate(request(everyone), tables).cells
    table = happy(held)
    assert (cell.numerator, cell.denominator) == (table.everyone.counted, table.everyone.base)
    cells = calculate(request(by_role, by=("role",)), tables).cells
    told = {dict(one.breakdown)["role"]: (one.numerator, one.denominator) for one in cells}
    for line in table.breakdowns[0].lines:
        assert told[line.title] == (line.counted, line.base)


def test_the_month_of_a_round_is_that_of_its_end(analyst):
    assert begin(analyst).month == f"{date(2026, 3, 16):%Y-%m}"
