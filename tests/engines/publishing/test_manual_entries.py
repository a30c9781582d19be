"""The manual's entry for a measure says all that the declaration says."""

from dataclasses import replace
from datetime import date

import pytest

from engines.publishing.published import CHARGED, NORTHING, RATE, RATIO, RECORDED
from peelian import catalogue
from peelian.engines.measures.declared import DatedEvent, Doubt, Standard
from peelian.engines.publishing.manual import BETTER, KINDS, PROFILES, ExampleTable, entry

MEASURES = catalogue.declared_measures()


def section(measure, title):
    return next(one for one in entry(measure).sections if one.title == title)


def lines(measure, title):
    return dict(section(measure, title).lines)


@pytest.mark.parametrize("measure", MEASURES, ids=lambda measure: measure.key)
def test_every_measure_has_a_whole_entry(measure):
    written = entry(measure)
    told = str(written)

    assert (written.key, written.title, written.question) == (
        measure.key,
        measure.title,
        measure.asks,
    )
    assert len(written.examples) == len(measure.examples)
    for part in (measure.definition, measure.why, measure.owner, *measure.cautions):
        assert repr(part)[1:-1] in told


def test_what_it_is():
    told = lines(CHARGED, "What it is")

    assert told["Kind"] == "A part within a whole: it can never be more than all."
    assert told["Direction"] == "Higher is better."
    assert told["Comparing forces"].startswith("Not comparable. ")
    assert "Neighbourhood (LSOA)" in told["Broken down by"]
    assert "rolling_twelve" in told["As files write them"]


def test_the_declaration_stands_as_written_with_what_the_view_adds():
    found = section(CHARGED, "As declared")

    assert found.verbatim
    assert ("counting", "_.charged_within_2_months") in found.lines
    assert any(name == "charged_within_2_months" for name, _text in found.lines)
    assert [one.title for one in entry(CHARGED).sections if one.verbatim] == ["As declared"]


def test_how_sure_it_is():
    assert lines(CHARGED, "How sure it is")["Likely range"].startswith("Wilson score, 95%.")
    assert lines(RATE, "How sure it is")["Likely range"].startswith("Byar's approximation, 95%.")
    assert section(RECORDED, "How sure it is").lines == (
        ("", "A plain count: no interval is given."),
    )


def test_rates_name_their_residents():
    for measure in (RATE, RATIO):
        assert "mid-2020 estimates by 2011 LSOA" in lines(measure, "What it is")["Residents"]
    assert "Residents" not in lines(RECORDED, "What it is")


def test_a_standard_an_event_and_a_doubt_are_told_with_their_authority():
    measure = replace(
        RECORDED,
        standard=Standard(0.9, "Home Secretary's target", binding=False),
        events=(DatedEvent("2021-06", "New crime system", "Force newsletter"),),
        doubts=(
            Doubt(date(2021, 7, 1), "Rows may be missing.", "The force's own count.", "Owner"),
        ),
    )

    what = lines(measure, "What it is")
    assert what["Standard"] == "0.9, an aim, not binding: Home Secretary's target"
    assert what["Event, 2021-06"] == "New crime system (Force newsletter)"
    assert lines(measure, "How sure it is")["Doubtful since 1 July 2021"] == (
        "Rows may be missing. Held against: The force's own count."
    )
    assert "Doubtful" not in str(section(RECORDED, "How sure it is"))


def test_who_answers_and_since_when():
    assert lines(RECORDED, "Who answers for it")["To be reviewed by"] == "1 November 2027"
    assert lines(CHARGED, "Who answers for it")["Reads"] == f"{CHARGED.of.title} (crime, outcome)"
    assert lines(RECORDED, "Who answers for it")["Reads"] == "crime"
    assert lines(RECORDED, "Versions") == {"1, from 22 November 2026": "First definition."}


def test_sections_without_anything_to_say_are_left_out():
    assert "What to beware of" not in {
        one.title for one in entry(replace(RECORDED, cautions=())).sections
    }


def test_an_example_is_rows_in_and_answer_out():
    first = entry(CHARGED).examples[0]

    assert [table.title for table in first.tables] == ["Crimes", "Outcomes"]
    assert first.tables[0].cells[:2] == (
        ("crime_id", "crime_type", "month"),
        ("a1", "Burglary", "2021-03"),
    )
    assert first.shows == ("2 of 4, 50%",)
    assert first.asked == (
        "the whole; also loaded, with no such row in it: outcome file of staffordshire for 2021-04"
    )


def test_what_is_asked_of_an_example_is_said():
    asked = [example.asked for example in entry(RECORDED).examples]

    assert asked[0] == "the whole"
    assert asked[2] == "by force, lsoa; where force is staffordshire"


def test_every_kind_direction_and_profile_has_its_words():
    for measure in (*MEASURES, NORTHING):
        assert KINDS[measure.kind]
        assert BETTER[measure.better]
        assert PROFILES[measure.profile]


def test_a_table_is_cut_at_its_bars():
    assert ExampleTable("Crimes", ("a | b", "1 |", "| 2")).cells == (
        ("a", "b"),
        ("1", ""),
        ("", "2"),
    )
