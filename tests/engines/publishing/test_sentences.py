"""A figure in a sentence that stands alone."""

import pytest

from engines.publishing.published import CHARGED, NORTHING, RATE, RATIO, RECORDED, cell
from peelian.engines.measures.periods import Period
from peelian.engines.measures.status import Status
from peelian.engines.publishing.sentences import force_name, reads_on, sentence

SPRING = Period("2021-03", "2021-05")


def test_a_share_gives_number_counts_and_range():
    figure = cell(
        CHARGED, numerator=382, denominator=6049, value=382 / 6049, lower=0.0573, upper=0.0696
    )

    assert sentence(figure, CHARGED) == (
        "6.3% of crimes recorded by Staffordshire Police in March 2021 led to a charge within two "
        "months: 382 of 6,049, likely range 5.7% to 7.0%."
    )


def test_a_share_of_few_has_no_decimal_place():
    figure = cell(CHARGED, numerator=3, denominator=40, value=0.075, lower=0.026, upper=0.199)

    assert sentence(figure, CHARGED).startswith("8% of crimes")


def test_a_count_says_no_range():
    assert sentence(cell(RECORDED, numerator=6049, value=6049), RECORDED) == (
        "6,049 crimes were recorded by Staffordshire Police in March 2021."
    )


def test_none_is_a_number():
    assert sentence(cell(RECORDED, numerator=0, value=0), RECORDED) == (
        "0 crimes were recorded by Staffordshire Police in March 2021."
    )


def test_one_is_not_put_in_the_plural():
    assert sentence(cell(RECORDED, numerator=1, value=1), RECORDED) == (
        "Crimes recorded, Staffordshire Police, March 2021: 1."
    )


def test_a_rate_over_months_names_the_residents():
    figure = cell(
        RATE, period=SPRING, numerator=60, denominator=2000, value=30.0, lower=22.9, upper=38.6
    )

    assert sentence(figure, RATE) == (
        "30.0 crimes were recorded for every 1,000 residents by Staffordshire Police from March to "
        "May 2021: 60 among 2,000 residents, likely range 22.9 to 38.6."
    )


def test_a_ratio_names_both_counts():
    figure = cell(RATIO, numerator=6, denominator=1, value=2.0, lower=0.24, upper=16.6)

    assert "in March 2021: 6 against 1, likely range 0.24 to 16.60." in sentence(figure, RATIO)


def test_a_typical_value_is_said_as_a_half():
    parts = {"90th centile": 53.4, "over the limit": 85, "limit known": 340}
    parts |= {"share over limit": 0.25, "mean": 52.95}
    figure = cell(NORTHING, numerator=340, value=52.9, lower=52.8, upper=53.0, parts=parts)

    assert sentence(figure, NORTHING) == (
        "Half of journeys by Staffordshire Police in March 2021 took 52.9 degrees or less: 340 "
        "cases, likely range 52.8 to 53.0. Nine in ten: 53.4 degrees or less. 85 of 340 (25.0%) "
        "led beyond 53 degrees. Mean, which a few long ones move: 53.0 degrees."
    )


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"where": ()}, "6 crimes were recorded in March 2021."),
        (
            {"where": (("force", ("cheshire", "kent", "essex")),)},
            "6 crimes were recorded by Cheshire Constabulary, Kent Police and Essex Police in "
            "March 2021.",
        ),
        (
            {"where": (("force", ("cheshire", "kent", "essex", "dorset", "gwent")),)},
            "6 crimes were recorded by 5 police forces in March 2021.",
        ),
        (
            {"where": (), "breakdown": (("type", "Burglary"),)},
            "6 crimes were recorded, crime type Burglary, in March 2021.",
        ),
        (
            {"where": (("type", ("Burglary", "Drugs")),)},
            "6 crimes were recorded, crime type Burglary or Drugs, in March 2021.",
        ),
        (
            {"breakdown": (("district", "Stafford"), ("type", "Drugs"))},
            "6 crimes were recorded by Staffordshire Police in district Stafford, crime type "
            "Drugs, in March 2021.",
        ),
        (
            {"where": (), "breakdown": (("lsoa", "E01029710"),)},
            "6 crimes were recorded in neighbourhood E01029710 (LSOA) in March 2021.",
        ),
        (
            {"where": (), "breakdown": (("deprivation_decile", "3"),)},
            "6 crimes were recorded in deprivation tenth 3 (1 is most deprived) in March 2021.",
        ),
        (
            {"where": (), "breakdown": (("district", None),)},
            "6 crimes were recorded, place not recorded, in March 2021.",
        ),
    ],
)
def test_the_sentence_says_whose_where_and_which(given, words):
    assert sentence(cell(RECORDED, numerator=6, value=6, **given), RECORDED) == words


def test_without_a_number_the_sentence_gives_the_reason():
    figure = cell(
        CHARGED,
        status=Status.NOT_COMPUTABLE,
        notes=("Outcomes files of May are not loaded.",),
        breakdown=(("type", "Drugs"),),
    )

    assert sentence(figure, CHARGED) == (
        "Crimes that led to a charge within two months, Staffordshire Police, crime type Drugs, "
        "March 2021: Outcomes files of May are not loaded."
    )


def test_a_status_without_a_note_is_its_own_reason():
    assert sentence(cell(RECORDED, status=Status.SUPPRESSED), RECORDED).endswith(
        "March 2021: Hidden to protect people."
    )


def test_no_status_but_ok_is_ever_told_with_a_number():
    """Even if a number were left in the cell by mistake, the sentence would not say it."""
    for status in set(Status) - {Status.OK}:
        assert "77" not in sentence(cell(RECORDED, value=77, numerator=77, status=status), RECORDED)


def test_a_value_in_large_print_reads_on():
    assert reads_on(RECORDED) == "crimes were recorded"
    assert reads_on(CHARGED) == "of crimes recorded led to a charge within two months"


def test_a_force_without_a_name_keeps_its_slug():
    assert force_name("staffordshire") == "Staffordshire Police"
    assert force_name("somewhere") == "somewhere"
