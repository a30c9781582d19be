"""What the questions about a search share: when each is asked, and the options of a code list."""

from typing import Final

from peelian.areas.stop_and_search.codes import (
    BOTH,
    GROUNDS,
    NO_SUSPICION,
    OF_PERSONS,
    POWER_OF,
    VEHICLE,
)
from peelian.engines.procedures.declared import Option, When
from peelian.records.codes import CodeList

STATUTE: Final = "The record of a search must hold it (PACE 1984, section 3)."


def _of_kind(kind: str) -> tuple[str, ...]:
    return tuple(power for power, of_kind in POWER_OF.items() if of_kind == kind)


IF_GROUNDS: Final = (When("power", _of_kind(GROUNDS)),)
IF_NONE: Final = (When("power", _of_kind(NO_SUSPICION)),)
IF_PERSON: Final = (When("type", OF_PERSONS),)
IF_VEHICLE: Final = (When("type", (VEHICLE, BOTH)),)


def options(codes: CodeList) -> tuple[Option, ...]:
    """One option for each word of a list; the key is the word itself."""
    return tuple(Option(code, code) for code in codes.codes)
