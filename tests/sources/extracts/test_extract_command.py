"""`peelian load extracts` as people type it."""

import json

import pytest
from django.core.management import CommandError, call_command

from peelian.trail.models import Entry
from sources.extracts.extract_desk import CALLS

pytestmark = pytest.mark.django_db(transaction=True)
GOOD = ("A1", "03/02/2026 08:15", "999", "00:00:09")
FAX = ("A2", "03/02/2026 08:15", "Fax", "00:00:09")


@pytest.fixture
def typed(extracts, settings, capsys):
    """Types a command and gives the lines that it prints."""
    settings.PEELIAN_HOME = extracts.folder / "home"
    settings.STORE_ROOT = extracts.folder / "home" / "store"

    def run(*words):
        call_command("load", "extracts", *map(str, words))
        return capsys.readouterr().out.splitlines()

    return run


def test_a_dry_run_prints_rows_and_words_and_keeps_nothing(extracts, typed):
    path = extracts.csv(*[GOOD] * 12, FAX, FAX)
    lines = typed(path, "--mapping", extracts.mapping(), "--dry-run")
    assert [line for line in lines if line.startswith("Row ")] == [f"Row {n}" for n in range(1, 11)]
    assert "  line              999" in lines
    at = lines.index("Without a code in 'Line'")
    assert lines[at + 1] == "  Fax  (2 rows)"
    assert lines[-2].endswith("A dry run: nothing was kept.")
    assert lines[-1] == "rows read 14, loaded 12, rejected 2, already held 0"


def test_the_trail_keeps_the_mapping_and_the_licence_that_it_claims(extracts, typed):
    mapping = extracts.mapping(CALLS + '[published]\nlicence = "OGL"\nattribution = "By X."\n')
    typed(extracts.csv(GOOD), "--mapping", mapping)
    detail = json.loads(Entry.objects.order_by("-sequence").first().detail)
    assert detail["source"] == "extracts_open"
    assert (detail["mapping"], detail["licence"]) == ("mapping.toml", "OGL")
    assert len(detail["mapping_sha256"]) == 64
    assert [file["rows"] for file in detail["files"]] == [1]


def test_without_a_mapping_the_examples_are_named(extracts, typed):
    with pytest.raises(CommandError, match=r"contact-centre\.toml"):
        typed(extracts.csv(GOOD))


def test_a_mapping_that_cannot_be_used_is_told_before_anything_is_read(extracts, typed):
    with pytest.raises(CommandError, match="perhaps 'call'"):
        typed(extracts.csv(GOOD), "--mapping", extracts.mapping(CALLS.replace('"call"', '"calls"')))


def test_an_example_that_ships_can_be_named_alone(extracts, typed):
    with pytest.raises(CommandError, match="Nothing could be read"):
        typed(extracts.csv(GOOD), "--mapping", "contact-centre.toml")


def test_only_tables_take_a_mapping(extracts, typed, settings):
    with pytest.raises(CommandError, match="takes no mapping"):
        call_command("load", "police_uk", "x", "--mapping", str(extracts.mapping()))
