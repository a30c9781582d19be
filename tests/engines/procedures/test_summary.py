"""A finished assessment is read through access, and that it was read is in the trail."""

from datetime import timedelta

import pytest

from engines.procedures.sample import PROCEDURES, RISK
from peelian.access.seal import Seal
from peelian.engines.procedures.making import make
from peelian.engines.procedures.summary import CLOSED, Line, read_summary
from peelian.engines.registers.errors import NoSuchRecord
from peelian.trail.models import Entry
from people import NOW


@pytest.fixture
def made(force, case, tables):
    return make(
        RISK,
        record=case,
        answers={"threats": "refused", "before": "no-match"},
        words={"said": "He said so."},
        grade="high",
        reasons="Seen by me.",
        actor=force["supervisor"],
        at=NOW,
        tables=tables,
    )


def test_it_is_told_in_words(force, made, tables):
    shown = read_summary(force["investigator"], made.record_id, PROCEDURES, tables, at=NOW)

    assert shown.lines == (
        Line("Have they been threatened?", "They would rather not say"),
        Line("Is there an earlier report?", "No match in these sources"),
        Line("What do they say in their own words?", "", "He said so."),
    )
    assert shown.grade(shown.assessment.decided) == "High"
    assert shown.criteria == ("professional judgement: The assessor judges the risk to be high.",)
    entries = Entry.objects.filter(verb="consulted", actor=force["investigator"].trail_name)
    assert list(entries.values_list("record_type", flat=True)) == ["investigation", "assessment"]


def test_the_reason_of_a_criterion_is_for_readers_of_the_person_alone(force, made, tables):
    shown = read_summary(force["analyst"], made.record_id, PROCEDURES, tables, at=NOW)

    assert shown.criteria == ("professional judgement",)


def test_whoever_sees_facts_alone_reads_no_answers(force, made, tables):
    shown = read_summary(force["analyst"], made.record_id, PROCEDURES, tables, at=NOW)

    assert [line.answer for line in shown.lines] == [
        "They would rather not say",
        CLOSED,
        CLOSED,
    ]
    assert "He said so" not in str(shown)
    assert "Seen by me" not in str(shown.assessment.reasons)


def test_what_shuts_the_record_shuts_its_assessment(force, made, case, tables):
    Seal.objects.create(
        record_type="investigation",
        record_id=case.record_id,
        force_id="staffordshire",
        starts_at=NOW - timedelta(days=1),
    )

    for user in ("investigator", "supervisor", "other-team"):
        with pytest.raises(NoSuchRecord):
            read_summary(force[user], made.record_id, PROCEDURES, tables, at=NOW)
