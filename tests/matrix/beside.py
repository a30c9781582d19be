"""What stands beside records, with words of its own: files, people, changes, reasons, notices."""

import json
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from matrix.canaries import canary
from matrix.expected import Handled
from matrix.planting import Planted
from peelian import catalogue
from peelian.access.glass import BrokenGlass
from peelian.access.held import RoleHeld
from peelian.access.share import Share
from peelian.engines.duties.models import Duty
from peelian.engines.procedures.drafts import Body, begin
from peelian.engines.procedures.models import Assessment, Draft
from peelian.engines.registers.exporting import ask_export
from peelian.engines.registers.models import Attachment, Export, Notice, ReasonGiven, Revision
from peelian.engines.registers.vault import keep
from peelian.records.store.reader import open_reader
from peelian.spine.person import Involvement
from peelian.trail.append import append
from peelian.trail.particulars import Particulars
from peelian.trail.verbs import Verb
from people import FORCE, NOW, Force

# The guided assessment of which there is one in the matrix, and a draft.
ASSESSED = "vulnerability.dash"
LONG_AGO = NOW - timedelta(days=400)


@dataclass(frozen=True)
class Beside:
    """A word that is no field: shown to `readers`, and to whoever sees such fields of `record`."""

    word: str
    what: str
    readers: frozenset[str] = frozenset()
    record: Planted | None = None
    handled: Handled = "personal"


def put_file(one: Planted) -> list[Beside]:
    """A file of the record, with a word in its name and one in its content."""
    name, content = canary(one.key, one.name, "file name"), canary(one.key, one.name, "content")
    digest = keep(settings.ATTACHMENTS_ROOT, content.encode())
    Attachment.objects.create(
        record_type=one.key,
        record_id=one.record_id,
        name=f"{name}.txt",
        kind="text/plain",
        size=len(content),
        sha256=digest,
        at=timezone.now(),
        by="service:tests",
    )
    return [Beside(name, "name of a file", record=one), Beside(content, "a file", record=one)]


def put_people(one: Planted) -> list[Beside]:
    """Somebody who has a part in the record."""
    words = {name: canary(one.key, one.name, name) for name in ("person_key", "part", "basis")}
    Involvement.objects.create(
        record_id=f"part-{one.name}-{one.stored}",
        source="typed",
        force_id=one.force,
        record_type=one.key,
        reference=one.words["investigation_ref"],
        recorded_on=NOW.date(),
        **words,
    )
    return [Beside(word, f"{name} of a part", record=one) for name, word in words.items()]


def put_change(one: Planted) -> list[Beside]:
    """A change of a personal field and a public one, each from a word to a word, with a reason."""
    said = {
        side: {name: canary(one.key, one.name, side, name) for name in ("summary", "offence")}
        for side in ("before", "after")
    }
    reason = canary(one.key, one.name, "reason of a change")
    Revision.objects.create(
        record_type=one.key,
        record_id=one.record_id,
        version=2,
        at=timezone.now(),
        by="service:tests",
        reason=reason,
        before=json.dumps(said["before"]),
        after=json.dumps(said["after"]),
    )
    return [
        Beside(reason, "reason of a change", record=one),
        *(
            Beside(said[side]["summary"], f"summary {side} a change", record=one)
            for side in ("before", "after")
        ),
    ]


def put_looks(force: Force, one: Planted) -> list[Beside]:
    """Reasons that people gave and entries of the trail: for themselves and for reviewers."""
    reviewers = frozenset({"trail-reviewer", "standards-investigator"})
    reason, glass, entry = (canary(one.key, "look", what) for what in ("reason", "glass", "entry"))
    about = {"record_type": one.key, "record_id": one.record_id}
    ReasonGiven.objects.create(
        user=force["call-handler"], reason="task", words=reason, at=LONG_AGO, **about
    )
    BrokenGlass.objects.create(
        user=force["patrol-officer"], reason="life", words=glass, starts_at=LONG_AGO, **about
    )
    with transaction.atomic():
        append(
            actor="person:somebody",
            verb=Verb.CONSULTED,
            ref=(one.key, one.record_id),
            detail=Particulars(reason=entry).detail(),
            at=timezone.now(),
        )
    return [
        Beside(reason, "words of a reason", reviewers | {"call-handler"}),
        Beside(glass, "words over broken glass", reviewers | {"patrol-officer"}),
        Beside(entry, "reason in the trail", reviewers),
    ]


def put_rights(force: Force, shared: Planted) -> list[Beside]:
    """Why roles were given and records shared: for those who give and share."""
    role, purpose, basis = (canary("rights", what) for what in ("role", "purpose", "basis"))
    RoleHeld.objects.create(
        user=force["panel-member"],
        role="panel-member",
        force_id=FORCE,
        starts_at=LONG_AGO,
        given_by="service:tests",
        reason=role,
    )
    Share.objects.create(
        force_id=FORCE,
        partner_ref="P",
        record_type=shared.key,
        record_id=shared.record_id,
        fields="offence,state",
        purpose=purpose,
        basis=basis,
        made_by="service:tests",
        starts_at=LONG_AGO,
        ends_at=timezone.now() + timedelta(days=30),
    )
    return [
        Beside(role, "reason of a role", frozenset({"administrator", "panel-member"})),
        Beside(purpose, "purpose of a share", frozenset({"chief-officer", "partner"})),
        Beside(basis, "basis of a share", frozenset({"chief-officer", "partner"})),
    ]


def put_export(force: Force, model: type) -> tuple[Export, list[Beside]]:
    """An export of the supervisor's, made and not fetched; its words are theirs."""
    words = canary("export", "words")
    made = ask_export(
        force["supervisor"],
        model,
        open_reader(settings.STORE_ROOT),
        reason="task",
        words=words,
        at=timezone.now(),
    )
    return made, [Beside(words, "words of an export", frozenset({"supervisor"}))]


def put_notice(force: Force, reader: str, one: Planted) -> Notice:
    """A line on somebody's first page about a record."""
    return Notice.objects.create(
        user=force[reader],
        kind="changed",
        record_type=one.key,
        record_id=one.record_id,
        text="A record that you follow has changed.",
        at=timezone.now(),
    )


def put_draft(force: Force, one: Planted) -> tuple[Draft, list[Beside]]:
    """An assessment of the record that the supervisor has begun, with a word in it."""
    word = canary(one.key, one.name, "draft")
    procedure = next(made for made in catalogue.procedures() if made.key == ASSESSED)
    body = Body(refusal=procedure.refusals[0].key, refusal_words=word, offered=True)
    draft = begin(
        procedure, body, record_id=one.record_id, actor=force["supervisor"], at=timezone.now()
    )
    return draft, [Beside(word, "words of a draft", frozenset({"supervisor"}))]


def put_assessment(one: Planted) -> tuple[Assessment, list[Beside]]:
    """One that the supervisor has made of the record, with a word in its reasons."""
    word = canary(one.key, one.name, "reasons of an assessment")
    made = Assessment.objects.create(
        record_id="assessment-of-the-matrix",
        source="typed",
        force_id=FORCE,
        of_type=one.key,
        of_id=one.record_id,
        procedure=ASSESSED,
        asked_version=1,
        made_at=NOW,
        month="2026-03",
        officer_ref="no-supervisor",
        outcome="Completed",
        reasons=word,
    )
    readers = ("supervisor", "call-handler", "standards-investigator", "records-manager")
    return made, [Beside(word, "reasons of an assessment", frozenset(readers))]


def put_duty(one: Planted) -> tuple[Duty, list[Beside]]:
    """A duty of the supervisor about the record, with a word in what is asked of them."""
    word = canary(one.key, one.name, "words of a duty")
    made = Duty.objects.create(
        record_id="duty-of-the-matrix",
        source="typed",
        force_id=FORCE,
        duty_ref="D-MATRIX",
        rule="work.task",
        title="A task of the matrix",
        matter="L-MATRIX-1",
        list_ref="L-MATRIX",
        month="2026-03",
        started_at=NOW,
        due_at=timezone.now() + timedelta(days=3),
        state="Running",
        unit_ref="N",
        post_ref="post-supervisor",
        officer_ref="no-supervisor",
        authority="The force's own work",
        of_type=one.key,
        of_id=one.record_id,
        words=word,
    )
    readers = ("supervisor", "call-handler", "standards-investigator", "records-manager")
    return made, [Beside(word, "words of a duty", frozenset(readers))]
