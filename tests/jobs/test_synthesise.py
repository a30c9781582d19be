"""`peelian synthesise` as people type it, and what the trail keeps of it."""

import io
import json

import pytest
from django.core.management import CommandError, call_command

from peelian.records.store.catalogue import current
from peelian.trail.models import Entry

pytestmark = pytest.mark.django_db(transaction=True)
SMALL = ("--forces", "2", "--years", "1", "--seed", "7", "--scale", "0.002")


@pytest.fixture
def typed(tmp_path, settings):
    """Types a command in an empty home and gives the lines that it prints."""
    settings.PEELIAN_HOME = tmp_path
    settings.STORE_ROOT = tmp_path / "store"

    def run(command, *words):
        out = io.StringIO()
        call_command(command, *words, stdout=out)
        return out.getvalue().splitlines()

    return run


def test_an_empty_home_is_filled_marked_and_recorded(typed, settings):
    fingerprint, last = typed("synthesise", *SMALL)
    snapshot = current(settings.STORE_ROOT)
    rows = sum(part.rows for part in snapshot.parts if part.source == "synthetic")
    assert last == f"rows made {rows}, already held 0, parts refused 0"
    assert fingerprint.endswith(f"Snapshot {snapshot.id}.")

    again = typed("synthesise", *SMALL)
    assert again == [fingerprint, f"rows made 0, already held {rows}, parts refused 0"]

    (entry,) = [
        entry
        for entry in Entry.objects.all()
        if json.loads(entry.detail).get("source") == "synthetic"
    ]
    told = json.loads(entry.detail)
    assert (entry.verb, entry.record_ref) == ("collected", snapshot.id)
    assert told["recipe"] == "seed 7, scale 0.002, edition 1"
    assert told["forces"] == ["staffordshire", "cheshire"]
    assert sum(told["rows"].values()) == rows

    table = typed("measure", "crime.rate", "--by", "force")
    assert any("cheshire (synthetic)" in line for line in table)
    whole = json.loads(
        "\n".join(typed("measure", "crime.rate", "--by", "force", "--format", "json"))
    )
    assert [cell["synthetic"] for cell in whole["cells"]] == [True, True]
    line = typed("measure", "crime.rate", "--by", "force", "--format", "csv")[1]
    assert line.startswith("crime.rate,cheshire,")
    assert "Synthetic: invented rows, not a real force's." in line


def test_another_seed_is_refused_with_the_first_few_parts_named(typed):
    typed("synthesise", *SMALL)
    with pytest.raises(CommandError, match="held by another source or seed"):
        typed("synthesise", *SMALL, "--seed", "8")


@pytest.mark.parametrize(
    ("words", "right"),
    [
        (("--forces", "99"), "99 forces: choose from 1 to 43."),
        (("--years", "0"), "0 years: choose from 1 to 20."),
        (("--from", "2023"), "'2023' is not a month. Write it as YYYY-MM"),
    ],
)
def test_what_cannot_be_made_is_refused_before_anything_is_prepared(typed, tmp_path, words, right):
    with pytest.raises(CommandError, match=right):
        typed("synthesise", *SMALL, *words)
    assert not (tmp_path / "store").exists()
