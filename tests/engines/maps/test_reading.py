"""A map in a few numbers of areas, each of which can be checked against the table."""

from engines.maps.map_samples import cell, figure
from peelian.areas.crime.measures import charged_within_2_months, outcomes, rate, recorded
from peelian.engines.maps.reading import by_area, ranked, read, unplaced

FORCE = cell(50.0, 49.0, 51.0, numerator=1000)
HIGH = figure(90.0, 70.0, 110.0, code="E02", numerator=90)
MIDDLE = figure(52.0, 40.0, 66.0, code="E03", numerator=52)
LOW = figure(20.0, 12.0, 31.0, code="E01", numerator=20)
MISSING = figure(code="E04")


def test_every_area_is_counted_once():
    found = read((LOW, HIGH, MISSING, MIDDLE), FORCE)

    assert (found.higher, found.lower, found.unclear, found.without) == (1, 1, 1, 1)
    assert found.judged == 3
    assert found.highest is HIGH


def test_a_map_where_most_ranges_hold_the_whole_figure_is_no_ranking():
    assert read((HIGH, MIDDLE, MIDDLE), FORCE).mostly_unclear
    assert not read((HIGH, LOW, MIDDLE), FORCE).mostly_unclear


def test_counts_without_ranges_are_not_judged():
    found = read((figure(9.0), figure(5.0)), cell(14.0))

    assert found.judged == 0
    assert not found.mostly_unclear
    assert found.highest is not None


def test_a_map_without_any_figure_has_no_highest():
    assert read((MISSING,), FORCE).highest is None


def test_highest_first_equals_by_name_missing_last():
    twin = figure(90.0, code="E00")
    order = ranked((MISSING, LOW, HIGH, twin), lambda one: one.cell.at("lsoa"))

    assert [one.cell.at("lsoa") for one in order] == ["E00", "E02", "E01", "E04"]


def test_figures_are_joined_by_code_and_those_without_a_place_join_nothing():
    nowhere = figure(5.0, code=None)

    assert by_area((HIGH, LOW, nowhere), "lsoa") == {"E02": HIGH, "E01": LOW}


def test_what_is_on_no_area_is_the_rest_of_the_whole():
    left = unplaced(rate, (HIGH, MIDDLE, LOW, MISSING), FORCE)

    assert (left.rows, left.whole) == (838, 1000)
    assert left.whole_in_words == "1,000"
    assert unplaced(recorded, (HIGH,), cell(90.0, numerator=90)) is None


def test_distinct_crimes_are_not_taken_away_from_each_other():
    """One crime can stand in two areas, so the areas may hold more than the whole."""
    assert unplaced(charged_within_2_months, (HIGH,), FORCE) is None
    assert unplaced(outcomes, (HIGH,), FORCE) is None
