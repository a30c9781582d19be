"""Where a force stands, in sentences."""

from dataclasses import replace

import pytest

from engines.comparisons.comparison_samples import forces
from engines.measures.measure_samples import count, share
from peelian.engines.comparisons.compare import compare
from peelian.engines.comparisons.compared import Chance
from peelian.engines.publishing.comparison_words import by_chance, data_dates, in_words, ordinal

FOUR = {"kent": (60, 100), "dorset": (20, 100), "gwent": (30, 100), "cumbria": (20, 100)}


def words(own, found=FOUR, measure=None):
    measure = measure or share()
    return in_words(compare(measure, forces(found), own=own), measure)


def test_a_force_learns_its_figure_its_place_what_is_usual_and_what_chance_flags():
    assert words("kent") == (
        "60.0% of rows by Kent Police in March 2021 were counted: 60 of 100, likely range 50.2% to "
        "69.1%. That is the highest of the 4 forces compared: more than one standard deviation "
        "above the mean of the forces, and within the limits of the funnel. The mean of the 4 "
        "forces is 32.5%, and one standard deviation (divisor n - 1) reaches from 13.6% to 51.4%. "
        "By the nature of the rule about 1 of 4 would be outside one standard deviation whatever "
        "is measured; 1 of 4 is. By chance fewer than 1 of 4 would be beyond the 95% limits; 0 of "
        "4 are. By chance fewer than 1 of 4 would be beyond the 99.8% limits; 0 of 4 are."
    )


def test_equal_forces_are_said_to_be_equal():
    assert "That is 3rd highest of the 4 forces compared, equal with 1 other:" in words("dorset")


def test_the_last_is_the_lowest():
    assert "That is the lowest of the 3 forces compared:" in words(
        "dorset", {slug: FOUR[slug] for slug in ("kent", "gwent", "dorset")}
    )


def test_without_a_force_it_is_said_what_is_usual():
    assert words("").startswith("The mean of the 4 forces is 32.5%")


def test_a_force_that_is_not_compared_is_told_why_and_still_what_is_usual():
    said = words("essex")

    assert said.startswith(
        "Essex Police is not compared: No crime file of Essex Police is loaded for March 2021. The "
        "mean of the 4 forces is"
    )


def test_a_refusal_comes_with_the_own_figure_and_without_a_rank():
    said = words("kent", measure=count())

    assert said == (
        "Forces are not ranked. A plain number is larger where the force is larger, so it is not "
        "compared between forces. Compare a rate or a share. 60 were counted by Kent Police in "
        "March 2021."
    )


def test_the_rule_of_one_deviation_flags_fourteen_of_forty_three():
    told = by_chance(
        Chance(rule="outside one standard deviation", flagged=12, expected=13.64, forces=43)
    )

    assert told == (
        "By the nature of the rule about 14 of 43 would be outside one standard deviation whatever "
        "is measured; 12 of 43 are."
    )


def test_data_dates_name_those_whose_figures_have_changed():
    found = compare(share(), forces(FOUR))
    dated = replace(found, loaded_at="2026-05-03T09:00:00+00:00", restated=("kent", "gwent"))

    assert data_dates(found) == ""
    assert data_dates(dated) == (
        "Data as loaded by 3 May 2026. A later file has replaced an earlier one of: Kent Police, "
        "Gwent Police."
    )


@pytest.mark.parametrize(
    ("number", "said"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (21, "21st")],
)
def test_places_are_said_as_people_say_them(number, said):
    assert ordinal(number) == said
