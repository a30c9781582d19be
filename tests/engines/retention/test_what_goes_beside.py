"""What says something of a record goes with it: duties, assessments, answers, what happened."""

from datetime import timedelta

import pytest
from django.conf import settings

from engines.retention.keeping_samples import CANARY, OVER, confirm, propose
from peelian.engines.duties.models import Duty, DutyNote, Matter
from peelian.engines.procedures.models import Answer, Assessment, Draft
from peelian.engines.retention.erasing import preview
from peelian.engines.retention.finishing import finish_erasures
from peelian.engines.retention.models import Tombstone
from peelian.records.happenings import Happened, Happening, HappeningKey, happen
from peelian.records.mirror import mirror
from peelian.records.store.lock import writing
from peelian.records.store.reader import open_reader
from people import FORCE, NOW, investigation
from records.test_erase import files_with

ABOUT = {"source": "typed", "force_id": FORCE, "of_type": "investigation", "month": "2019-01"}


def happened(ref, record_type="investigation", record_id=None):
    happen(
        Happened(
            name="victim-updated",
            ref=(record_type, record_id or f"investigation-{ref}"),
            force_id=FORCE,
            at=NOW,
            keys={"investigation_ref": ref},
        ),
        by="x",
        noted_at=NOW,
    )


def hang(ref, writer):
    """One of each on an investigation; the canary stands in whatever has words."""
    about = {**ABOUT, "of_id": f"investigation-{ref}"}
    words = CANARY if ref == "A" else "words"
    duty = Duty.objects.create(
        **about,
        record_id=f"duty-{ref}",
        rule="victims.update",
        title="Tell the victim",
        matter=ref,
        started_at=NOW,
        state="Met",
        authority="The Code",
        proof=words,
    )
    DutyNote.objects.create(duty=duty, what="begun", at=NOW, by="x", words=words)
    Matter.objects.create(force_id=FORCE, rule="victims.update", matter=ref)
    Assessment.objects.create(
        **about,
        record_id=f"assessment-{ref}",
        procedure="dash",
        asked_version=1,
        made_at=NOW,
        outcome="Completed",
        reasons=words,
    )
    Answer.objects.create(
        **{**about, "of_type": "assessment", "of_id": f"assessment-{ref}"},
        record_id=f"answer-{ref}",
        assessment_id=f"assessment-{ref}",
        procedure="dash",
        asked_version=1,
        question="afraid",
        status="Answered",
        words=words,
    )
    Draft.objects.create(
        user=writer,
        procedure="dash",
        assessment_id=f"draft-{ref}",
        of_type="investigation",
        of_id=f"investigation-{ref}",
        asked_version=1,
        body=words,
        begun_at=NOW,
        saved_at=NOW,
    )
    happened(ref)
    happened(ref, "assessment", f"assessment-{ref}")


@pytest.fixture
def two(force, root):
    """Two investigations with the same things about them, mirrored; one is proposed to go."""
    for ref in "AB":
        investigation(ref, closed_on=OVER)
        hang(ref, force["investigator"])
    mirror(root, at=NOW)
    tables = open_reader(root)
    return propose(force["records-manager"], "investigation-A", tables), tables


def left():
    """What is still there, by the last letter of its address."""
    return {
        model.__name__: sorted(str(one)[-1] for one in model.objects.values_list(name, flat=True))
        for model, name in (
            (Duty, "record_id"),
            (DutyNote, "duty_id"),
            (Matter, "matter"),
            (Assessment, "record_id"),
            (Answer, "record_id"),
            (Draft, "of_id"),
            (Happening, "record_id"),
            (HappeningKey, "value"),
        )
    }


def test_the_preview_counts_them(force, two):
    proposal, tables = two

    counted = dict(preview(proposal, actor=force["second"], at=NOW, tables=tables).counted)

    assert counted == {
        "reviews": 1,
        "things that happened to it": 2,
        "drafts of assessments": 1,
        "duties": 1,
        "assessments": 1,
        "answers": 1,
    }


def test_they_go_from_tables_and_files_and_those_of_others_stay(force, two, tmp_path):
    proposal, tables = two
    assert files_with(tmp_path, CANARY)

    confirm(force["second"], proposal, tables)

    assert files_with(tmp_path, CANARY) == []
    assert left() == {
        "Duty": ["B"],
        "DutyNote": ["B"],
        "Matter": ["B"],
        "Assessment": ["B"],
        "Answer": ["B"],
        "Draft": ["B"],
        "Happening": ["B", "B"],
        "HappeningKey": ["B", "B"],
    }
    now = open_reader(settings.STORE_ROOT)
    for model in (Duty, Assessment, Answer):
        assert len(now.to_arrow(now.table(model))) == 1
    mirror(settings.STORE_ROOT, at=NOW + timedelta(minutes=1))
    assert files_with(tmp_path, CANARY) == []


def test_the_tombstone_names_the_record_alone(force, two):
    proposal, tables = two
    confirm(force["second"], proposal, tables)
    (stone,) = Tombstone.objects.all()
    assert (stone.record_type, stone.left) == ("investigation", "")


def test_what_a_worker_notes_while_a_load_keeps_the_files_goes_with_them(force, two):
    proposal, tables = two
    with writing(settings.STORE_ROOT):
        confirm(force["second"], proposal, tables)
        happened("A")
    assert Happening.objects.filter(record_id="investigation-A").exists()

    assert finish_erasures(at=NOW).done == 1
    assert not Happening.objects.filter(record_id="investigation-A").exists()


def test_an_assessment_whose_answers_became_the_record_goes_too(force, two):
    """The answers say what the record says."""
    Assessment.objects.filter(record_id="assessment-B").update(made_id="investigation-A")
    proposal, tables = two
    assert preview(proposal, actor=force["second"], at=NOW, tables=tables).beside == (
        ("answer", "answer-A"),
        ("answer", "answer-B"),
        ("assessment", "assessment-A"),
        ("assessment", "assessment-B"),
        ("duty", "duty-A"),
    )
