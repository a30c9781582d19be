"""How long a duty runs, as law and policy write it: the grammar, without any calculation.

A day is a local day, midnight to midnight. A period "beginning with" a day counts that day as the
first; one "after" a day begins on the next. A working day is Monday to Friday outside the bank
holidays of the force's part of the United Kingdom. See `reckoning` for what is made of it.
"""

from dataclasses import dataclass
from typing import Literal

from peelian.engines.duties.settings import Setting

Counting = Literal["after", "beginning with"]


@dataclass(frozen=True)
class FromRecord:
    """A number that the record itself states, by the name of the fact: a plan's own frequency."""

    fact: str


# A number that is the same for all, one that a force sets, or one that the record states.
Length = int | Setting | FromRecord


@dataclass(frozen=True)
class Minutes:
    """So many minutes of true time, nights and weekends included."""

    number: Length


@dataclass(frozen=True)
class Hours:
    """So many hours of true time, nights and weekends included."""

    number: Length


@dataclass(frozen=True)
class Days:
    """To the end of a calendar day."""

    number: Length
    counting: Counting = "after"


@dataclass(frozen=True)
class WorkingDays:
    """To the end of a working day."""

    number: Length
    counting: Counting = "after"


@dataclass(frozen=True)
class Months:
    """To the end of a day some calendar months later, or the last one of a shorter month."""

    number: Length
    counting: Counting = "after"


@dataclass(frozen=True)
class OnDay:
    """To the end of the day that the record states, by the name of the fact (YYYY-MM-DD)."""

    fact: str


@dataclass(frozen=True)
class AtMoment:
    """Until the moment that the record states, by the name of the fact (ISO 8601, with zone)."""

    fact: str


@dataclass(frozen=True)
class DependsOn:
    """One clock where a fact has one of these values, another one where it has not."""

    fact: str
    values: tuple[str | int | bool, ...]
    then: "Clock"
    otherwise: "Clock"


@dataclass(frozen=True)
class Earliest:
    """Whichever of several ends first."""

    of: tuple["Clock", ...]


Clock = Minutes | Hours | Days | WorkingDays | Months | OnDay | AtMoment | DependsOn | Earliest
