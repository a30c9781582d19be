"""What a role is: a plain description, the doors that it opens, what it may do to which rows."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from peelian.access.powers import Power
from peelian.access.verbs import Verb
from peelian.records.protection import Purpose
from peelian.records.schema import Sensitivity

# tied: rows that the holder answers for, has a task on or supervises. scope: rows of the unit for
# which the role is held, and of the units under it; all of the force where it is held for a force.
# force: all rows of the force, for whichever unit the role is held.
Reach = Literal["tied", "scope", "force"]
Door = Literal["force", "commissioner", "inspectorate", "partner", "operator"]

FACTS: frozenset[Sensitivity] = frozenset({"public", "restricted"})
EVERY_FIELD: frozenset[Sensitivity] = frozenset({"public", "restricted", "personal"})


@dataclass(frozen=True)
class Allow:
    """Leave to do these things with these fields of the rows held for these purposes.

    `asks` says that whoever looks at a row only because their post reaches so far is asked why,
    unless a tie already tells it.
    """

    verbs: frozenset[Verb]
    purposes: frozenset[Purpose]
    fields: frozenset[Sensitivity]
    reach: Reach
    asks: bool = False


class Role:
    """One role. Held by a post or by a person, for a force or a unit, from a day to a day."""

    key: ClassVar[str]
    title: ClassVar[str]
    says: ClassVar[str]
    doors: ClassVar[frozenset[Door]]
    allows: ClassVar[tuple[Allow, ...]] = ()
    powers: ClassVar[frozenset[Power]] = frozenset()


def allow(
    *verbs: Verb,
    purposes: tuple[Purpose, ...],
    fields: frozenset[Sensitivity],
    reach: Reach,
    asks: bool = False,
) -> Allow:
    """An `Allow`, written as a sentence."""
    return Allow(frozenset(verbs), frozenset(purposes), fields, reach, asks)
