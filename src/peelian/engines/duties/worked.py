"""Works the examples of a rule: what happened, by local clocks, and what then holds.

An example states one duty. Where several follow from what happened, it is the one that began last
(and of those the first in the order of whom they are towards).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from peelian.engines.duties.calendars import A_DAY, Calendar, midnight, wall
from peelian.engines.duties.rule import Example, Rule
from peelian.engines.duties.settings import Setting
from peelian.engines.duties.unfold import Event, Unfolded, state_at, unfold
from peelian.records.derive import CALENDAR_ZONE
from peelian.records.happenings import Fact

# What an example writes as its state where nothing follows: a rule that is not in force then.
NO_DUTY = "No duty"


@dataclass(frozen=True)
class Held:
    """What an example says and what its rule makes of it, both in the words of examples."""

    says: str
    due: str
    state: str
    found_due: str
    found_state: str

    @property
    def is_right(self) -> bool:
        """Whether the rule does what its example says."""
        return (self.due, self.state) == (self.found_due, self.found_state)


def worked(rule: Rule, *, numbers: Mapping[str, int] | None = None) -> tuple[Held, ...]:
    """Every example of a rule, worked with its settings at Peelian's defaults.

    `numbers` sets some of them otherwise, by key. Working days are those of England and Wales.
    """
    return tuple(_held(rule, one, numbers or {}) for one in rule.examples)


def unfolded_in(rule: Rule, example: Example, numbers: Mapping[str, int]) -> Unfolded | None:
    """The duty that an example is about; None where none follows."""

    def number(setting: Setting, _day: date) -> int:
        return numbers.get(setting.key, setting.default)

    events = [
        Event(
            str(name),
            _moment(when),
            ("example", str(place)),
            _with_matter(rule, facts),
            sequence=place,
        )
        for place, (when, name, facts) in enumerate(example.happened)
    ]
    found = unfold(rule, events, calendar=Calendar(), number=number)
    return max(reversed(found), key=lambda duty: duty.started.at, default=None)


def _held(rule: Rule, example: Example, numbers: Mapping[str, int]) -> Held:
    duty = unfolded_in(rule, example, numbers)
    if duty is None:
        return Held(example.says, example.due, example.state, "", NO_DUTY)
    return Held(
        example.says,
        example.due,
        example.state,
        _written(duty.due_at, example.due),
        str(state_at(duty, _moment(example.seen))),
    )


def _with_matter(rule: Rule, facts: Mapping[str, Fact]) -> dict[str, Fact]:
    """Keys are facts too: an example that names none is about one matter."""
    return {rule.about: "A-1", **facts}


def _moment(text: str) -> datetime:
    """A local time as "2026-03-27 14:00", or the first moment of a day as "2026-03-27"."""
    moment = datetime.fromisoformat(text)
    return moment.replace(tzinfo=CALENDAR_ZONE).astimezone(UTC)


def _written(due: datetime | None, like: str) -> str:
    """An end as the example writes it: the last day, or the moment up to which there is time."""
    if due is None:
        return ""
    is_day = len(like) == len("2026-03-27")
    if is_day and due == midnight(wall(due).date()):
        return f"{wall(due).date() - A_DAY}"
    return f"{wall(due):%Y-%m-%d %H:%M}"
