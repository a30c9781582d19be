"""Where a review gets its facts from: one small interface, so that it can be tried without any."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Protocol

from peelian.engines.oversight.looked_up import LookUp, PersonFacts, Staff
from peelian.engines.oversight.surnames import Surnames


class Sources(Protocol):
    """What the force's own tables say. Times carry a zone; `until` is left out of a span."""

    def look_ups(self, since: datetime, until: datetime) -> Iterable[LookUp]:
        """The sights of people's records in a span."""
        ...

    def staff(self, since: datetime, until: datetime) -> Mapping[str, Staff]:
        """Everybody on the staff list, by actor, with their shifts round a span."""
        ...

    def people(self, keys: Collection[str], at: datetime) -> Mapping[str, PersonFacts]:
        """What is known by a moment of these people, by key; who is not known is left out."""
        ...

    def surnames(self) -> Surnames:
        """How common each surname is in the persons table."""
        ...
