"""Stop and search files: every row against a reading of the same file in plain Python."""

import gzip
import zipfile
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peelian.areas.stop_and_search.codes import (
    AGE_RANGES,
    ETHNIC_GROUP_OF,
    GENDERS,
    NOT_STATED,
    OFFICER_DEFINED,
    OLD_WORDS,
    OUTCOMES,
    POWER_OF,
    SEARCH_TYPES,
)
from peelian.records.load.source import Problem
from peelian.sources.police_uk.source import POLICE_UK
from records.street_files import Desk
from sources.search_files import (
    APRIL,
    JOINED,
    SEARCH,
    published,
    read_in_python,
    rows_of,
    search_csv,
    searches,
    without_address,
)

# Rows counted with other tools when the files were fetched.
ROWS = {
    "2019-12-derbyshire": 198,
    "2019-12-durham": 145,
    "2019-12-essex": 1523,
    "2019-12-leicestershire": 106,
    "2020-01-derbyshire": 189,
    "2020-01-durham": 161,
    "2020-01-essex": 1820,
    "2020-01-leicestershire": 336,
}


def load_text(desk: Desk, text: str, name: str = APRIL):
    (report,) = desk.load(desk.file(text, name)).files
    return report


@pytest.mark.ledger("POW-01")
@pytest.mark.parametrize("name", ROWS)
def test_a_real_file_is_held_row_by_row_as_python_reads_it(desk, name):
    path = published(f"{name}-stop-and-search.csv.gz")
    report = desk.load(path)
    assert (report.read, report.loaded, report.rejected) == (ROWS[name], ROWS[name], 0)
    held = searches(desk)
    month, force = name[:7], name[8:]
    assert without_address(held) == [read_in_python(row, month) for row in rows_of(path)]
    assert {(row["source"], row["force_id"]) for row in held} == {("police_uk", force)}
    assert len({row["record_id"] for row in held}) == len(held)


def test_equal_rows_are_searches_of_their_own(desk):
    """About a tenth of Essex: times are rounded to minutes, and groups share a place."""
    path = published("2019-12-essex-stop-and-search.csv.gz")
    desk.load(path)
    copies = Counter(tuple(row.values()) for row in rows_of(path))
    assert sum(copies.values()) - len(copies) == 132
    assert len(searches(desk)) == 1523


def test_a_file_without_any_ethnicity_loads_as_unknown(desk):
    path = published("2024-01-staffordshire-stop-and-search.first30rows.csv")
    text = path.read_text(encoding="utf-8")
    assert load_text(desk, text, "2024-01-staffordshire-stop-and-search.csv").loaded == 30
    assert {
        (row["age_range"], row["ethnic_group"], row["officer_defined_ethnicity"])
        for row in searches(desk)
    } == {(None, None, None)}


@pytest.mark.parametrize("number", ["00", "11", "17"])
def test_a_counter_in_front_noise_and_decimal_flags_change_no_meaning(desk, number):
    """Files that a third party joined; read here, for their dirt alone, as if of one force."""
    path = published(f"{number}.csv.gz", JOINED)
    month = f"{2019 + (3 + int(number)) // 12}-{(3 + int(number)) % 12 + 1:02d}"
    name = f"{month}-stop-and-search.csv.gz"
    report = desk.load(desk.file(path.read_bytes(), name), force="gwent")
    rows = rows_of(path)
    assert (report.loaded, report.rejected) == (len(rows), 0)
    assert without_address(searches(desk)) == [read_in_python(row, month) for row in rows]


def test_a_file_that_others_joined_is_told_the_way(desk):
    desk.file(search_csv(SEARCH), "00.csv")
    (problem,) = POLICE_UK.find([desk.folder], force=None)
    assert isinstance(problem, Problem)
    assert "joined several forces or months, loads by a mapping" in problem.sentence
    assert "peelian load extracts PATH --mapping FILE" in problem.sentence


def test_half_past_eleven_in_utc_is_the_next_day_in_summer(desk):
    """Months were cut by local time until August 2020 and by UTC since, for some forces."""
    moments = ["2019-03-31T23:30", "2019-04-30T23:00", "2019-03-31T22:59", "2019-05-01T00:00"]
    report = load_text(desk, search_csv(*(SEARCH | {"Date": f"{at}:00+00:00"} for at in moments)))
    assert (report.loaded, report.rejected) == (2, 2)
    assert [(row["month"], str(row["local_date"]), row["hour"]) for row in searches(desk)] == [
        ("2019-04", "2019-04-01", 0),
        ("2019-04", "2019-05-01", 0),
    ]
    assert [(reject.line, reject.column, reject.reason) for reject in desk.rejects()] == [
        (4, "Date", "on 2019-03-31 local time, which is not in the month of the file"),
        (5, "Date", "on 2019-05-01 local time, which is not in the month of the file"),
    ]


@pytest.mark.parametrize(
    ("field", "header"),
    [("outcome", "Outcome"), ("self_defined_ethnicity", "Self-defined ethnicity")],
)
def test_words_of_older_lists_are_todays(desk, field, header):
    words = OLD_WORDS[field]
    report = load_text(desk, search_csv(*(SEARCH | {header: old} for old in words)))
    assert (report.loaded, report.rejected) == (len(words), 0)
    held = searches(desk)
    assert [row[field] for row in held] == list(words.values())
    assert [row["ethnic_group"] for row in held] == [
        ETHNIC_GROUP_OF[row["self_defined_ethnicity"]] for row in held
    ]


def test_ethnicity_that_was_not_stated_has_no_group(desk):
    load_text(desk, search_csv(SEARCH | {"Self-defined ethnicity": NOT_STATED}))
    (row,) = searches(desk)
    assert (row["self_defined_ethnicity"], row["ethnic_group"]) == (NOT_STATED, None)


@pytest.mark.parametrize(
    ("column", "value", "reason", "expected"),
    [
        ("Type", "", "blank", "Person search"),
        ("Type", "Persons search", "not in the list 'types of search'", "perhaps 'Person search'"),
        ("Outcome", "Arrested", "not in the list 'outcomes of searches'", "perhaps 'Arrest'"),
        ("Date", "02/04/2019 21:15", "not a moment of the form", "2021-03-31T23:05:00+00:00"),
        ("Outcome linked to object of search", "Maybe", "neither yes nor no", "true"),
        ("Latitude", "", "blank, although 'Longitude' is given", "both values or neither"),
        ("Longitude", "51.77", "not a number in the range", "degrees east"),
    ],
)
def test_a_faulty_cell_is_named_with_what_would_be_right(desk, column, value, reason, expected):
    report = load_text(desk, search_csv(SEARCH, SEARCH | {column: value}))
    assert (report.loaded, report.rejected) == (1, 1)
    (reject,) = desk.rejects()
    assert (reject.line, reject.column, reject.value) == (3, column, value)
    assert reason in reject.reason
    assert expected in reject.expected


def test_the_order_of_columns_and_a_counter_leave_the_addresses_as_they_are(desk):
    load_text(desk, search_csv(SEARCH, SEARCH))
    before = searches(desk)
    header = ["", *reversed(SEARCH)]
    text = search_csv(SEARCH | {"": "0"}, SEARCH | {"": "1"}, header=header)
    assert load_text(desk, text).status == "already held"
    assert searches(desk) == before


def test_files_load_from_archives_gzipped_or_not(desk):
    with zipfile.ZipFile(desk.folder / "all.zip", "w") as archive:
        archive.writestr(f"2019-04/{APRIL}", search_csv(SEARCH))
        essex = APRIL.replace("kent", "essex")
        archive.writestr(f"2019-04/{essex}.gz", gzip.compress(search_csv(SEARCH).encode()))
    assert desk.load().loaded == 2
    assert [row["force_id"] for row in searches(desk)] == ["essex", "kent"]


def _or_blank(words):
    return st.sampled_from(["", *words])


FLAGS = _or_blank(["True", "False", "true", "FALSE", "1", "0", "1.0", "0.0"])
DEGREES = st.floats(49.5, 55.0).map(lambda north: f"{north!r}")
ROW = st.fixed_dictionaries(
    {
        "Type": st.sampled_from(SEARCH_TYPES.codes),
        "Date": st.datetimes().map(
            lambda moment: f"2019-04-{moment.day % 28 + 2:02d}T{moment:%H:%M:%S}+00:00"
        ),
        "Part of a policing operation": FLAGS,
        "Policing operation": _or_blank(["Op Å", 'Op "Ash", 2', "  padded "]),
        "Gender": _or_blank(GENDERS.codes),
        "Age range": _or_blank(AGE_RANGES.codes),
        "Self-defined ethnicity": _or_blank(
            [*ETHNIC_GROUP_OF, *OLD_WORDS["self_defined_ethnicity"]]
        ),
        "Officer-defined ethnicity": _or_blank(OFFICER_DEFINED.codes),
        "Legislation": _or_blank(POWER_OF),
        "Object of search": _or_blank(["Controlled drugs", "Stolen goods"]),
        "Outcome": _or_blank([*OUTCOMES.codes, *OLD_WORDS["outcome"]]),
        "Outcome linked to object of search": FLAGS,
        "Removal of more than just outer clothing": FLAGS,
    }
)
PLACED = st.tuples(ROW, st.one_of(st.none(), DEGREES)).map(
    lambda pair: pair[0] | {"Latitude": pair[1] or "", "Longitude": "-1.5" if pair[1] else ""}
)


@settings(max_examples=25)
@given(rows=st.lists(PLACED, min_size=1, max_size=40))
def test_any_rows_are_held_as_python_reads_them(rows, tmp_path_factory):
    desk = Desk(tmp_path_factory.mktemp("desk"))
    report = load_text(desk, search_csv(*rows))
    assert (report.loaded, report.rejected) == (len(rows), 0)
    assert without_address(searches(desk)) == [read_in_python(row, "2019-04") for row in rows]
