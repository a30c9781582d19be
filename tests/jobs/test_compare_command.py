"""`peelian compare`: the forces side by side, for people and for programs."""

import csv
import io
import json

import pytest
from django.core.management import CommandError, call_command

from peelian.trail.models import Entry

pytestmark = pytest.mark.django_db
# Of the sample data, seven forces have these months; Staffordshire alone has those before.
SEVEN = [
    "cheshire",
    "derbyshire",
    "leicestershire",
    "north-wales",
    "staffordshire",
    "warwickshire",
    "west-mercia",
]


@pytest.fixture
def run(loaded_home):
    """Runs a command and gives what it printed: output and remarks."""

    def called(*words):
        out, err = io.StringIO(), io.StringIO()
        call_command(*words, stdout=out, stderr=err)
        return out.getvalue(), err.getvalue()

    return called


@pytest.mark.ledger("INS-14", "INS-15", "INS-21")
def test_the_answer_comes_first_then_the_forces_then_those_left_out(run):
    out, remarks = run("compare", "crime.rate", "--force", "staffordshire")
    lines = out.splitlines()

    assert "Staffordshire Police from November to December 2021" in lines[0]
    assert "of the 7 forces compared" in lines[0]
    assert "about 2 of 7 would be outside one standard deviation" in lines[0]
    assert lines[1].split() == (
        [
            "rank",
            "force",
            "value",
            "counts",
            "likely",
            "range",
            "by",
            "the",
            "lines",
            "by",
            "the",
            "funnel",
        ]
    )
    assert [line.split()[0] for line in lines[2:9]] == list("1234567")
    assert sum("* Staffordshire Police" in line for line in lines) == 1
    assert lines[9] == (
        "Missing: Avon and Somerset Constabulary. No crime file of Avon and Somerset Constabulary "
        "is loaded for November to December 2021."
    )
    assert sum(line.startswith("Missing: ") for line in lines) == 36
    assert "Rates are per 1,000 usual residents" in remarks
    assert "Data as loaded by 22 November 2026; no file has replaced an earlier one." in remarks


def test_a_measure_that_is_not_comparable_is_not_ranked(run):
    out, _ = run("compare", "crime.asb_rate", "--force", "staffordshire")
    first, head, *_rest = out.splitlines()

    assert first.startswith("Forces are not ranked. Not comparable between forces: Forces differ")
    assert "incidents of anti-social behaviour" in first
    assert head.split() == ["rank", "force", "value", "counts", "likely", "range"]


@pytest.mark.ledger("INS-22")
def test_csv_has_every_one_of_the_43(run):
    out, _ = run("compare", "crime.rate", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(out)))

    assert len(rows) == 43
    assert {row["force"] for row in rows if row["status"] == "compared"} == set(SEVEN)
    assert all(row["reason"] for row in rows if row["status"] != "compared")


def test_json_carries_all_of_it_and_where_the_data_are_from(run):
    out, _ = run("compare", "crime.rate", "--force", "kent", "--format", "json")
    whole = json.loads(out)

    assert {one["force"] for one in whole["forces"]} == set(SEVEN)
    assert whole["own"] == "kent"
    assert whole["period"] == {"first": "2021-11", "last": "2021-12"}
    assert any("Open Government Licence" in line for line in whole["attributions"])
    assert "control_chart" not in whole


def test_the_divisor_is_chosen_and_named(run):
    spreads = {}
    for typed in ("n", "n-1"):
        out, _ = run("compare", "crime.rate", "--divisor", typed, "--format", "json")
        lines = json.loads(out)["lines"]
        spreads[lines["divisor"]] = lines["deviation"]

    assert spreads["n"] == pytest.approx(spreads["n - 1"] * (6 / 7) ** 0.5)


def test_peers_are_named_and_only_they_are_compared(run):
    out, remarks = run("compare", "crime.rate", "--force", "staffordshire", "--peers")

    assert "Most like Staffordshire Police: Derbyshire Constabulary (0.15), Cheshire" in out
    assert "not the inspectorate's most similar groups" in out
    assert "Only Staffordshire Police and the 7 forces most like it are compared." in remarks
    assert "North Wales Police" not in out


def test_months_and_conditions_narrow_it(run):
    out, _ = run(
        *("compare", "crime.rate", "--where", "type=Burglary"),
        *("--from", "2021-12", "--to", "2021-12", "--format", "json"),
    )
    whole = json.loads(out)

    assert whole["where"] == {"type": ["Burglary"]}
    assert whole["period"] == {"first": "2021-12", "last": "2021-12"}


def test_ten_months_are_too_few_for_a_control_chart(run):
    out, _ = run("compare", "crime.rate", "--force", "staffordshire", "--control")

    assert (
        "Control chart of Staffordshire Police, by month: The longest series without a gap has 10 "
        "months, and limits need 12 or more to be relied on."
    ) in out


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["crime.rates"], "There is no measure 'crime.rates'"),
        (["crime.rate", "--force", "kant"], "'kant' is not a force"),
        (["crime.rate", "--peers"], "name it with --force"),
        (["crime.rate", "--control"], "name it with --force"),
        (
            ["crime.rate", "--force", "kent", "--control", "--format", "csv"],
            "use --format table or json",
        ),
        (["crime.rate", "--from", "2021"], "'2021' is not a month"),
        (["crime.rate", "--where", "force=kent"], "A comparison is of all forces"),
    ],
)
def test_a_slip_is_answered_with_what_would_be_right(run, words, says):
    with pytest.raises(CommandError, match=says):
        run("compare", *words)


def test_a_rebase_is_entered_in_a_persons_name_and_in_the_trail(run):
    words = ("--force", "staffordshire", "--month", "2021-09", "--by", "R. Clerk, Registrar")
    out, _ = run("rebase", "crime.rate", *words, "--reason", "A new system counts differently.")

    assert out.startswith(
        "Limits of Crimes recorded per 1,000 residents, Staffordshire Police, are made anew from "
        "September 2021 in the name of R. Clerk, Registrar."
    )
    assert Entry.objects.filter(record_type="rebase").count() == 1


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"--by": "Registrar"}, "The name 'Registrar' is too short"),
        ({"--reason": "why"}, "The reason 'why' is too short"),
        ({"--month": "2022-09"}, "No file of staffordshire is loaded for September 2022"),
        ({"--force": "kant"}, "'kant' is not a force"),
    ],
)
def test_a_rebase_that_cannot_stand_is_refused(run, changed, says):
    words = {
        "--force": "staffordshire",
        "--month": "2021-09",
        "--by": "R. Clerk, Registrar",
        "--reason": "A new system counts differently.",
    } | changed
    with pytest.raises(CommandError, match=says):
        run("rebase", "crime.rate", *(word for pair in words.items() for word in pair))
