"""Home Office returns: one file of many forces and years, handed out by force and year."""

from datetime import UTC, datetime

import pytest

from peelian.areas.stop_and_search.models import SearchReturn
from peelian.records.load.run import load
from peelian.records.load.source import Found, Problem
from peelian.records.store.reader import open_reader
from peelian.sources.home_office.kinds import HEADER, RETURNS
from peelian.sources.home_office.names import SLUGS
from peelian.sources.home_office.source import HOME_OFFICE
from peelian.spine.force import forces

ROW = {
    "year_ending": "2019-03-31",
    "force_name": "Kent",
    "legislation": "Section 1 (PACE)",
    "reason_for_search_arrest": "Drugs",
    "ethnic_group_self_defined": "Asian or Asian British",
    "ethnicity_self_defined": "Indian or British Indian",
    "searches": "7",
    "resultant_arrests": "2",
    "weapons_arrests_s60_only": "NA",
    "other_arrests_s60_only": "NA",
    "persons_found_to_be_carrying_a_weapon_s60_only": "NA",
}


@pytest.fixture
def returns(tmp_path):
    """Writes a file of returns and loads it."""

    def write(*rows, name="returns.csv", header=HEADER):
        lines = [",".join(header)]
        for changed in rows:
            row = ROW | changed
            lines.append(",".join(f'"{row[column]}"' for column in header))
        path = tmp_path / name
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return path

    return write


def loaded(path, tmp_path, force=None):
    found = HOME_OFFICE.find([path], force=force)
    at = datetime(2026, 11, 22, tzinfo=UTC)
    report = load(root=tmp_path / "store", files=found, by="service:tests", at=at)
    reader = open_reader(tmp_path / "store")
    return report, reader, reader.to_arrow(reader.table(SearchReturn)).to_pylist()


def test_each_force_and_year_becomes_a_part_of_its_own(returns, tmp_path):
    path = returns(
        {},
        {"force_name": "London, City of", "searches": "3"},
        {"year_ending": "2018-03-31", "searches": "1"},
    )

    report, reader, rows = loaded(path, tmp_path)

    assert report.in_one_line() == "rows read 3, loaded 3, rejected 0, already held 0"
    assert reader.snapshot.covered("searchreturn") == {
        ("kent", "2019-03"),
        ("kent", "2018-03"),
        ("city-of-london", "2019-03"),
    }
    assert {(row["force_id"], row["month"]): row["searches"] for row in rows} == {
        ("kent", "2019-03"): 7,
        ("kent", "2018-03"): 1,
        ("city-of-london", "2019-03"): 3,
    }


def test_na_is_nothing_and_groups_are_those_of_2001(returns, tmp_path):
    path = returns(
        {"searches": "NA", "resultant_arrests": "NA"},
        {
            "ethnic_group_self_defined": "Chinese or Other Ethnic Group",
            "ethnicity_self_defined": "Chinese",
        },
        {"ethnic_group_self_defined": "Not stated", "ethnicity_self_defined": "Not Stated"},
        {"ethnic_group_self_defined": "Vehicle only", "ethnicity_self_defined": "Vehicle only"},
    )

    _report, _reader, rows = loaded(path, tmp_path)

    found = {
        row["ethnicity"]: (row["ethnic_group"], row["searches"], row["arrests"]) for row in rows
    }
    assert found == {
        "Indian or British Indian": ("Asian", None, None),
        "Chinese": ("Other", 7, 2),
        "Not Stated": (None, 7, 2),
        "Vehicle only": (None, 7, 2),
    }


def test_the_same_file_again_is_already_held(returns, tmp_path):
    path = returns({}, {"force_name": "Essex"})
    loaded(path, tmp_path)

    report, _reader, _rows = loaded(path, tmp_path)

    assert report.in_one_line() == "rows read 2, loaded 0, rejected 0, already held 2"


def test_one_force_alone_can_be_asked_for(returns, tmp_path):
    path = returns({}, {"force_name": "Essex"})

    _report, reader, _rows = loaded(path, tmp_path, force="essex")

    assert reader.snapshot.forces("searchreturn") == ("essex",)


def test_an_unknown_force_is_refused_with_its_rows_and_leaves_the_others(returns):
    path = returns({}, {"force_name": "Ambridge"}, {"force_name": "Ambridge", "searches": "1"})

    problem, kent = HOME_OFFICE.find([path], force=None)

    assert isinstance(problem, Problem)
    assert (problem.sentence, problem.rejected) == ("names 'Ambridge', which is no force.", 2)
    assert isinstance(kent, Found)


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"year_ending": "2019-12-31"}, "line 2 is of '2019-12-31'; a year ends on 31 March."),
        ({"year_ending": ""}, "line 2 is of ''; a year ends on 31 March."),
    ],
)
def test_a_year_that_is_none_refuses_the_file(returns, changed, sentence):
    (problem,) = HOME_OFFICE.find([returns(changed)], force=None)

    assert problem.sentence == sentence


def test_a_torn_line_is_named(returns):
    path = returns({})
    path.write_text(path.read_text() + "2019-03-31,Kent\n")

    (problem,) = HOME_OFFICE.find([path], force=None)

    assert problem.sentence == "line 3 has 2 values for 11 columns."


def test_another_table_is_told_what_it_lacks(tmp_path):
    path = tmp_path / "other.csv"
    path.write_text("year_ending,force_name\n2019-03-31,Kent\n")

    (problem,) = HOME_OFFICE.find([path], force=None)

    assert problem.sentence.startswith(
        f"is no '{RETURNS.title}': it lacks the columns ethnic_group"
    )


def test_a_bad_number_is_refused_by_row(returns, tmp_path):
    path = returns({}, {"searches": "-4"}, {"ethnic_group_self_defined": "Martian"})

    report, reader, rows = loaded(path, tmp_path)

    assert len(rows) == 1
    assert report.in_one_line() == "rows read 3, loaded 1, rejected 2, already held 0"
    (part,) = reader.snapshot.parts
    assert {reject.column for reject in reader.rejects(part)} == {
        "searches",
        "ethnic_group_self_defined",
    }


def test_every_name_of_a_force_has_a_slug_of_its_own():
    assert len(set(SLUGS.values())) == len(SLUGS) == 44
    assert set(SLUGS.values()) == set(forces()) - {"northern-ireland"}
