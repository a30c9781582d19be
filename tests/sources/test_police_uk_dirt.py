"""The dirt that is known to be in files of data.police.uk: nothing of it is lost or refused."""

import gzip
from collections import Counter

import pytest

from peelian.records.load.address import address
from peelian.records.load.rules import Place
from peelian.sources.police_uk.outcomes import OUTCOMES
from records.street_files import ASB, CRIME, OUTCOME, csv_text, raw_line, shared


def test_antisocial_behaviour_has_no_crime_id(desk):
    desk.load_text(csv_text(ASB))
    (row,) = desk.crimes()
    assert row["crime_id"] is None
    assert row["last_outcome"] is None


def test_british_transport_police_never_has_a_crime_id(desk):
    theft = CRIME | {"Crime ID": "", "Crime type": "Bicycle theft", "Last outcome category": ""}
    report = desk.load_text(csv_text(theft, theft), "2021-03-btp-street.csv")
    assert (report.loaded, report.rejected) == (2, 0)
    assert {row["force_id"] for row in desk.crimes()} == {"btp"}


def test_northern_ireland_has_neither_outcome_nor_lsoa(desk):
    row = CRIME | {"LSOA code": "", "LSOA name": "", "Last outcome category": ""}
    row |= {"Longitude": "-5.930120", "Latitude": "54.597285"}
    desk.load_text(csv_text(row), "2021-03-northern-ireland-street.csv")
    (held,) = desk.crimes()
    assert (held["lsoa_code"], held["last_outcome"]) == (None, None)
    assert held["longitude"] == -5.930120


def test_rows_without_position_stay(desk):
    nowhere = CRIME | {"Longitude": "", "Latitude": "", "LSOA code": "", "LSOA name": ""}
    report = desk.load_text(csv_text(nowhere | {"Location": "No Location"}))
    assert report.loaded == 1
    (row,) = desk.crimes()
    assert (row["longitude"], row["latitude"], row["lsoa_code"]) == (None, None, None)
    assert row["location"] == "No Location"


def test_an_area_of_another_country_stays_with_the_force_that_reports_it(desk):
    desk.load_text(csv_text(CRIME | {"LSOA code": "W01000001", "LSOA name": "Gwynedd 001A"}))
    (row,) = desk.crimes()
    assert (row["force_id"], row["lsoa_code"]) == ("staffordshire", "W01000001")


def test_exact_copies_are_all_kept_with_addresses_of_their_own(desk):
    text = csv_text(OUTCOME, OUTCOME, OUTCOME, header=OUTCOMES.header)
    desk.load_text(text, "2021-03-staffordshire-outcomes.csv")
    held = desk.outcomes()
    assert len(held) == 3
    assert len({row["record_id"] for row in held}) == 3


def test_antisocial_behaviour_that_looks_alike_is_not_taken_for_copies(desk):
    assert desk.load_text(csv_text(*[ASB] * 5)).loaded == 5
    assert len({row["record_id"] for row in desk.crimes()}) == 5


def test_the_same_crime_id_may_stand_on_several_rows(desk):
    desk.load_text(csv_text(CRIME, CRIME | {"Crime type": "Drugs"}))
    assert [row["crime_type"] for row in desk.crimes()] == ["Burglary", "Drugs"]


def test_a_quoted_comma_thousands_of_rows_into_the_file(desk):
    thurmaston = CRIME | {"Location": "On or near ASDA, Thurmaston"}
    report = desk.load_text(csv_text(*[CRIME] * 30_000, thurmaston, CRIME))
    assert (report.loaded, report.rejected) == (30_002, 0)
    assert desk.crimes()[30_000]["location"] == "On or near ASDA, Thurmaston"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_both_line_ends_give_the_same_rows(desk, end):
    desk.load_text(csv_text(CRIME, ASB, end=end))
    first, second = desk.crimes()
    assert first["record_id"] == address(
        type_key="crime",
        source="police_uk",
        place=Place("staffordshire", "2021-03"),
        values=tuple(CRIME.values()),
    )
    assert second["context"] is None


def test_mixed_line_ends_and_a_last_line_without_one(desk):
    lines = csv_text(CRIME, ASB, CRIME).splitlines()
    text = f"{lines[0]}\r\n{lines[1]}\n{lines[2]}\r\n{lines[3]}"
    assert desk.load_text(text).loaded == 3


def test_a_byte_order_mark_is_no_part_of_the_first_name(desk):
    assert desk.load_text(b"\xef\xbb\xbf" + csv_text(CRIME).encode()).loaded == 1


def test_blanks_around_values_are_cut_off(desk):
    desk.load_text(csv_text(CRIME | {"Crime type": " Burglary", "Context": "  "}))
    (row,) = desk.crimes()
    assert (row["crime_type"], row["context"]) == ("Burglary", None)


def test_blank_lines_are_no_rows(desk):
    lines = csv_text(CRIME, ASB).splitlines()
    report = desk.load_text("\r\n".join([*lines[:2], "", "", lines[2], "", ""]))
    assert (report.read, report.loaded, report.rejected) == (2, 2, 0)


@pytest.mark.parametrize(
    ("column", "value", "reason", "expected"),
    [
        ("Crime type", "Burglery", "not in the list 'Crime type'", "perhaps 'Burglary'"),
        ("Crime type", "", "blank", "one of: Anti-social behaviour"),
        ("Last outcome category", "Suspect charge", "not in the list", "perhaps 'Suspect charged'"),
        ("Month", "2021-04", "not the month of the file", "2021-03, the month in the name"),
        ("Month", "", "blank", "2021-03"),
        ("Crime ID", "a" * 63, "not of the form", "64 characters out of 0-9 and a-f, or blank"),
        ("Crime ID", "g" * 64, "not of the form", "64 characters out of 0-9 and a-f, or blank"),
        ("Longitude", "12.5", "not a number in the range", "from -9.5 to 2.5 degrees east"),
        ("Longitude", "nan", "not a number in the range", "from -9.5 to 2.5 degrees east"),
        ("Latitude", "48.9", "not a number in the range", "from 49 to 61.5 degrees north"),
        ("Latitude", "", "blank, although 'Longitude' is given", "both values or neither"),
        ("LSOA code", "E0102935", "not of the form", "an ONS code such as E01029359"),
        ("Reported by", "", "blank", "a value"),
        ("Location", "x" * 201, "longer than 200 characters", "at most 200 characters"),
    ],
)
def test_a_faulty_value_is_refused_with_what_would_be_right(desk, column, value, reason, expected):
    report = desk.load_text(csv_text(CRIME, CRIME | {column: value}, ASB))
    assert (report.read, report.loaded, report.rejected) == (3, 2, 1)
    (reject,) = desk.rejects()
    assert (reject.line, reject.column, reject.value) == (3, column, value[:200])
    assert reason in reject.reason
    assert expected in reject.expected


def test_every_faulty_cell_is_named_but_the_row_counts_once(desk):
    report = desk.load_text(csv_text(CRIME | {"Month": "March", "Latitude": "north"}, CRIME))
    assert (report.read, report.loaded, report.rejected) == (2, 1, 1)
    assert [(reject.line, reject.column) for reject in desk.rejects()] == [
        (2, "Month"),
        (2, "Latitude"),
    ]


def test_a_line_with_too_many_columns_is_refused_alone(desk):
    header, good = csv_text(CRIME).splitlines()
    report = desk.load_text("\n".join([header, good, f"{good},more", good]))
    assert (report.loaded, report.rejected) == (2, 1)
    (reject,) = desk.rejects()
    assert (reject.line, reject.reason) == (3, "13 columns where the header has 12")


def test_a_line_with_too_few_columns_is_one_reject(desk):
    header, good = csv_text(CRIME).splitlines()
    report = desk.load_text("\n".join([header, "a,b,c", good]))
    assert (report.loaded, report.rejected) == (1, 1)
    (reject,) = desk.rejects()
    assert (reject.line, reject.column, reject.value) == (2, "", "a,b,c")
    assert reject.reason == "3 columns where the header has 12"


def test_an_unclosed_quote_costs_its_own_line_only(desk):
    header, good = csv_text(CRIME).splitlines()
    bad = raw_line(CRIME, Location='"On or near Bridge Street')
    report = desk.load_text("\n".join([header, good, bad, good, good]))
    assert (report.loaded, report.rejected) == (3, 1)
    assert [(reject.line, reject.reason) for reject in desk.rejects()] == [
        (3, "a quote that stands alone")
    ]


def test_two_stray_quotes_do_not_swallow_the_good_lines_between(desk):
    header, good = csv_text(CRIME).splitlines()
    opened = raw_line(CRIME, Location='"On or near')
    closed = raw_line(CRIME, Location='Bridge Street"')
    report = desk.load_text("\n".join([header, opened, good, good, closed, good]))
    assert (report.loaded, report.rejected) == (3, 2)


def test_a_quoted_value_may_run_over_several_lines(desk):
    story = CRIME | {"Context": 'first, "so called"\nsecond'}
    report = desk.load_text(csv_text(CRIME, story, ASB | {"Crime type": "Drug"}))
    assert (report.loaded, report.rejected) == (2, 1)
    assert [row["context"] for row in desk.crimes()] == [None, story["Context"]]
    assert [reject.line for reject in desk.rejects()] == [5]


def test_reordered_columns_give_the_same_rows(desk):
    desk.load_text(csv_text(CRIME, ASB))
    before = desk.crimes()
    turned = tuple(reversed(CRIME))
    report = desk.load_text(csv_text(CRIME, ASB, header=turned))
    assert report.status == "already held"
    assert desk.crimes() == before


def test_real_files_of_a_month_are_held_whole(desk):
    street = shared("2021-03-staffordshire-street.csv.gz")
    outcomes = shared("2021-03-staffordshire-outcomes.csv.gz")
    report = desk.load(street, outcomes)
    lines = sum(gzip.decompress(path.read_bytes()).count(b"\n") - 1 for path in (street, outcomes))
    assert (report.read, report.loaded, report.rejected) == (lines, lines, 0)
    held = desk.outcomes()
    assert len(held) == 14_401
    copies = Counter(tuple(v for k, v in row.items() if k != "record_id") for row in held)
    assert len(held) - len(copies) == 5_607
    assert len({row["record_id"] for row in held}) == 14_401


def test_a_real_file_with_late_quotes(desk):
    report = desk.load(shared("2021-12-leicestershire-outcomes.csv.gz"))
    assert report.rejected == 0
    assert report.loaded == report.read > 5_000


def test_a_real_file_with_line_feeds_only(desk):
    assert desk.load(shared("2018-10-staffordshire-street.csv.gz")).loaded == 10_938
