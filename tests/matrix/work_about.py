"""Work about records of every standing: duties, notes, assessments and answers, each with words.

Every duty is answered for by the supervisor and stands in a unit of theirs, sealed and conflicting
records included: a page that asked only whose a duty is would show them (T01, T05).
"""

from datetime import timedelta

from django.utils import timezone

from matrix.beside import ASSESSED, Beside
from matrix.canaries import canary
from matrix.planting import Planted
from peelian.engines.duties.models import Duty, DutyNote, ForceSetting
from peelian.engines.duties.work import FEED_HOURS
from peelian.engines.procedures.models import Answer, Assessment
from peelian.records.protection import protection_of
from people import FORCE, NOW

LIST = "L-MATRIX-2"
HERE = "N1"
# Who reads the words of every duty of policing, and who sits in the meeting that decides.
READ_DECISIONS = frozenset(
    {"call-handler", "supervisor", "chief-officer", "standards-investigator", "records-manager"}
)


def _behind(one: Planted, letter: str) -> dict[str, object]:
    """How a row says which record it is about."""
    reference = one.values[protection_of(one.model).reference]
    return {
        "record_id": f"{letter}-{one.record_id}"[:36],
        "source": "typed",
        "force_id": one.force,
        "unit_ref": HERE,
        "month": "2026-03",
        "of_type": one.key,
        "of_id": one.record_id,
        "of_ref": reference,
    }


def put_duty_about(one: Planted) -> list[Beside]:
    """A late task about the record, given yesterday and moved today, with words in every text."""
    told = {
        name: canary(one.key, one.name, str(one.stored), "duty", name)
        for name in ("title", "words", "proof", "moved", "waived")
    }
    row = Duty.objects.create(
        duty_ref=f"D-{one.name}-{one.stored}",
        rule="work.task",
        title=told["title"],
        matter=f"{LIST}-{one.record_id}"[:80],
        list_ref=LIST,
        started_at=timezone.now() - timedelta(days=1),
        due_at=timezone.now() - timedelta(hours=1),
        state="Late",
        risk="high",
        post_ref="post-supervisor",
        officer_ref="no-supervisor",
        authority="The force's own work",
        words=told["words"],
        proof=told["proof"],
        **_behind(one, "d"),
    )
    DutyNote.objects.bulk_create(
        DutyNote(
            duty=row,
            what=what,
            at=timezone.now(),
            by="person:somebody",
            to_post=to_post,
            words=f"from {since}: {told[word]}",
        )
        for what, to_post, since, word in (
            ("moved", "post-supervisor", "post-investigator", "moved"),
            ("waived", "", "post-supervisor", "waived"),
        )
    )
    return [
        Beside(word, f"{name} of a duty about {one.key} '{one.name}'", record=one, handled=kind)
        for name, word in told.items()
        for kind in ("public" if name == "title" else "personal",)
    ]


def put_assessment_about(one: Planted) -> list[Beside]:
    """An assessment of the record with an answer, drawn for a second look."""
    texts = ("reasons", "refusal_words", "correction")
    told = {
        name: canary(one.key, one.name, str(one.stored), "assessment", name)
        for name in (*texts, "answer")
    }
    row = Assessment.objects.create(
        assessment_ref=f"A-{one.name}-{one.stored}",
        procedure=ASSESSED,
        asked_version=1,
        made_at=NOW,
        officer_ref="no-analyst",
        outcome="Completed",
        drawn=True,
        **{name: told[name] for name in texts},
        **_behind(one, "a"),
    )
    Answer.objects.create(
        assessment_id=row.record_id,
        procedure=ASSESSED,
        asked_version=1,
        question="said",
        status="Answered",
        words=told["answer"],
        **_behind(one, "w"),
    )
    return [
        Beside(word, f"{name} of an assessment of {one.key} '{one.name}'", record=one)
        for name, word in told.items()
    ]


def put_decision() -> list[Beside]:
    """What a meeting has decided about no record: for whoever supervises, and readers of words."""
    word = canary("decision", "words")
    Duty.objects.create(
        record_id="decision-of-the-matrix",
        source="typed",
        force_id=FORCE,
        rule="work.decision",
        title="A decision to carry out",
        matter="L-DECISION",
        list_ref="L-DECISION",
        month="2026-03",
        started_at=timezone.now() - timedelta(hours=3),
        due_at=timezone.now() + timedelta(days=2),
        state="Running",
        unit_ref="N",
        post_ref="post-supervisor",
        officer_ref="no-supervisor",
        authority="The force's own work",
        of_type="decision",
        of_id="decision-1",
        words=word,
    )
    return [Beside(word, "words of a decision", READ_DECISIONS)]


def put_setting() -> list[Beside]:
    """Where the force says how many hours a feed may be late."""
    word = canary("setting", "authority")
    ForceSetting.objects.create(
        force_id=FORCE,
        key=FEED_HOURS.key,
        value=5,
        authority=word,
        starts_on=NOW.date(),
        set_by="person:somebody",
        set_at=NOW,
    )
    readers = {"supervisor", "chief-officer", "people-services", "administrator"}
    return [Beside(word, "authority of a setting", frozenset(readers))]
