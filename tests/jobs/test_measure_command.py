"""`peelian measure`: what an analyst or a script gets."""

import csv
import io
import json

import pytest
from django.core.management import CommandError, call_command

pytestmark = pytest.mark.django_db


@pytest.fixture
def ask(loaded_home):
    """Runs the command and gives what it printed: output and remarks."""

    def run(*words):
        out, err = io.StringIO(), io.StringIO()
        call_command("measure", *words, stdout=out, stderr=err)
        return out.getvalue(), err.getvalue()

    return run


def rows_of(text):
    return list(csv.DictReader(io.StringIO(text)))


def test_csv_has_the_measure_the_breakdowns_as_asked_and_the_numbers(ask):
    out, _ = ask("crime.rate", "--by", "month,force", "--format", "csv")
    assert out.splitlines()[0] == (
        "measure,month,force,numerator,denominator,value,lower,upper,unknown,status,note"
    )


def test_shares_are_plain_fractions_of_the_counts_beside_them(ask):
    out, _ = ask(
        "crime.charged_within_2_months",
        "--where",
        "force=staffordshire",
        "--by",
        "force,month",
        "--format",
        "csv",
    )
    march = rows_of(out)[0]
    assert (march["force"], march["month"]) == ("staffordshire", "2021-03")
    assert (march["numerator"], march["denominator"]) == ("382", "6049")
    assert float(march["value"]) == 382 / 6049


def test_numbers_are_empty_where_there_is_no_answer(ask):
    out, _ = ask(
        "crime.charged_within_2_months",
        "--where",
        "force=staffordshire",
        "--by",
        "month",
        "--format",
        "csv",
    )
    december = rows_of(out)[-1]
    assert december["status"] == "not_computable"
    assert "January 2022" in december["note"]
    numbers = ("numerator", "denominator", "value", "lower", "upper", "unknown")
    assert [december[name] for name in numbers] == [""] * 6


def test_rows_come_in_the_order_of_the_breakdown(ask):
    out, _ = ask("crime.recorded", "--by", "force,month", "--format", "csv")
    keys = [(row["force"], row["month"]) for row in rows_of(out)]
    assert keys == sorted(keys)
    assert len(keys) == len(set(keys)) == 7 * 10


def test_a_force_that_is_not_loaded_has_no_data_and_no_zero(ask):
    out, _ = ask("crime.recorded", "--by", "force,month", "--format", "csv")
    cheshire = [row for row in rows_of(out) if row["force"] == "cheshire"]
    assert {row["status"] for row in cheshire if row["month"] < "2021-11"} == {"no_data"}
    assert {row["value"] for row in cheshire if row["month"] < "2021-11"} == {""}


def test_places_without_a_name_are_an_empty_value_and_stay_in_the_sum(ask):
    where = ("--where", "force=staffordshire")
    by_place = rows_of(ask("crime.recorded", *where, "--by", "lsoa", "--format", "csv")[0])
    (whole,) = rows_of(ask("crime.recorded", *where, "--format", "csv")[0])
    assert by_place[-1]["lsoa"] == ""
    assert sum(int(row["value"]) for row in by_place) == int(whole["value"])


def test_json_carries_the_whole_cell_with_definition_and_attribution(ask):
    out, _ = ask("crime.rate", "--by", "force", "--from", "2021-12", "--format", "json")
    whole = json.loads(out)
    assert whole["definition"]
    assert "Open Government Licence" in whole["attributions"][0]
    cell = whole["cells"][0]
    assert cell["method"] == "byar"
    assert cell["period"] == {"first": "2021-12", "last": "2021-12"}


def test_the_table_says_counts_ranges_and_where_the_data_are_from(ask):
    out, err = ask("crime.rate", "--by", "district", "--where", "force=staffordshire")
    assert "Cannock Chase" in out
    assert "4,675 among 101,484 residents" in out
    assert "Open Government Licence" in err


def test_overlapping_periods_warn_beside_the_output(ask):
    out, err = ask("crime.recorded", "--by", "rolling_twelve", "--format", "csv")
    assert "do not add them up" in err
    assert "add them up" not in out


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("crime.recordd",), "crime.recorded"),
        (("crime.recorded", "--by", "forse"), "Perhaps 'force'"),
        (("crime.recorded", "--where", "type=Burglery"), "perhaps 'Burglary'"),
        (("crime.recorded", "--where", "force=stafordshire"), "staffordshire"),
        (("crime.recorded", "--where", "staffordshire"), "force=staffordshire"),
        (("crime.recorded", "--from", "March"), "YYYY-MM"),
        (("crime.recorded", "--from", "2021-12", "--to", "2021-03"), "swap the two"),
        (("crime.recorded", "--by", "month,quarter"), "one kind of period"),
    ],
)
def test_what_cannot_be_asked_is_said_with_what_can(ask, words, sentence):
    with pytest.raises(CommandError, match=sentence):
        ask(*words)


def test_a_value_that_there_is_not_is_told_with_both_its_marks(ask):
    with pytest.raises(CommandError, match=r"^'burglry' is no crime type"):
        ask("crime.recorded", "--where", "type=burglry")
