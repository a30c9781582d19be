"""Whole answers: what they say beside the numbers, and that any cell can be asked for again."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ibis import _

from engines.measures.measure_samples import ask, count, only, rate, ratio, share, world
from engines.measures.oracle_samples import questions
from peelian.areas.crime.measures import MEASURES, charged_share
from peelian.areas.crime.recorded_examples import NEIGHBOURHOODS
from peelian.areas.crime.views import CRIMES_AND_CHARGES
from peelian.engines.measures.declared import Doubt, FollowUp
from peelian.engines.measures.request import NOT_RECORDED, BadRequest
from peelian.engines.measures.status import Status
from peelian.spine.crime import Crime
from peelian.spine.outcome import Outcome

WORLD = world(
    {
        Crime: """
            crime_id | crime_type | lsoa_code | month
            a1       | Drugs      | E01000001 | 2021-03
            a2       | Drugs      | E01000003 | 2021-04
            a3       | Drugs      | E01999999 | 2021-05
            a4       | Drugs      |           | 2021-05
            """,
        **NEIGHBOURHOODS,
    }
)
SO_FAR = FollowUp(of=Outcome, months=None, called="Outcomes")


def test_nothing_loaded_is_said_and_gives_no_cell():
    answer = ask(count(), world({}))

    assert answer.cells == ()
    assert answer.warnings == ("Nothing is loaded that this measure could count.",)


def test_a_month_that_is_not_loaded_has_a_cell_without_numbers():
    cell = only(count(), WORLD, first="2022-01")

    assert (cell.period.first, cell.period.last) == ("2022-01", "2022-01")
    assert (cell.status, cell.value, cell.numerator, cell.unknown) == ("no_data", None, None, None)
    assert cell.note == "No crime file of any force is loaded for January 2022."
    assert only(count(), WORLD, last="2020-01").status is Status.NO_DATA


def test_no_groups_at_all_are_explained():
    nowhere = ask(count(), WORLD, by=["force"], first="2022-01", last="2022-02")
    no_rows = ask(count(counting=_.crime_type == "Robbery"), WORLD, by=["type"])

    assert nowhere.cells == no_rows.cells == ()
    assert nowhere.warnings == (
        "No crime file of any force is loaded for January to February 2022.",
    )
    assert no_rows.warnings == ("There is no row to break down by type.",)


def test_a_span_of_more_than_a_hundred_years_is_refused():
    with pytest.raises(BadRequest, match=r"0001-01 to 2021-05 is longer than 1,200 months"):
        ask(count(), WORLD, first="0001-01")


@pytest.mark.parametrize(
    ("where", "sentence"),
    [
        ({"district": "Staford"}, "There is no district 'Staford'. Perhaps Stafford."),
        ({"district": ["Stafford", "Walsal"]}, "There is no district 'Walsal'. Perhaps Walsall."),
        (
            {"deprivation_decile": "11"},
            "There is no deprivation tenth '11'. Perhaps 1.",
        ),
        ({"lsoa": "E01"}, "There is no neighbourhood 'E01'."),
    ],
)
def test_a_place_that_does_not_exist_is_no_zero(where, sentence):
    with pytest.raises(BadRequest) as refused:
        ask(count(), WORLD, where=where)

    assert str(refused.value).startswith(sentence)


def test_a_place_that_only_rows_know_can_be_asked_for():
    assert only(count(), WORLD, where={"lsoa": "E01999999"}).value == 1


def test_without_a_list_of_places_the_way_to_one_is_said():
    with pytest.raises(BadRequest, match="No list of places is loaded: load the tables of"):
        ask(count(), world({Crime: "crime_type\nDrugs"}), where={"district": "Stafford"})


@pytest.mark.parametrize("where", [{"lsoa": ""}, {"lsoa": ["", "E01000001"]}])
def test_rows_without_a_place_have_no_rate(where):
    """As a group they have none, so they have none as a condition either."""
    assert only(count(), WORLD, where=where).status is Status.OK
    assert only(rate(), WORLD, where=where).status is Status.NOT_COMPUTABLE


def test_residents_are_those_of_the_places_in_question():
    of_force = {"force": "staffordshire"}

    assert only(rate(), WORLD, where=of_force).denominator == 2000
    assert only(rate(), WORLD, where={"lsoa": "E01000002"}).denominator == 500
    assert only(rate(), WORLD, where={"type": "Drugs"} | of_force).denominator == 2000
    assert only(rate(), WORLD, where={"deprivation_decile": ["1", "10"]}).denominator == 2000
    by_district = ask(rate(), WORLD, by=["district"], where={"lsoa": "E01000002"}).cells
    assert [(cell.at("district"), cell.denominator) for cell in by_district] == [("Stafford", 500)]


def test_running_periods_warn_where_they_share_months_and_only_there():
    share_months = "Rolling twelve months: these periods share months, so do not add them up."

    assert share_months in ask(count(), WORLD, by=["rolling_twelve"]).warnings
    assert ask(count(), WORLD, by=["rolling_twelve"], first="2021-05").warnings == ()
    assert ask(count(), WORLD, by=["month"]).warnings == ()


def test_the_same_period_last_year_warns_where_the_two_years_overlap():
    by = ["same_period_last_year"]

    assert ask(count(), WORLD, by=by).warnings == ()
    overlapping = ask(count(), WORLD, by=by, first="2020-01", last="2021-05").warnings
    assert overlapping[0].endswith("these periods share months, so do not add them up.")


@pytest.mark.parametrize("make", [count, share])
def test_groups_of_a_distinct_count_can_add_up_to_more_and_say_so(make):
    sentence = "Each is counted once in each group, so groups can add up to more than the total."

    assert ask(make(distinct="crime_id"), WORLD, by=["type"]).warnings == (sentence,)
    assert ask(make(distinct="crime_id"), WORLD).warnings == ()
    assert ask(make(), WORLD, by=["type"]).warnings == ()


def test_a_maturing_measure_says_that_it_is_no_trend():
    measure = share(of=CRIMES_AND_CHARGES, counting=_.charged, follow_up=SO_FAR)

    answer = ask(measure, WORLD, by=["month"])

    assert answer.warnings == (
        "Later months have had less time: do not read a trend into these cells.",
    )
    assert all(cell.maturing for cell in answer.cells)


def test_a_doubt_follows_the_measure_into_every_answer():
    doubt = Doubt(
        since=date(2026, 2, 1),
        reason="Two stations stopped sending.",
        rival="the force's own count",
        by="Registrar",
    )

    assert ask(count(doubts=(doubt,)), WORLD).warnings == (
        "Doubtful since 1 February 2026: Two stations stopped sending. "
        "Held against: the force's own count.",
    )


def test_cells_that_are_not_ok_hold_no_number_at_all():
    for measure in (count(), share(), rate(), ratio()):
        for cell in ask(measure, WORLD, by=["month"], last="2021-09").cells:
            if cell.status is not Status.OK:
                numbers = (cell.numerator, cell.denominator, cell.value, cell.lower, cell.upper)
                assert (*numbers, cell.unknown, cell.method, cell.parts) == (None,) * 6 + ("", {})
                assert cell.note


def test_an_answer_says_what_it_is_of():
    answer = ask(count(), WORLD, by=["type", "month"], where={"force": "staffordshire"})

    assert (answer.measure, answer.by, answer.grain) == (
        "sample.measure",
        ("type", "month"),
        "month",
    )
    assert answer.snapshot
    assert {cell.snapshot for cell in answer.cells} == {answer.snapshot}
    assert {cell.unit for cell in answer.cells} == {"staffordshire"}
    assert {cell.where for cell in answer.cells} == {(("force", ("staffordshire",)),)}


BY_KEY = {measure.key: measure for measure in MEASURES}


@pytest.mark.parametrize("key", BY_KEY)
@settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_a_cell_asked_for_by_itself_is_the_same_cell(key, data):
    """What a figure's card opens is what stood in the table."""
    measure = BY_KEY[key]
    example, first, last = data.draw(questions(measure))
    answer = ask(measure, example, by=example.by, where=example.where, first=first, last=last)
    cells = [cell for cell in answer.cells if cell.period.grain in ("span", "month", "quarter")]
    if not cells:
        return
    cell = data.draw(st.sampled_from(cells))
    named = {name: NOT_RECORDED if at is None else at for name, at in cell.breakdown}

    alone = only(
        measure,
        example,
        where=dict(cell.where) | named,
        first=cell.period.first,
        last=cell.period.last,
    )

    assert (alone.status, alone.numerator, alone.denominator, alone.unknown) == (
        cell.status,
        cell.numerator,
        cell.denominator,
        cell.unknown,
    )
    assert (alone.value, alone.lower, alone.upper, alone.unit) == (
        cell.value,
        cell.lower,
        cell.upper,
        cell.unit,
    )


def test_an_area_measure_speaks_of_itself_in_words():
    assert charged_share.maturing
    assert {measure.version for measure in MEASURES} == {1}
