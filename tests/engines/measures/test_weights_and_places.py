"""Rows that stand for several things, rows that learn their place, and too much not known."""

import pytest
from ibis import _

from engines.measures.measure_samples import ask, count, only, ratio, world
from peelian.areas.crime.dimensions import DECILE, DISTRICT, FORCE
from peelian.areas.stop_and_search.dimensions import LSOA
from peelian.areas.stop_and_search.fairness import black_white_ratio
from peelian.areas.stop_and_search.models import SearchReturn, StopSearch
from peelian.areas.stop_and_search.returns import returned_searches
from peelian.areas.stop_and_search.volume import searches
from peelian.engines.measures.binding import MisspeltField
from peelian.engines.measures.declared import UnknownLimit
from peelian.engines.measures.examples import ExampleTables
from peelian.engines.measures.explain import declared
from peelian.engines.measures.fingerprint import fingerprint
from peelian.engines.measures.kinds import BadDeclaration
from peelian.engines.measures.periods import Period
from peelian.engines.measures.request import BadRequest, request
from peelian.engines.measures.rows import totals
from peelian.spine.area import DistrictLink, LsoaPopulation
from peelian.spine.crime import Crime

RETURNS = """
    month   | reason | ethnicity | searches | force_id
    2018-03 | Drugs  | Indian    | 7        | kent
    2019-03 | Drugs  | Indian    | 5        | kent
    2019-03 | Drugs  | Chinese   |          | kent
    2019-03 | Other  | Chinese   | 2        | essex
    """


class TestWeight:
    def test_adds_up_what_rows_stand_for_and_counts_those_that_do_not_say(self):
        cells = ask(returned_searches, world({SearchReturn: RETURNS}), by=("force",)).cells

        assert [(cell.at("force"), cell.value, cell.unknown) for cell in cells] == [
            ("essex", 2, 0),
            ("kent", 12, 1),
        ]

    def test_stands_in_the_definition(self):
        assert ("each row stands for", "searches") in declared(returned_searches).lines
        assert fingerprint(count()) != fingerprint(
            count(of=SearchReturn, weight="searches", counting=_.reason == "Drugs", by=(FORCE,))
        )

    def test_must_be_a_whole_number_and_not_an_identifier_as_well(self):
        with pytest.raises(BadDeclaration, match="weight names 'longitude', which is of type"):
            count(weight="longitude")
        with pytest.raises(MisspeltField, match="weight uses 'serches'"):
            count(weight="serches")

    def test_a_row_cannot_be_both_several_things_and_one(self):
        with pytest.raises(BadDeclaration, match="either distinct or weight"):
            count(
                of=SearchReturn,
                by=(FORCE,),
                weight="searches",
                distinct="ethnicity",
                counting=_.reason == "Drugs",
            )


class TestAYearInOneRow:
    def test_only_the_months_in_which_years_stand_are_asked_of(self):
        cells = ask(returned_searches, world({SearchReturn: RETURNS}), by=("month",)).cells

        assert [(cell.period.label, cell.value) for cell in cells] == [
            ("2018-03", 7),
            ("2019-03", 7),
        ]

    def test_a_financial_year_is_whole_with_its_march(self):
        asked = {"by": ("financial_year",), "first": "2018-04", "last": "2019-03"}

        (cell,) = ask(returned_searches, world({SearchReturn: RETURNS}), **asked).cells

        assert (cell.period.label, cell.value, cell.notes) == ("2018-19", 7, ())

    def test_a_span_without_a_march_has_no_data(self):
        asked = {"first": "2018-05", "last": "2018-08"}

        assert only(returned_searches, world({SearchReturn: RETURNS}), **asked).status == "no_data"


SEARCHES = """
    search_type   | longitude | latitude  | force_id
    Person search | -1.135    | 52.634    | kent
    Person search | -1.135    | 52.634    | kent
    Person search | -1.135    | 52.635    | kent
    Person search |           |           | kent
    """
POINTS = """
    longitude | latitude | lsoa_code | force_id | month
    -1.135    | 52.634   | E01000009 | essex    | 2020-01
    -1.135    | 52.634   | E01000007 | essex    | 2021-03
    -1.135    | 52.634   | E01000007 | kent     | 2021-03
    """


@pytest.mark.parametrize("engine", ["duckdb", "polars"])
class TestLocate:
    def test_crimes_of_any_force_and_month_place_a_search_and_never_multiply_it(self, engine):
        example = world({StopSearch: SEARCHES, Crime: POINTS})

        cells = ask(searches, example, engine, by=("lsoa",)).cells

        assert {cell.at("lsoa"): cell.value for cell in cells} == {"E01000007": 2, None: 2}

    def test_a_place_can_be_asked_for(self, engine):
        example = world({StopSearch: SEARCHES, Crime: POINTS})

        (cell,) = ask(searches, example, engine, where={"lsoa": "E01000007"}).cells

        assert cell.value == 2

    def test_nothing_is_placed_unless_it_is_asked(self, engine):
        example = world({StopSearch: SEARCHES})

        assert only(searches, example).value == 4
        assert ask(searches, example, engine, by=("lsoa",)).cells[0].at("lsoa") is None

    def test_a_place_says_how_many_were_not_placed(self, engine):
        example = world({StopSearch: SEARCHES, Crime: POINTS})

        placed, nowhere = ask(searches, example, engine, by=("lsoa",)).cells
        (asked_for,) = ask(searches, example, engine, where={"lsoa": "E01000007"}).cells

        said = "The place is not known of 2 of 4 stops and searches, which may belong here."
        assert (placed.notes, nowhere.notes, asked_for.notes) == ((said,), (), (said,))

    def test_without_any_crime_a_place_has_no_figure_and_no_nought(self, engine):
        places = {
            LsoaPopulation: "lsoa_code | lsoa_name | year\nE01000001 | Maidstone 001A | 2020",
            DistrictLink: "district_name | police_area_code | edition\n"
            "Maidstone | E23000032 | 2016",
        }

        cells = ask(searches, world({StopSearch: SEARCHES} | places), engine, by=("lsoa",)).cells

        assert [(cell.at("lsoa"), cell.status, cell.value) for cell in cells] == [
            ("E01000001", "not_computable", None),
            (None, "ok", 4),
        ]
        assert (
            cells[0].note == "The place is known of none of the 4 stops and searches in question."
        )


class TestDeclaringPlaces:
    def test_a_record_without_an_area_needs_a_way_to_its_place(self):
        with pytest.raises(MisspeltField, match="district uses 'lsoa_code', but StopSearch"):
            count(of=StopSearch, counting=_.search_type == "Person search", by=(DISTRICT,))

    def test_rows_behind_a_place_can_be_opened(self):
        from_example = world({StopSearch: SEARCHES, Crime: POINTS})
        asked = request(searches, where={"lsoa": "E01000007"})

        assert LSOA in searches.by
        found = totals(
            asked,
            Period("2021-03", "2021-03"),
            ExampleTables(from_example, "duckdb"),
            part="counted",
            within=lambda rows: rows.record_id.notnull(),
        )
        assert (found.counted, found.shown) == (2, 2)

    def test_a_place_that_is_nowhere_is_refused(self):
        people = {LsoaPopulation: "lsoa_code | lsoa_name | year\nE01000001 | Stafford 001A | 2020"}

        with pytest.raises(BadRequest, match="There is no neighbourhood 'E01999999'"):
            ask(
                searches,
                world({StopSearch: SEARCHES, Crime: POINTS, **people}),
                where={"lsoa": "E01999999"},
            )


class TestMostUnknown:
    """One of five is not known: 20% is still computed, more is not."""

    ROWS = "search_type | ethnic_group\n" + "\n".join(
        f"Person search | {group}" for group in ("Black", "White", "White", "White", "")
    )

    def test_up_to_the_limit_there_is_a_ratio_and_beyond_it_the_two_numbers(self):
        from_rows = {StopSearch: self.ROWS}
        too_many = {StopSearch: f"{self.ROWS}\nPerson search | "}

        assert "not known for" not in only(black_white_ratio, world(from_rows)).note
        cell = only(black_white_ratio, world(too_many))
        assert (cell.status, cell.value, cell.unknown) == ("not_computable", None, None)
        assert cell.note == (
            "Self-defined ethnic group is not known for 2 of 6 stops and searches counted (33.3%), "
            "more than the 20% up to which a ratio is given (Peelian default, not a force's or "
            "inspectorate's threshold)."
        )

    def test_the_limit_is_part_of_the_definition(self):
        limited = ratio(most_unknown=UnknownLimit(0.5, "a test"), by=(FORCE,), group=DECILE)

        assert ("most unknown", "50%: a test") in declared(limited).lines
        assert fingerprint(limited) != fingerprint(ratio(by=(FORCE,), group=DECILE))


class TestBeside:
    def test_what_stands_together_has_one_profile(self):
        with pytest.raises(BadDeclaration, match=r"cannot be shown beside sample\.other"):
            count(beside=(count(key="sample.other", profile="person"),))
