"""`peelian trail verify|checkpoint|export|key`, as whoever answers for the trail meets it."""

import json
from datetime import UTC, datetime

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection, transaction

from peelian.trail import triggers
from peelian.trail.append import append
from peelian.trail.keys import public_keys
from peelian.trail.models import Checkpoint, Entry

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def away(tmp_path, settings):
    settings.PEELIAN_HOME = tmp_path / "home"
    settings.CHECKPOINT_KEYS = tmp_path / "keys"
    settings.CHECKPOINT_PLACES = (tmp_path / "away",)
    (tmp_path / "away").mkdir()
    with transaction.atomic():
        for number in range(5):
            append(
                actor="person:1",
                verb="altered",
                ref=("crime", f"é{number}"),
                detail={},
                at=datetime(2026, 3, 1, 9, number, tzinfo=UTC),
            )
    return tmp_path / "away"


def trail(capsys, *words):
    call_command("trail", *map(str, words))
    return capsys.readouterr().out


def test_a_checkpoint_is_made_on_request(capsys):
    assert trail(capsys, "checkpoint").startswith("Checkpoint 1 signs entry 5: ")
    assert trail(capsys, "checkpoint") == "No entry has been written since the last checkpoint.\n"


def test_a_place_out_of_reach_is_named(capsys, away):
    away.rmdir()

    with pytest.raises(CommandError, match="Checkpoints that wait to be sent: 1"):
        trail(capsys, "checkpoint")

    assert f"{away} cannot be written" in capsys.readouterr().out
    assert Checkpoint.objects.get().delivered_at is None


def test_a_trail_that_holds(capsys, away):
    trail(capsys, "checkpoint")

    said = trail(capsys, "verify", "--checkpoints", away)

    assert "Entries: 5. Checkpoints: 1. Read in " in said
    assert said.endswith("The trail is whole, and up to entry 5 it is what was signed.\n")


def test_before_the_first_checkpoint_only_the_chain_is_vouched_for(capsys, away):
    said = trail(capsys, "verify")

    assert f"Remark: Nothing has been sent to {away} yet." in said
    assert "Remark: No checkpoint was read" in said
    assert said.endswith("The chain is whole.\n")


def test_a_trail_that_does_not_hold_fails_the_command(capsys):
    trail(capsys, "checkpoint")
    triggers.remove(connection)
    Entry.objects.filter(sequence__gt=3).delete()
    triggers.install(connection)

    with pytest.raises(CommandError, match=r"does not hold\. Faults: 1"):
        trail(capsys, "verify")

    assert (
        "Fault: The trail ends with entry 3, but checkpoint 1 signed entry 5"
        in capsys.readouterr().out
    )


def test_the_key_printed_is_the_key_that_verifies(capsys, tmp_path):
    trail(capsys, "checkpoint")
    (tmp_path / "key.pem").write_text(trail(capsys, "key"))

    said = trail(capsys, "verify", "--key", tmp_path / "key.pem")

    assert "The trail is whole" in said
    assert len(public_keys([tmp_path / "key.pem"])) == 1


def test_another_key_is_not_trusted(capsys, tmp_path, settings):
    trail(capsys, "checkpoint")
    settings.CHECKPOINT_KEYS = tmp_path / "others"
    (tmp_path / "key.pem").write_text(trail(capsys, "key"))

    with pytest.raises(CommandError, match="does not hold"):
        trail(capsys, "verify", "--key", tmp_path / "key.pem")

    assert "which is none of those to be trusted" in capsys.readouterr().out


def test_an_export_is_itself_in_the_trail_and_in_the_export(capsys, tmp_path):
    file = tmp_path / "trail.jsonl"

    said = trail(capsys, "export", file, "--reason", "yearly check")

    assert said == f"6 entries written to {file}, this export among them.\n"
    assert file.stat().st_mode & 0o777 == 0o600
    last = json.loads(file.read_text().splitlines()[-1])
    assert (last["verb"], last["record_type"], last["record_ref"]) == (
        "disclosed",
        "trail",
        "export",
    )
    assert json.loads(last["detail"]) == {
        "file": "trail.jsonl",
        "reason": "yearly check",
        "result": "done",
    }


def test_an_export_writes_over_nothing(capsys, tmp_path):
    (tmp_path / "kept").write_text("mine")

    with pytest.raises(CommandError, match="is there already"):
        trail(capsys, "export", tmp_path / "kept")

    assert (tmp_path / "kept").read_text() == "mine"
    assert Entry.objects.count() == 5
