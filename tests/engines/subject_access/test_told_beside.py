"""Duties and assessments of a person's records are told with them, as far as the preparer sees."""

import pytest

from engines.subject_access.asking_samples import KEY, MODELS
from peelian.access.giving.seals import seal
from peelian.areas.investigation.models import Investigation
from peelian.engines.duties.models import Duty, DutyNote
from peelian.engines.procedures.models import Answer, Assessment
from peelian.engines.subject_access.causes import BESIDE, NOTES
from peelian.engines.subject_access.gathering import gather
from peelian.engines.subject_access.lines import lines_of
from peelian.engines.subject_access.words import Cause
from people import FORCE, NOW

ABOUT = {"source": "typed", "force_id": FORCE, "of_type": "investigation", "month": "2026-03"}


@pytest.fixture
def beside(world):
    """A duty and an assessment of investigation A, and one of C, which is about somebody else."""
    for ref in "AC":
        about = {**ABOUT, "of_id": f"investigation-{ref}", "unit_ref": "N1"}
        duty = Duty.objects.create(
            **about,
            record_id=f"duty-{ref}",
            duty_ref=f"D-{ref}",
            rule="victims.update",
            title="Tell the victim how it stands",
            matter=ref,
            started_at=NOW,
            state="Met",
            authority="The Code",
            proof=f"Told by telephone of {ref}",
        )
        DutyNote.objects.create(duty=duty, what="moved 1", at=NOW, by="x", words=f"ill in {ref}")
        Assessment.objects.create(
            **about,
            record_id=f"assessment-{ref}",
            procedure="dash",
            asked_version=1,
            made_at=NOW,
            outcome="Completed",
            person_key=KEY if ref == "A" else "L",
        )
        Answer.objects.create(
            **about,
            record_id=f"answer-{ref}",
            assessment_id=f"assessment-{ref}",
            procedure="dash",
            asked_version=1,
            question="afraid",
            status="Answered",
            words=f"words of {ref}",
        )
    return world


def told(world, request, tables):
    models = (*MODELS, *BESIDE)
    keeper = world["records-manager"]
    gather(request, models=models, actor=keeper, at=NOW, tables=tables)
    found = lines_of(request, models=models, actor=keeper, at=NOW, tables=tables)
    return {(one.record.record_id, line.card.name): line for one in found for line in one.lines}


def test_what_is_about_a_record_of_the_person_is_gathered_and_nothing_of_others(
    beside, request_, tables
):
    lines = told(beside, request_, tables)

    assert {address for address, _field in lines} >= {"duty-A", "assessment-A", "answer-A"}
    assert not {address for address, _field in lines if address.endswith("-C")}
    assert lines["duty-A", "proof"].value == "Told by telephone of A"
    assert lines["answer-A", "words"].value == "words of A"


def test_what_was_noted_of_a_duty_is_a_line_of_it_and_names_staff(beside, request_, tables):
    line = told(beside, request_, tables)["duty-A", NOTES]

    assert (line.value, line.line.cause) == ("moved 1: ill in A", Cause.OFFICER)
    assert not line.stale


def test_a_record_that_is_sealed_from_the_preparer_takes_them_along(beside, request_, tables):
    seal(
        record=Investigation.objects.get(record_id="investigation-A"),
        members=[beside["second"]],
        reason="a source",
        actor=beside["standards-investigator"],
        at=NOW,
    )
    assert not {
        address for address, _field in told(beside, request_, tables) if address.endswith("-A")
    }
