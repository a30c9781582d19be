"""Announced numbers of things against the lists that name them."""

import pytest

from engines.publishing.checker.claims.told import told, verdicts
from peelian.engines.publishing.checker.claims.lists import lists

FOUR = "- people\n- places\n- partners\n- performance"


def test_four_pillars_and_four_items():
    (found,) = told(lists.find, f"It has four 'pillars':\n{FOUR}")
    assert (found.verdict.value, found.computed) == ("agrees", "the list below has 4 items")


@pytest.mark.parametrize("number", ["two", "three", "five", "6"])
def test_other_numbers_of_pillars_do_not_follow(number):
    (found,) = told(lists.find, f"It has {number} 'pillars':\n{FOUR}")
    assert (found.printed, found.verdict.value) == (number, "does not follow")
    assert found.because == f"4 are named, not {number}"


def test_items_inside_an_item_are_not_counted():
    text = "There are two aims:\n- safety\n  - on roads\n  - at home\n- trust"
    assert verdicts(lists.find, text) == [("two", "agrees")]


def test_lists_of_pdf_files_are_not_judged():
    assert told(lists.find, f"It has five 'pillars':\n{FOUR}", form="PDF") == []


@pytest.mark.parametrize(
    "opening",
    [
        "Over the next five years the plan will bring:",
        "It has five pillars, and these are its aims:",
        "We found five areas for improvement, including:",
        "We listened to five calls:",
        "In the first of five chapters we said:",
        "It is one of the five forces that have:",
        "Section 5 says:",
        "It has five pillars.",
    ],
)
def test_numbers_that_do_not_count_the_list(opening):
    assert told(lists.find, f"{opening}\n{FOUR}") == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("We found four causes: the control room, custody, vetting and training.", "agrees"),
        ("The report has four causes, namely calls, detention and corruption.", "does not follow"),
        (
            "Three teams – burglary, homicide, fraud and vetting – share one office.",
            "does not follow",
        ),
        ("The form asks about five things: age, race, religion and sex.", "does not follow"),
        ("It covers two areas: calls and custody.", "agrees"),
    ],
)
def test_series_in_a_sentence(text, said):
    assert [verdict for _, verdict in verdicts(lists.find, text)] == [said]


@pytest.mark.parametrize(
    "text",
    [
        "It covers three areas: custody, vetting, stop and search.",
        "It covers two areas: stop and search, and custody.",
        "The report has three parts: the first on crime, the second on trust, the third on cost "
        "and people.",
        "There were two reasons: people did not know whom to ask, and nobody answered.",
        "Three forces: Northshire, Westshire, Eastshire.",
        "We made two visits: in May, June and July.",
    ],
)
def test_series_that_can_be_counted_in_two_ways(text):
    assert [one for one in verdicts(lists.find, text) if one[1] == "does not follow"] == []


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("The office uses four marks (excellent, good, fair and poor).", "agrees"),
        ("The office uses five marks (excellent, good, fair and poor).", "does not follow"),
        ("The office has three wings - north, south, east and west.", "does not follow"),
    ],
)
def test_names_in_brackets_or_after_a_dash(text, verdict):
    (found,) = told(lists.find, text)
    assert found.verdict.value == verdict


@pytest.mark.parametrize(
    "text",
    [
        "Two of the four aims (speed, fairness and care) were met.",
        "The office has three wings (north and south).",
        "The two offices (Leeds, York and Hull having merged) closed.",
        "The office uses three systems - all old and slow.",
    ],
)
def test_brackets_that_name_something_else(text):
    assert told(lists.find, text) == []


@pytest.mark.parametrize(("number", "verdict"), [("three", "agrees"), ("four", "does not follow")])
def test_the_noun_of_a_list_may_say_what_it_is_for(number, verdict):
    (found,) = told(lists.find, f"We found {number} areas for improvement:\n- time\n- cost\n- care")
    assert found.verdict.value == verdict


def test_under_four_headings_is_no_fewer_than_four():
    text = "Bids were judged under {} headings: cost, speed and reach."
    assert verdicts(lists.find, text.format("three")) == [("three", "agrees")]
    assert verdicts(lists.find, text.format("five")) == [("five", "does not follow")]
    assert verdicts(lists.find, "It met in under five places: cost, speed and reach.") == []
