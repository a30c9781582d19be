"""`peelian load` as people type it."""

import pytest
from django.core.management import CommandError, call_command

from peelian.records.deliveries import Delivery
from records.street_files import CRIME, MARCH, csv_text

pytestmark = pytest.mark.django_db(transaction=True)
FAULTY = CRIME | {"Crime type": "Burglery"}


@pytest.fixture
def typed(desk, settings, capsys):
    """Types a command and gives the lines that it prints."""
    settings.PEELIAN_HOME = desk.folder.parent
    settings.STORE_ROOT = desk.root

    def run(*words):
        try:
            call_command("load", *map(str, words))
        finally:
            printed = capsys.readouterr()
        assert printed.err == ""
        return printed.out.splitlines()

    return run


def test_the_last_line_counts_rows(desk, typed):
    path = desk.file(csv_text(CRIME, FAULTY))
    assert typed("police_uk", path)[-1] == "rows read 2, loaded 1, rejected 1, already held 0"
    assert typed("police_uk", path)[-1] == "rows read 2, loaded 0, rejected 1, already held 1"


def test_every_delivery_is_noted_also_of_what_is_held(desk, typed):
    path = desk.file(csv_text(CRIME, FAULTY))
    typed("police_uk", path)
    typed("police_uk", path)
    typed("police_uk", path, "--dry-run")
    with pytest.raises(CommandError):
        typed("police_uk", desk.file("", "2021-04-kent-street.csv"))

    crimes = Delivery.objects.filter(record_type="crime").order_by("pk")
    told = crimes.values_list("rows", "new", "unchanged", "refused")
    assert list(told) == [(2, 1, 0, 1), (2, 0, 1, 1)]
    row = crimes.first()
    assert (row.record_type, row.source, row.force_id) == ("crime", "police_uk", "staffordshire")


def test_a_line_stands_for_every_file_that_needs_attention(desk, typed):
    desk.file(csv_text(CRIME), "2021-03-kent-street.csv")
    desk.file(csv_text(CRIME, FAULTY))
    desk.file("", "2021-04-kent-street.csv")
    lines = typed("police_uk", desk.folder)
    assert lines[:2] == [
        f"{MARCH}: 1 rows loaded, 1 of 2 rejected.",
        "2021-04-kent-street.csv: it is empty: it has not even a header.",
    ]
    assert lines[2].startswith("Files: 2 loaded, 1 refused. Snapshot ")
    assert len(lines) == 4


def test_rejects_are_written_to_the_file_asked_for(desk, typed):
    rejects = desk.folder / "rejects.csv"
    typed("police_uk", desk.file(csv_text(CRIME, FAULTY)), "--rejects", rejects)
    assert rejects.read_text(encoding="utf-8").splitlines()[1] == (
        f"{MARCH},3,Crime type,Burglery,not in the list 'Crime type',perhaps 'Burglary'"
    )


def test_a_file_without_force_in_its_name_takes_the_one_stated(desk, typed):
    typed("police_uk", desk.file(csv_text(CRIME), "2021-03-street.csv"), "--force", "kent")
    assert {row["force_id"] for row in desk.crimes()} == {"kent"}


def test_a_dry_run_says_so(desk, typed):
    lines = typed("police_uk", desk.file(csv_text(CRIME)), "--dry-run")
    assert lines[-2:] == [
        "Files: 1 loaded. A dry run: nothing was kept.",
        "rows read 1, loaded 1, rejected 0, already held 0",
    ]
    assert desk.crimes() == []


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["police_uk", "nowhere"], "Nothing could be read"),
        (["police_uk", ".", "--force", "kentt"], "'kentt' is not a force"),
        (["police_uk", ".", "--mapping", "m.toml"], "police_uk takes no mapping"),
        (["police_uk", ".", "--rejects", "no/where.csv"], "no folder"),
        (["police_ul", "."], "invalid choice: 'police_ul'"),
    ],
)
def test_what_cannot_work_ends_with_a_sentence(typed, words, sentence):
    with pytest.raises(CommandError, match=sentence):
        typed(*words)
