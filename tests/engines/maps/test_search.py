"""A place is found by what people call it; what cannot be found is said, not guessed."""

import pytest

from peelian.engines.maps.gazetteer import gazetteer
from peelian.engines.maps.names import plain, tidy, wordings
from peelian.engines.maps.search import search
from peelian.engines.maps.streets import street_index, streets_of
from peelian.engines.measures.declared import Example
from peelian.engines.measures.examples import ExampleTables
from peelian.spine.area import AreaDeprivation, DistrictLink, LsoaPopulation
from peelian.spine.crime import Crime

LOADED = ("staffordshire",)
PLACES = Example(
    says="Stafford and East Staffordshire are loaded; Leeds and Cardiff are not.",
    rows={
        LsoaPopulation: """
            lsoa_code | lsoa_name               | year | residents
            E01000001 | Stafford 001A           | 2020 | 1449
            E01000002 | Stafford 001B           | 2020 | 1551
            E01000003 | East Staffordshire 001A | 2020 | 1000
            E01000004 | Leeds 001A              | 2020 | 1000
            W01000005 | Cardiff 001A            | 2020 | 1000
            """,
        DistrictLink: """
            district_code | district_name      | police_area_code | edition
            E07000197     | Stafford           | E23000015        | 2016
            E07000193     | East Staffordshire | E23000015        | 2016
            E08000035     | Leeds              | E23000010        | 2016
            W06000015     | Cardiff            | W15000003        | 2016
            """,
        AreaDeprivation: """
            lsoa_code | deprivation_decile | deprivation_rank
            E01000001 | 3                  | 100
            """,
        Crime: """
            crime_id | crime_type | lsoa_code | location                | force_id
            a1       | Burglary   | E01000001 | On or near High Street  | staffordshire
            a2       | Burglary   | E01000001 | On or near High Street  | staffordshire
            a3       | Drugs      | E01000001 | On or near Mill Lane    | staffordshire
            a4       | Drugs      | E01000003 | On or near High Street  | staffordshire
            a5       | Drugs      | E01000002 | On or near St John'S Road | staffordshire
            a6       | Drugs      | E01000002 | On or near Parking Area | staffordshire
            a7       | Drugs      | E01000002 | No Location             | staffordshire
            a8       | Drugs      | E01000004 | On or near High Street  | staffordshire
            a9       | Drugs      | E01000001 | On or near Mill Street  | cheshire
            b1       | Drugs      |           | On or near Nowhere      | staffordshire
            """,
    },
    shows="",
)


@pytest.fixture(scope="module")
def tables():
    return ExampleTables(PLACES, "duckdb")


@pytest.fixture(scope="module")
def find(tables):
    ground, index = gazetteer(tables), street_index(tables, LOADED)
    return lambda text: search(ground, index, text, loaded=LOADED)


def names(areas):
    return [area.name for area in areas]


def test_a_street_is_found_with_the_places_it_runs_through(find):
    """Leeds is left out: its own force is not loaded, and one stray row says nothing of it."""
    [street] = find("High Street").streets

    assert street.name == "High Street"
    assert names(street.areas) == ["East Staffordshire 001A", "Stafford 001A"]


@pytest.mark.parametrize("said", ["high st", "HIGH STREET", "  high   street ", "Hig"])
def test_a_street_is_found_however_it_is_typed(find, said):
    assert [street.name for street in find(said).streets] == ["High Street"]


@pytest.mark.parametrize("said", ["st johns rd", "St John's Road", "johns"])
def test_apostrophes_do_not_matter_and_are_written_as_people_write_them(find, said):
    assert [street.name for street in find(said).streets] == ["St John's Road"]


def test_a_comma_asks_for_the_street_of_one_district(find):
    """Not East Staffordshire, although a word of its name begins like Stafford."""
    [street] = find("High Street, Stafford").streets

    assert names(street.areas) == ["Stafford 001A"]


@pytest.mark.parametrize("said", ["Parking Area", "No Location", "Nowhere"])
def test_kinds_of_place_are_no_streets(find, said):
    assert find(said).streets == ()


def test_streets_are_those_of_the_forces_asked_for(find):
    assert [street.name for street in find("Mill").streets] == ["Mill Lane"]


def test_a_district_named_in_full_comes_first_and_lists_its_own_neighbourhoods(find):
    found = find("stafford")

    assert [district.name for district in found.districts] == ["Stafford", "East Staffordshire"]
    assert names(found.neighbourhoods) == ["Stafford 001A", "Stafford 001B"]


def test_the_beginning_of_a_name_lists_all_that_begin_so(find):
    assert len(find("staff").neighbourhoods) == 3


def test_a_district_that_is_not_loaded_is_found_without_neighbourhoods(find):
    found = find("Leeds")

    assert [(district.name, district.force) for district in found.districts] == [
        ("Leeds", "west-yorkshire")
    ]
    assert found.neighbourhoods == ()


def test_a_code_is_found_wherever_it_is(find):
    assert names(find("e01000004").neighbourhoods) == ["Leeds 001A"]
    assert names(find("W01000005").neighbourhoods) == ["Cardiff 001A"]


def test_a_force_is_found(find):
    assert "staffordshire" in [force.slug for force in find("staffordshire").forces]


@pytest.mark.parametrize("said", ["ST16 2AA", "st162aa", "ST16", "M1 1AA"])
def test_a_postcode_is_recognised_and_finds_nothing(find, said):
    found = find(said)

    assert found.postcode
    assert found.nothing


@pytest.mark.parametrize("said", ["High Street", "Stafford 001A", "E01000001"])
def test_other_texts_are_no_postcodes(find, said):
    assert not find(said).postcode


@pytest.mark.parametrize("said", ["x", "%", "", "'", ", Stafford"])
def test_too_little_to_go_by_is_said(find, said):
    assert find(said).too_short


@pytest.mark.parametrize("said", ["%%", "__", "zzzz", "' or 1=1 --", "(.*)"])
def test_signs_of_a_query_are_only_letters(find, said):
    found = find(said)

    assert found.nothing or found.too_short


def test_what_was_typed_is_cleaned_before_it_is_shown():
    assert tidy("  High\x00 \n Street  ") == "High Street"
    assert len(tidy("a" * 500)) == 80


def test_names_are_compared_in_small_letters_without_signs():
    assert plain("St. John'S  Road (North)") == "st johns road north"
    assert wordings("Church Ln") == ("church ln", "church lane")
    assert wordings("St") == ("st",)


def test_the_best_known_streets_of_a_place_stand_first(tables):
    assert streets_of(tables, "staffordshire")["E01000001"] == ("High Street", "Mill Lane")


def test_nearer_names_come_first(tables):
    found = street_index(tables, ("staffordshire", "cheshire")).find("mill")

    assert [street.name for street in found] == ["Mill Lane", "Mill Street"]


def test_areas_say_about_how_many_live_there(tables):
    ground = gazetteer(tables)
    first = ground.by_code["E01000001"]

    assert (first.about, first.deprivation_tenth) == ("1,400", 3)
    assert ground.by_code["W01000005"].deprivation_tenth is None
    assert names(ground.of_force("staffordshire")) == [
        "East Staffordshire 001A",
        "Stafford 001A",
        "Stafford 001B",
    ]
