"""Whose rule a duty is. Only what is a force's own policy can be waived."""

from dataclasses import dataclass
from enum import StrEnum


class Weight(StrEnum):
    """How binding a rule is, heaviest first."""

    STATUTE = "statute"
    CODE = "statutory code"
    GUIDANCE = "national guidance"
    POLICY = "force policy"
    DEFAULT = "Peelian's default"


@dataclass(frozen=True)
class Authority:
    """Where a rule stands: its weight and the place, as "PACE 1984 s47ZB(4)(a)".

    A default of ours stands only where a force has to set its own; it binds nobody and can be
    waived as its policy can.
    """

    weight: Weight
    source: str

    @property
    def can_be_waived(self) -> bool:
        """Whether a person may say that the rule does not hold in one case."""
        return self.weight in (Weight.POLICY, Weight.DEFAULT)
