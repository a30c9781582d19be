"""What can speak for a second look at a look-up, one name for each thing that can be said."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Signal(StrEnum):
    """One kind of evidence. The values are kept with alerts and weights: never rename one."""

    NO_TIE = "no_tie"
    NO_TIE_NO_REASON = "no_tie_no_reason"
    AGAIN_SAME_DAY = "again_same_day"
    AGAIN_ANOTHER_DAY = "again_another_day"
    AGAIN_MANY_DAYS = "again_many_days"
    SAME_ADDRESS = "same_address"
    FORMER_ADDRESS = "former_address"
    SAME_STREET = "same_street"
    RARE_SURNAME = "rare_surname"
    UNCOMMON_SURNAME = "uncommon_surname"
    NEAR_SHIFT = "near_shift"
    OFF_SHIFT = "off_shift"
    OWN_RECORD = "own_record"
    DECLARED_FAMILY = "declared_family"
    HIGH_VOLUME = "high_volume"
    BROKE_GLASS = "broke_glass"
    MARKED_RECORD = "marked_record"
    CROWD = "crowd"
    QUIET_RECORD = "quiet_record"
    QUIET_OFF_SHIFT = "quiet_off_shift"


TITLES = {
    Signal.NO_TIE: "No tie, a reason was chosen",
    Signal.NO_TIE_NO_REASON: "No tie and no reason",
    Signal.AGAIN_SAME_DAY: "Same person several times in a day, no tie",
    Signal.AGAIN_ANOTHER_DAY: "Same person on two days, no tie",
    Signal.AGAIN_MANY_DAYS: "Same person on three days or more, no tie",
    Signal.SAME_ADDRESS: "Lives at the same address",
    Signal.FORMER_ADDRESS: "Once lived at the same address",
    Signal.SAME_STREET: "Lives in the same street",
    Signal.RARE_SURNAME: "Shares a rare surname",
    Signal.UNCOMMON_SURNAME: "Shares an uncommon surname",
    Signal.NEAR_SHIFT: "Shortly before or after a shift, no tie",
    Signal.OFF_SHIFT: "Off shift, no tie",
    Signal.OWN_RECORD: "Own record",
    Signal.DECLARED_FAMILY: "Declared family",
    Signal.HIGH_VOLUME: "Many more look-ups than usual",
    Signal.BROKE_GLASS: "Opened by break-glass",
    Signal.MARKED_RECORD: "Record that the force watches over",
    Signal.CROWD: "Looked at by several staff without a tie",
    Signal.QUIET_RECORD: "Nobody has open work about the person",
    Signal.QUIET_OFF_SHIFT: "Nobody has open work about the person, off shift",
}

# What more of the same would say: a reviewer who has judged one has judged them all.
SAME_MATTER = (
    frozenset({Signal.NO_TIE, Signal.NO_TIE_NO_REASON}),
    frozenset({Signal.AGAIN_SAME_DAY, Signal.AGAIN_ANOTHER_DAY, Signal.AGAIN_MANY_DAYS}),
    frozenset({Signal.NEAR_SHIFT, Signal.OFF_SHIFT}),
    frozenset({Signal.QUIET_RECORD, Signal.QUIET_OFF_SHIFT}),
)


def same_matter(signals: Iterable[Signal]) -> frozenset[Signal]:
    """These signals and those that would only say more of the same."""
    known = frozenset(signals)
    return known.union(*(matter for matter in SAME_MATTER if matter & known))


@dataclass(frozen=True)
class Evidence:
    """One signal with the sentence that a reviewer reads."""

    signal: Signal
    sentence: str
