"""What is sent around the end of a duty's time, under which name, and when to look next.

The steps of a rule before the end are "reminder 1", "reminder 2", those at or after it "escalated
1", "escalated 2", in the order of their moments. Each is noted once for each end of the time.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from peelian.engines.duties.models import Duty
from peelian.engines.duties.rule import Rule, Step
from peelian.engines.duties.unfolded import Unfolded
from peelian.engines.duties.words import OPEN, State

NONE = timedelta()


@dataclass(frozen=True)
class Named:
    """A step with the name under which it is noted."""

    name: str
    step: Step

    @property
    def reminds(self) -> bool:
        """Whether it comes before the end."""
        return self.step.after < NONE


def named_steps(rule: Rule) -> Iterator[Named]:
    """The steps of a rule in the order of their moments."""
    reminders = escalations = 0
    for step in sorted(rule.steps, key=lambda one: one.after):
        if step.after < NONE:
            reminders += 1
            yield Named(f"reminder {reminders}", step)
        else:
            escalations += 1
            yield Named(f"escalated {escalations}", step)


def next_look(
    duty: Duty, rule: Rule, unfolded: Unfolded | None, sent: Collection[str], *, at: datetime
) -> datetime | None:
    """When the duty must be looked at again: for a step, its end, or what is known to come then.

    `sent` are the names of the steps noted for this end. None where only news can change it.
    """
    if duty.state not in OPEN:
        return None
    moments = list(_known_to_come(unfolded, at)) if unfolded is not None else []
    if duty.due_at is not None:
        moments += [
            duty.due_at + one.step.after for one in named_steps(rule) if one.name not in sent
        ]
        if duty.state == State.RUNNING:
            moments.append(duty.due_at)
    return min(moments, default=None)


def _known_to_come(unfolded: Unfolded, at: datetime) -> Iterator[datetime]:
    """Moments still ahead that the source has told already: an end, a pause."""
    told = (
        unfolded.done.at if unfolded.done else None,
        unfolded.ended.at if unfolded.ended else None,
        unfolded.paused_since,
    )
    yield from (moment for moment in told if moment is not None and moment > at)
