"""Random saves of a few records for the history checker, loaded ones among them."""

import random
from collections import Counter
from collections.abc import Sequence

from django.conf import settings

from harness.histories import Event, Step, Value
from harness.numbered import faults_of_the_chain
from peelian.access.user import User
from peelian.areas.investigation.models import Investigation
from peelian.engines.registers.altering import alter
from peelian.engines.registers.errors import Stale
from peelian.engines.registers.models import Revision
from peelian.engines.registers.opening import open_record
from peelian.records.adoption import Adoption
from peelian.records.store.reader import open_reader
from peelian.trail.models import Entry
from people import NOW, employ, investigation, make_units
from stored_rows import put_rows, stored_investigation

EMAIL = "patrol-officer@force.example"
LOADED = ("C", "D")
ADDRESSES = ("investigation-A", "investigation-B", *(f"loaded-{ref}" for ref in LOADED))


class Saving:
    """Four records that many people change at once: the summary of each is a register.

    Whoever saves on an old version is refused; every save that was told as done is in the history
    and in the trail, once; a loaded record is adopted once.
    """

    name = "saving"

    def prepare(self) -> dict[str, Value]:
        make_units()
        employ("patrol-officer", "N1")
        for ref in "AB":
            investigation(ref)
        put_rows(settings.STORE_ROOT, Investigation, [stored_investigation(ref) for ref in LOADED])
        return {address: f"summary of {address[-1]}" for address in ADDRESSES}

    def act(self, dice: random.Random, name: str) -> Step:
        address = dice.choice(ADDRESSES)
        user = User.objects.get(email=EMAIL)
        tables = open_reader(settings.STORE_ROOT)
        opened = open_record(user, Investigation, address, tables, at=NOW)
        saw = opened.cells["summary"]
        if dice.random() < 0.2:
            return Step("looked", address, saw)
        try:
            alter(
                Investigation,
                address,
                {"summary": name},
                version=opened.version,
                actor=user,
                at=NOW,
                tables=tables,
            )
        except Stale:
            return Step("stale")
        return Step("saved", address, saw, name)

    def registers(self) -> dict[str, Value]:
        held = dict(Investigation.objects.values_list("record_id", "summary"))
        return {address: held.get(address, f"summary of {address[-1]}") for address in ADDRESSES}

    def broken(self, events: Sequence[Event]) -> list[str]:
        saved = sum(event.step.name == "saved" for event in events)
        counts = (
            ("revisions", Revision.objects.count()),
            ("entries", Entry.objects.filter(verb="altered", record_ref__in=ADDRESSES).count()),
            ("versions", sum(row.version - 1 for row in Investigation.objects.all())),
        )
        faults = [f"{found} {kind}, {saved} saves" for kind, found in counts if found != saved]
        adopted = Counter(Adoption.objects.values_list("record_id", flat=True))
        faults += [f"{address} was adopted twice" for address, n in adopted.items() if n > 1]
        return faults + list(faults_of_the_chain())
