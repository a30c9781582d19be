"""The people in the lives of staff, as far as the invented force holds records of them."""

from collections import defaultdict

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]


class Kin:
    """Gathers persons beyond the ordinary ones: staff themselves, household, relatives, exes.

    Addresses continue after those of households, staff and former homes of staff: a relative or a
    former partner lives at an address of their own.
    """

    def __init__(
        self,
        rng: np.random.Generator,
        *,
        first_person: int,
        households: int,
        to_a_street: int,
        districts: int,
        address: Ints,
        former: Ints,
        surname: Ints,
        group: Ints,
    ) -> None:
        self.rng, self.first, self.districts = rng, first_person, districts
        self.households, self.to_a_street = households, to_a_street
        self.staff_address, self.staff_former = address, former
        self.staff_surname, self.staff_group = surname, group
        self.columns: defaultdict[str, list[int]] = defaultdict(list)
        self.new_streets: list[int] = []
        self.own: list[int] = []
        self.household: list[list[int]] = []
        self.relatives: list[list[int]] = []
        self.ex_partner: list[int] = []

    def column(self, name: str) -> Ints:
        """One property of all persons added, in their order."""
        return np.array(self.columns[name], dtype=np.int64)

    def add_for(self, staff: int, district: int) -> None:
        """The records about one member of staff and those near to them."""
        rng = self.rng
        home, before = int(self.staff_address[staff]), int(self.staff_former[staff])
        name = int(self.staff_surname[staff])
        self.own.append(
            self._add(staff, home, before, name, district) if rng.random() < 0.25 else -1
        )
        self.household.append(
            [
                self._add(staff, home, -1, name if rng.random() < 0.7 else self._other(), district)
                for _ in range(rng.binomial(2, 0.3))
            ]
        )
        self.relatives.append(
            [
                self._add(
                    staff,
                    self._new_home(),
                    -1,
                    name if rng.random() < 0.6 else self._other(),
                    int(rng.integers(0, self.districts)),
                )
                for _ in range(rng.binomial(2, 0.4))
            ]
        )
        self.ex_partner.append(
            self._add(staff, self._new_home(), before, self._other(), district)
            if before >= 0 and rng.random() < 0.3
            else -1
        )

    def _add(self, staff: int, address: int, former: int, surname: int, district: int) -> int:
        for name, value in (
            ("address", address),
            ("former", former),
            ("surname", surname),
            ("district", district),
            ("group", int(self.staff_group[staff])),
        ):
            self.columns[name].append(value)
        return self.first + len(self.columns["address"]) - 1

    def _other(self) -> int:
        """A surname as anybody on the staff has it."""
        return int(self.staff_surname[self.rng.integers(0, len(self.staff_surname))])

    def _new_home(self) -> int:
        self.new_streets.append(int(self.rng.integers(0, self.households)) // self.to_a_street)
        return self.households + 2 * len(self.staff_address) + len(self.new_streets) - 1
