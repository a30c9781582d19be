"""The measures that every duty has: each shape of rule, on both engines, worked by hand."""

from datetime import date

import pytest
from duty_samples import LAW, OWN, rule

from peelian import catalogue
from peelian.engines.duties.clocks import Days, Hours
from peelian.engines.duties.measuring import measures_of
from peelian.engines.duties.models import Duty
from peelian.engines.duties.rule import Pause, Terms
from peelian.engines.measures.calculate import calculate
from peelian.engines.measures.examples import ENGINES, run
from peelian.engines.measures.request import request
from peelian.engines.publishing.manual import entry
from peelian.records.mirror import mirror
from peelian.records.store.reader import open_reader
from peelian.spine.happenings import What
from people import FORCE, NOW

PLAIN = rule()
PAUSED = rule(
    key="sample.paused", pauses=(Pause(What.REFERRED, What.BAILED, "With the prosecutor", LAW),)
)
CHANGED = rule(
    key="sample.changed",
    risk="risk_band",
    terms=(
        Terms(date(2026, 1, 1), Hours(48), LAW, until=date(2026, 6, 30)),
        Terms(date(2026, 7, 1), Days(3, "beginning with"), OWN),
    ),
)
MEASURES = [measure for one in (PLAIN, PAUSED, CHANGED) for measure in measures_of(one)]
EXAMPLES = [
    pytest.param(measure, example, id=f"{measure.key}: {example.says[:30]}")
    for measure in MEASURES
    for example in measure.examples
]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(("measure", "example"), EXAMPLES)
def test_an_example_shows_what_was_worked_by_hand(measure, example, engine):
    assert run(measure, example, engine) == example.shows


def test_time_that_stands_still_is_measured_only_where_the_rule_names_pauses():
    assert [one.key for one in measures_of(PLAIN)] == [
        "sample.review.in_time",
        "sample.review.lateness",
    ]
    assert [one.key for one in measures_of(PAUSED)][2:] == ["sample.paused.paused"]
    assert "only for: with the prosecutor." in measures_of(PAUSED)[2].definition


def test_it_is_broken_down_by_risk_and_authority_only_where_the_rule_has_several():
    assert [one.key for one in measures_of(PLAIN)[0].by] == ["unit", "force"]
    assert [one.key for one in measures_of(CHANGED)[0].by] == [
        "unit",
        "risk",
        "authority",
        "force",
    ]


def test_the_definition_says_how_long_there_is_and_who_says_so():
    in_time = measures_of(CHANGED)[0]

    assert in_time.definition.endswith(
        "For what starts from 1 January 2026 to 30 June 2026: 48 hours, nights and weekends "
        "included. Authority: An Act s1 (statute). For what starts from 1 July 2026 on: 3 days "
        "beginning with that day. Authority: A policy (force policy)."
    )
    assert [(one.number, one.since) for one in in_time.versions] == [
        (1, date(2026, 1, 1)),
        (2, date(2026, 7, 1)),
    ]


@pytest.mark.parametrize("measure", MEASURES, ids=lambda measure: measure.key)
def test_the_manual_can_write_it(measure):
    assert entry(measure).title == measure.title


@pytest.mark.parametrize("ruled", catalogue.rules(), ids=lambda ruled: ruled.key)
def test_every_rule_of_the_house_can_be_measured(ruled):
    keys = [measure.key for measure in measures_of(ruled)]

    assert keys[:2] == [f"{ruled.key}.in_time", f"{ruled.key}.lateness"]


@pytest.mark.django_db
def test_duties_that_are_kept_here_are_counted(tmp_path, settings):
    """Two fell due in March and one of them was met in time; the one that runs is not judged."""
    settings.STORE_ROOT = tmp_path / "store"
    for number, state in enumerate(("Met", "Late", "Running")):
        Duty.objects.create(
            record_id=f"duty-{number}",
            source="typed",
            force_id=FORCE,
            rule=PLAIN.key,
            title=PLAIN.title,
            matter=f"S-{number}",
            month="2026-03",
            started_at=NOW,
            due_at=NOW,
            state=state,
            authority="An Act s1 (statute)",
            of_type="stop_search",
            of_id=f"search-{number}",
        )
    mirror(settings.STORE_ROOT, at=NOW)
    asked = request(measures_of(PLAIN)[0], where={"force": FORCE}, first="2026-03", last="2026-03")
    (cell,) = calculate(asked, open_reader(settings.STORE_ROOT)).cells

    assert (cell.numerator, cell.denominator, cell.value) == (1, 2, 0.5)
