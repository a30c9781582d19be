"""Deeds on duties: one begins by what happened, and what is sent once its time is over."""

import json
from collections import Counter
from datetime import timedelta
from typing import ClassVar

from engines.duties.duty_samples import rule
from engines.duties.kept_samples import tell_at, worker
from harness.database import OwnDatabase
from harness.kills import BEFORE_REPLY, CrashPoint, Found
from harness.numbered import faults_of_the_chain, moment
from peelian.access.tie import Tie
from peelian.engines.duties.models import Duty, DutyNote
from peelian.engines.duties.owners import LineOf, NamedOfficer
from peelian.engines.duties.rule import Rule, Step
from peelian.engines.duties.settle import settle
from peelian.engines.duties.tick import tick
from peelian.engines.registers.models import Notice
from peelian.trail.models import Entry
from people import employ, make_units

APPEND = "peelian.engines.duties.writing:append"
NOTIFY = "peelian.engines.duties.writing:notify"
# Each deed ends long before the next one's clock does.
LATER = timedelta(days=30)


def ruled() -> Rule:
    """A review within a day: one reminder, one escalation."""
    return rule(
        steps=(
            Step(timedelta(hours=-2), NamedOfficer(), "Two hours are left."),
            Step(timedelta(hours=1), LineOf(), "An hour late."),
        )
    )


class Duties:
    """In turn: something happens and its duty begins; its time is over and two people are told.

    A beginning is a duty, a note, two ties and an entry; being late two notes, two notices and two
    entries.
    """

    name = "duties"
    POINTS: ClassVar[tuple[CrashPoint, ...]] = (
        CrashPoint("before-duty", "peelian.engines.duties.models:Duty.save", "before"),
        CrashPoint("after-duty", "peelian.engines.duties.models:Duty.save", "after"),
        CrashPoint("after-note", "peelian.engines.duties.models:DutyNote.save", "after"),
        CrashPoint("after-tie", "peelian.engines.duties.writing:Pen._tie", "after"),
        CrashPoint("before-notice", NOTIFY, "before"),
        CrashPoint("after-notice", NOTIFY, "after"),
        CrashPoint("before-trail", APPEND, "before"),
        CrashPoint("after-trail", APPEND, "after"),
        BEFORE_REPLY,
    )

    def prepare(self, place: OwnDatabase) -> None:
        make_units()
        employ("supervisor", "N")
        employ("patrol-officer", "N1", line="post-supervisor")
        worker()

    def do(self, number: int, place: OwnDatabase) -> None:
        if number % 2:
            at = moment(number)
            # Told twice where the deed before died between the two: it happened once.
            tell_at(at, matter=str(number), once=f"deed-{number}")
            settle((ruled(),), by=worker(), at=at)
        else:
            tick((ruled(),), by=worker(), at=moment(number - 1) + LATER)

    def find(self, first: int, place: OwnDatabase) -> Found:
        whole, half = set(), set()
        notes = Counter(DutyNote.objects.values_list("duty__matter", "what"))
        said = Counter(
            (detail["matter"], detail["what"].removeprefix("duty "))
            for detail in map(json.loads, Entry.objects.values_list("detail", flat=True))
        )
        ties = Counter(Tie.objects.values_list("duty_tie__duty__matter", flat=True))
        told = Counter(Notice.objects.values_list("record_id", "kind"))
        faults = (
            [] if notes == said else [f"notes and entries differ: {notes - said or said - notes}"]
        )
        for duty in Duty.objects.all():
            number = int(duty.matter)
            begun = (notes[duty.matter, "begun"], ties[duty.matter])
            (whole if begun == (1, 2) else half).add(number)
            sent = (
                notes[duty.matter, "late"],
                notes[duty.matter, "escalated 1"],
                told[duty.record_id, "late"],
                told[duty.record_id, "escalated"],
                duty.level,
                int(duty.state == "Late"),
            )
            if any(sent):
                (whole if set(sent) == {1} else half).add(number + 1)
        return Found(
            whole=frozenset(number for number in whole if number >= first),
            half=frozenset(number for number in half if number >= first),
            faults=(*faults, *(faults_of_the_chain() if first == 1 else ())),
        )
