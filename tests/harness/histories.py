"""The history checker: what many writers were told, checked against the simplest model there is.

A register holds one value. An action that changes it says which value it built on and which it
left, and no value is ever left twice. If every action happened at one moment between its beginning
and its end, then the changes form one chain from the first value to the last, in an order that
agrees with the clock. An update that is lost, or a value read too late, breaks that chain.
"""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

Value = Hashable


@dataclass(frozen=True)
class Step:
    """What one action was told: on which register, the value it saw, and the one it left.

    `wrote` is None for an action that only looked; `register` is None where none was touched.
    """

    name: str
    register: str | None = None
    saw: Value = None
    wrote: Value = None


@dataclass(frozen=True)
class Event:
    """A step of one writer, with its beginning and end on one clock, in nanoseconds."""

    writer: int
    begun: int
    ended: int
    step: Step


def faults_of(events: Iterable[Event], *, first: Value, last: Value) -> list[str]:
    """Why no order of these events on one register explains them; empty if one does.

    `first` is the value before all of them, `last` the one that stands after them.
    """
    every = sorted(events, key=lambda event: event.begun)
    changes = [event for event in every if event.step.wrote is not None]
    faults = _lost(changes)
    if faults:
        return faults
    after = {event.step.saw: event for event in changes}
    chain: list[Event] = []
    value = first
    while value in after and len(chain) < len(changes):
        chain.append(after[value])
        value = chain[-1].step.wrote
    if len(chain) < len(changes):
        stray = next(event for event in changes if event not in set(chain))
        return [f"{_told(stray)}, but nothing ever led to {stray.step.saw!r}"]
    if value != last:
        return [f"the last change left {value!r}, but {last!r} stands"]
    looks = [event for event in every if event.step.wrote is None]
    return _against_the_clock(chain) + _stale(chain, looks, first)


def _lost(changes: Sequence[Event]) -> list[str]:
    """Two changes that built on the same value: one of them is lost."""
    built: dict[Value, Event] = {}
    faults = []
    for event in changes:
        other = built.setdefault(event.step.saw, event)
        if other is not event:
            faults.append(f"lost update: {_told(other)} and {_told(event)}")
    return faults


def _against_the_clock(chain: Sequence[Event]) -> list[str]:
    """Changes that stand after one that began only when they had ended."""
    faults = []
    latest: Event | None = None
    for event in chain:
        if latest is not None and event.ended < latest.begun:
            faults.append(f"{_told(event)} stands after {_told(latest)}, which began later")
        if latest is None or event.begun > latest.begun:
            latest = event
    return faults


def _stale(chain: Sequence[Event], looks: Sequence[Event], first: Value) -> list[str]:
    """Looks at a value that was not there, no longer or not yet."""
    places = {first: 0} | {event.step.wrote: at for at, event in enumerate(chain, start=1)}
    faults = []
    for look in looks:
        place = places.get(look.step.saw)
        if place is None:
            faults.append(f"{_told(look)}, which was never left")
        elif place and chain[place - 1].begun > look.ended:
            faults.append(f"{_told(look)} before that was written")
        elif place < len(chain) and chain[place].ended < look.begun:
            faults.append(f"{_told(look)} though {_told(chain[place])} before")
    return faults


def _told(event: Event) -> str:
    step = event.step
    said = f"writer {event.writer} saw {step.saw!r}"
    return said if step.wrote is None else f"{said} and left {step.wrote!r}"
