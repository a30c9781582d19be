"""A heap of happenings about many matters, settled and chased by clocks that jump to and fro.

A third of the matters is met in time, a third late, a third not at all; some sources correct
themselves while it goes on. When nothing is left, every duty must be what the pure function makes
of all that happened, and whatever was noted must stand in the trail once, and in a notice once.
"""

import json
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from unittest.mock import patch

from engines.duties.duty_samples import rule
from engines.duties.kept_samples import worker
from harness.numbered import faults_of_the_chain
from peelian.access.tie import Tie
from peelian.engines.duties.bringing import happenings_of
from peelian.engines.duties.calendars import calendar_of
from peelian.engines.duties.models import Duty, DutyNote
from peelian.engines.duties.numbers import Numbers
from peelian.engines.duties.owners import LineOf, NamedOfficer
from peelian.engines.duties.passing import follow_posts
from peelian.engines.duties.rule import Rule, Step
from peelian.engines.duties.settle import settle
from peelian.engines.duties.tick import PASSED_OVER, tick
from peelian.engines.duties.unfold import unfold
from peelian.engines.duties.unfolded import Event, state_at
from peelian.engines.duties.words import OPEN
from peelian.engines.duties.writing import Pen
from peelian.engines.registers.models import Notice
from peelian.records.happenings import Happening, HappeningKey
from peelian.spine.happenings import What
from peelian.trail.models import Entry
from people import FORCE, employ, make_units

BEGUN = datetime(2026, 3, 27, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)
# The clocks of workers: before the reminders, between them, at the end, after it, long after.
CLOCKS = tuple(BEGUN + HOUR * hours for hours in (0, 17, 19, 22.5, 24, 25, 30, 37, 72, 24 * 40))
END = CLOCKS[-1]
STEPS = (
    Step(-6 * HOUR, NamedOfficer(), "Six hours are left."),
    Step(-2 * HOUR, NamedOfficer(), "Two hours are left."),
    Step(HOUR, LineOf(), "An hour late."),
    Step(12 * HOUR, LineOf(), "Half a day late."),
)
TOGETHER = 40
KINDS = {"late": "late", "escalated": "escalated", "due": "reminder"}


def ruled() -> Rule:
    """A review within a day, with two reminders and two escalations."""
    return rule(steps=STEPS)


@dataclass(frozen=True)
class Chased:
    """So many matters, each with a duty."""

    duties: int
    name: str = "chased"

    def prepare(self) -> None:
        make_units()
        employ("supervisor", "N")
        employ("patrol-officer", "N1", line="post-supervisor")
        worker()
        made = Happening.objects.bulk_create(
            (told for number in range(self.duties) for told in _told(number)), batch_size=500
        )
        HappeningKey.objects.bulk_create(
            (
                HappeningKey(
                    happening=one,
                    force_id=FORCE,
                    name="search_ref",
                    value=one.facts["search_ref"],
                )
                for one in made
            ),
            batch_size=500,
        )

    def work(self, dice: random.Random) -> None:
        by, at = worker(), dice.choice(CLOCKS)
        chosen = dice.random()
        if chosen < 0.5:
            settle((ruled(),), by=by, at=at, most=TOGETHER)
        elif chosen < 0.96:
            tick((ruled(),), by=by, at=at, most=TOGETHER)
        elif chosen < 0.99 and Happening.objects.filter(settled_at=None).exists():
            # Only while there is work anyway: else it would never come to an end.
            _correct(dice, self.duties)
        else:
            follow_posts((ruled(),), by=by, at=at)

    def left(self) -> int:
        waiting = Duty.objects.filter(next_at__lte=END, state__in=sorted(OPEN))
        return Happening.objects.filter(settled_at=None).count() + waiting.count()

    def broken(self) -> list[str]:
        # The last that happened is judged by the last clock, as the worker would at the end.
        while settle((ruled(),), by=worker(), at=END) or tick((ruled(),), by=worker(), at=END):
            pass
        return [
            *_not_as_unfolded(self.duties),
            *_not_once(),
            *_ties(),
            *faults_of_the_chain(),
        ]


class Unwritten(Chased):
    """Broken on purpose: what is noted is not entered in the trail."""

    def work(self, dice: random.Random) -> None:
        with patch.object(Pen, "enter", lambda *_given, **_named: None):
            super().work(dice)


def _told(number: int) -> Iterator[Happening]:
    matter = f"M-{number}"
    yield _happening(What.SEARCHED, matter, BEGUN)
    if number % 3 == 0:
        yield _happening(What.SEARCH_REVIEWED, matter, BEGUN + 20 * HOUR)
    elif number % 3 == 1:
        yield _happening(What.SEARCH_REVIEWED, matter, BEGUN + 28 * HOUR)


def _happening(name: What, matter: str, at: datetime) -> Happening:
    facts = {"search_ref": matter, "officer_ref": "no-patrol-officer", "unit_ref": "N1"}
    return Happening(
        once=f"{name}:{matter}",
        name=str(name),
        record_type="stopsearch",
        record_id=f"search-{matter}",
        force_id=FORCE,
        at=at,
        noted_at=at,
        by="service:tests",
        facts=facts,
    )


def _correct(dice: random.Random, duties: int) -> None:
    """A source takes back that something was reviewed, or says so again."""
    matter = f"M-{dice.randrange(duties)}"
    found = Happening.objects.filter(once=f"{What.SEARCH_REVIEWED}:{matter}")
    taken = found.values_list("withdrawn_at", flat=True).first()
    found.update(withdrawn_at=None if taken else BEGUN, settled_at=None)


def _not_as_unfolded(duties: int) -> Iterator[str]:
    stands = {one.matter: one for one in Duty.objects.all()}
    if len(stands) != duties or Duty.objects.count() != duties:
        yield f"{Duty.objects.count()} duties stand about {len(stands)} of {duties} matters"
    number = Numbers().of(FORCE)
    for matter, duty in stands.items():
        events = [
            Event(one.name, one.at, (one.record_type, one.record_id), one.facts, one.pk)
            for one in happenings_of(ruled(), FORCE, matter)
        ]
        (one,) = unfold(ruled(), events, calendar=calendar_of(FORCE), number=number)
        right = (str(state_at(one, END)), one.due_at, one.done.at if one.done else None)
        if (duty.state, duty.due_at, duty.done_at) != right:
            yield f"{matter} is {duty.state}, right would be {right[0]}"


def _not_once() -> Iterator[str]:
    notes = Counter(DutyNote.objects.values_list("duty", "what"))
    entered: Counter[tuple[str, str]] = Counter()
    for ref, detail in Entry.objects.values_list("record_ref", "detail"):
        entered[ref, json.loads(detail)["what"].removeprefix("duty ")] += 1
    if notes != entered:
        yield f"notes and entries differ: {(notes - entered) or (entered - notes)}"
    sent: Counter[tuple[str, str]] = Counter()
    real = DutyNote.objects.exclude(words=PASSED_OVER).values_list("duty", "what")
    for duty, what in real:
        for kind, begins in KINDS.items():
            if what.startswith(begins):
                sent[duty, kind] += 1
    told = Counter(Notice.objects.values_list("record_id", "kind"))
    if sent != told:
        yield f"what was sent and noted differs: {(sent - told) or (told - sent)}"
    for duty in Duty.objects.all():
        if notes[duty.record_id, "begun"] != 1:
            yield f"{duty.matter} has begun {notes[duty.record_id, 'begun']} times"
        escalated = sum(notes[duty.record_id, f"escalated {place}"] for place in (1, 2))
        if duty.level != escalated:
            yield f"{duty.matter} is at level {duty.level}, {escalated} escalations are noted"
        late_to_the_end = duty.state == "Late"
        if late_to_the_end and escalated != 2:
            yield f"{duty.matter} is late and was escalated {escalated} times"


def _ties() -> Iterator[str]:
    standing = Counter(Tie.objects.filter(ends_at=None).values_list("duty_tie__duty", flat=True))
    for duty in Duty.objects.all():
        right = 2 if duty.state in OPEN else 0
        if standing[duty.record_id] != right:
            yield f"{duty.matter} has {standing[duty.record_id]} ties, right would be {right}"
