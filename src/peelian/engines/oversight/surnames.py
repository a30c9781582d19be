"""How common a surname is among the people whom the force knows, and so what sharing it means."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Surnames:
    """How many people bear each surname in the force's own persons table.

    A national list would call names rare that a town is full of: Khan in Bradford, Kaur in
    Wolverhampton. What counts is how often two people here share it by chance.
    """

    bearers: Mapping[str, int]
    people: int

    def share(self, surname: str) -> float:
        """The part of people with this surname; 0 where nobody in the table has it."""
        if self.people == 0:
            return 0.0
        return self.bearers.get(tidy(surname), 0) / self.people


def surnames_of(names: Iterable[str | None]) -> Surnames:
    """Count the surnames of a persons table; people without one are left out of the count."""
    counted = Counter(tidy(name) for name in names if name and name.strip())
    return Surnames(counted, counted.total())


def tidy(surname: str) -> str:
    """The surname as it is compared: no outer or doubled spaces, any capitals."""
    return " ".join(surname.split()).casefold()
