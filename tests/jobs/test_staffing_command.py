"""`peelian staffing`: what a supervisor gets at the command line."""

import csv
import io
import json

import pytest
from django.core.management import CommandError, call_command

from areas.staffing_samples import Held, mondays
from peelian.jobs.management.commands import staffing

HOURS = {"999": (2,) * 16 + (14,) * 2 + (3,) * 6, "101": (2,) * 16 + (14,) * 2 + (3,) * 6}


@pytest.fixture(scope="module")
def calls():
    return Held(mondays(4, HOURS, 3, handling={"999": 300, "101": 300}, handover=2))


@pytest.fixture
def ask(calls, monkeypatch):
    """Runs the command and gives what it printed: output and remarks."""
    monkeypatch.setattr(staffing, "open_store", lambda: calls)

    def run(*words):
        out, err = io.StringIO(), io.StringIO()
        call_command("staffing", "--force", "staffordshire", *words, stdout=out, stderr=err)
        return out.getvalue(), err.getvalue()

    return run


@pytest.mark.ledger("P-CON-01")
def test_the_table_says_what_will_miss_and_the_remarks_what_it_assumes(ask, tmp_path):
    roster = tmp_path / "roster.csv"
    roster.write_text("from,staff\n00:00,4\n16:00,3\n18:00,4\n")

    out, err = ask("--day", "monday", "--staff", str(roster), "--shrinkage", "0.3")

    assert out.startswith(
        "On a Monday, Staffordshire Police will miss 90% of 999 calls within ten seconds in"
    )
    assert "WILL MISS" in out
    lines = [line.split() for line in out.splitlines()]
    (before,) = (line for line in lines if line[:1] == ["15:45"])
    (within,) = (line for line in lines if line[:1] == ["16:00"])
    assert (before[3], within[3]) == ("4", "3")
    assert "rostered" in out
    assert "Held against the one Monday kept back" in err
    assert "An aim for forces, not law" in err


def test_csv_has_a_row_for_each_quarter_and_nothing_else(ask):
    out, _err = ask("--day", "1", "--staff", "9", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(out)))

    assert len(rows) == 96
    assert {row["staff"] for row in rows} == {"9"}
    assert {row["day"] for row in rows} == {"Monday"}


def test_json_is_whole(ask):
    out, err = ask("--day", "mon", "--format", "json")
    whole = json.loads(out)

    assert whole["aim"] == 0.9
    assert whole["answer"].startswith("On a Monday, Staffordshire Police needs from ")
    assert whole["synthetic"] is False
    assert err == ""


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--day", "someday"), "no day of the week"),
        (("--day", "sunday"), "No 999 call of Staffordshire Police on a Sunday"),
        (("--day", "monday", "--staff", "rota.csv"), "neither a number nor a file"),
        (("--day", "monday", "--aim", "90"), "such as 0.9"),
        (("--day", "monday", "--shrinkage", "1"), "such as 0.3"),
    ],
)
def test_what_cannot_be_asked_is_said_with_what_can(ask, words, sentence):
    with pytest.raises(CommandError, match=sentence):
        ask(*words)


def test_a_force_that_is_none_is_refused_with_those_near(calls, monkeypatch):
    monkeypatch.setattr(staffing, "open_store", lambda: calls)
    with pytest.raises(CommandError, match="staffordshire"):
        call_command("staffing", "--force", "stafordshire", stdout=io.StringIO())
