"""What is loaded, missing, refused and restated."""

import pytest

from engines.publishing.published import CHARGED, OUTCOMES, RECORDED
from engines.publishing.small_store import add_places, fill, outcomes, street
from peelian import catalogue
from peelian.engines.publishing.loaded import (
    NotLoaded,
    file_of,
    grid,
    place_of,
    record_types,
    title_of,
    whole_tables,
    years,
)
from peelian.records.store.reader import open_reader
from peelian.records.store.snapshot import EMPTY
from peelian.spine.crime import Crime
from peelian.spine.outcome import Outcome

TYPES = (Crime, Outcome)


def snapshot(desk):
    return open_reader(desk.root).snapshot


def load(desk, *names):
    for name in names:
        make = outcomes if name.endswith("outcomes") else street
        desk.file(make(name[:7], (1,)), f"{name}.csv")
    desk.load()


def test_the_types_that_figures_rest_on_come_from_the_measures():
    assert record_types((RECORDED,)) == (Crime,)
    assert record_types((CHARGED, OUTCOMES)) == (Crime, Outcome)
    every = record_types(catalogue.declared_measures())
    assert every[: len(TYPES)] == TYPES
    assert len(set(every)) == len(every) > len(TYPES)


def test_every_force_has_a_line_and_every_month_of_any_force_a_column(desk):
    load(desk, "2021-03-staffordshire-street", "2021-05-kent-street", "2021-05-btp-street")
    found = grid(snapshot(desk), Crime, "2021")

    assert found.months == ("2021-03", "2021-05")
    assert [
        (line.force.slug, *(part is not None for part in line.files)) for line in found.lines
    ] == [("btp", False, True), ("kent", False, True), ("staffordshire", True, False)]
    assert (len(found.held), found.missing) == (3, 3)


def test_the_absent_are_those_of_the_43_without_a_file_in_the_year(desk):
    """A force that polices no area of England and Wales is not missed."""
    load(desk, "2021-03-staffordshire-street", "2020-03-kent-street")
    absent = {force.slug for force in grid(snapshot(desk), Crime, "2021").absent}

    assert len(absent) == 42
    assert "kent" in absent
    assert not {"staffordshire", "btp", "northern-ireland"} & absent


def test_years_are_those_of_any_type_the_newest_first(desk):
    load(desk, "2019-12-staffordshire-street", "2021-03-staffordshire-outcomes")

    assert years(snapshot(desk), TYPES) == ("2021", "2019")
    assert years(EMPTY, TYPES) == ()


def test_rows_held_refused_and_restated_are_summed(desk):
    fill(desk)
    desk.load_text(
        street("2021-04", (5, 6, 8), Longitude="-92"), "2021-04-staffordshire-street.csv"
    )
    found = grid(snapshot(desk), Crime, "2021")

    assert (found.rows, found.refused, found.restated) == (6 + 1 + 2, 3, 1)
    assert (found.key, found.year) == ("crime", "2021")


def test_a_header_without_rows_is_loaded_and_not_missing(desk):
    fill(desk)
    found = grid(snapshot(desk), Outcome, "2021")

    assert [part.rows for part in found.held] == [2, 1, 0]
    assert found.missing == 0


def test_tables_of_no_force_are_listed_apart(desk):
    fill(desk)
    add_places(desk)
    tables = whole_tables(snapshot(desk))

    assert [(part.type_key, *place_of(part)[1:]) for part in tables] == [
        ("areadeprivation", "all", "2019-09"),
        ("districtethnicity", "all", "2011-03"),
        ("districtethnicity", "all", "2021-03"),
        ("districtlink", "all", "2016-12"),
        ("districtlink", "all", "2021-12"),
        ("lsoapopulation", "all", "2020-06"),
    ]


def test_a_file_is_found_under_the_address_that_it_gives_itself(desk):
    fill(desk)
    add_places(desk)
    held = snapshot(desk)

    for part in held.parts:
        assert file_of(held, *place_of(part)) is part


@pytest.mark.parametrize(
    ("place", "sentence"),
    [
        (("crime", "kent", "2021-03"), "No crime file of Kent Police for March 2021 is loaded."),
        (("crime", "atlantis", "soon"), "No crime file of atlantis for soon is loaded."),
        (("outcome", "kent", "2021-13"), "No outcome file of Kent Police for 2021-13 is loaded."),
        (("../../x", "all", "all"), "No ../../x file of all for all is loaded."),
    ],
)
def test_a_file_that_is_not_loaded_is_told_apart_from_a_month_without_crime(desk, place, sentence):
    fill(desk)
    with pytest.raises(NotLoaded) as missing:
        file_of(snapshot(desk), *place)

    assert sentence in str(missing.value)
    assert "is not a month without" in str(missing.value)


def test_record_types_have_names_for_readers():
    assert title_of("crime") == "Crime"
    assert title_of("lsoapopulation", plural=True) == "Residents of neighbourhoods"
    assert title_of("nothing") == "nothing"
