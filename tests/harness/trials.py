"""Random actions of the product for the history checker, and some that are broken on purpose."""

import random
import time
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime

from django.db import transaction

from engines.measures.measure_samples import count
from harness.deeds import Covered
from harness.histories import Event, Step, Value
from harness.numbered import faults_of_the_chain
from peelian.access.actors import service_account
from peelian.access.decide import NotAllowed
from peelian.access.user import User
from peelian.engines.comparisons.models import Rebase
from peelian.engines.comparisons.rebase import BadRebase, rebase
from peelian.records.schema import type_key
from peelian.trail.append import append
from peelian.trail.chain import GENESIS
from peelian.trail.models import Entry
from peelian.trail.verbs import Verb

AT = datetime(2026, 3, 1, tzinfo=UTC)
CHAIN = "chain"
ACCOUNTS = tuple(f"counter-{letter}" for letter in "abcd")


class GivenUp(Exception):
    """An actor who changes their mind before the end of a transaction."""


class TrailAndRebases:
    """Entries, limits made anew, refusals and changes of mind. The end of the chain is a register.

    Whatever was acknowledged stands once with its entry; whatever was refused or given up left
    nothing at all.
    """

    name = "trail-and-rebases"

    def prepare(self) -> dict[str, Value]:
        service_account("command-line")
        User.objects.create_person(email="reader@force.example", name="A reader")
        return {CHAIN: GENESIS}

    def act(self, dice: random.Random, name: str) -> Step:
        choices = (self._enter, self._rebase, self._refused, self._forbidden, self._given_up)
        (chosen,) = dice.choices((*choices, self._look), weights=(3, 3, 1, 1, 2, 2))
        return chosen(name)

    def registers(self) -> dict[str, Value]:
        newest = Entry.objects.order_by("-sequence").first()
        return {CHAIN: GENESIS if newest is None else newest.hash}

    def broken(self, events: Sequence[Event]) -> list[str]:
        told = Counter(event.step.name for event in events)
        entries = Counter(Entry.objects.values_list("record_type", flat=True))
        addresses = set(Rebase.objects.values_list("record_id", flat=True))
        refs = Entry.objects.filter(record_type=type_key(Rebase))
        counts = (
            ("entries", entries["crime"], told["entered"]),
            ("rebases", len(addresses), told["rebased"]),
            ("entries of rebases", entries[type_key(Rebase)], told["rebased"]),
        )
        faults = [
            f"{kind}: {found} stand, {n} were told" for kind, found, n in counts if found != n
        ]
        if addresses != set(refs.values_list("record_ref", flat=True)):
            faults.append("rebases and their entries are not of the same records")
        return faults + list(faults_of_the_chain())

    def _enter(self, name: str) -> Step:
        with transaction.atomic():
            entry = _append("crime", name)
        return Step("entered", CHAIN, entry.previous_hash, entry.hash)

    def _rebase(self, name: str) -> Step:
        made = _rebase(f"Reason {name}")
        entry = Entry.objects.get(record_ref=made.record_id)
        return Step("rebased", CHAIN, entry.previous_hash, entry.hash)

    def _refused(self, name: str) -> Step:
        try:
            _rebase("because")
        except BadRebase:
            return Step("refused")
        raise AssertionError("A reason of one word was taken.")

    def _forbidden(self, name: str) -> Step:
        try:
            _rebase(f"Reason {name}", actor=User.objects.get(email="reader@force.example"))
        except NotAllowed:
            return Step("forbidden")
        raise AssertionError("A reader could make limits anew.")

    def _given_up(self, name: str) -> Step:
        try:
            with transaction.atomic():
                _append("crime", name)
                raise GivenUp
        except GivenUp:
            return Step("given up")

    def _look(self, name: str) -> Step:
        return Step("looked", CHAIN, self.registers()[CHAIN])


class Renaming:
    """Accounts that are renamed by whoever holds them: each account's name is a register."""

    name = "renaming"

    def prepare(self) -> dict[str, Value]:
        for key in ACCOUNTS:
            service_account(key)
        return self.registers()

    def act(self, dice: random.Random, name: str) -> Step:
        with transaction.atomic():
            account = User.objects.select_for_update(no_key=True).get(key=dice.choice(ACCOUNTS))
            return _rename(account, name)

    def registers(self) -> dict[str, Value]:
        return dict(User.objects.filter(key__in=ACCOUNTS).values_list("key", "name"))

    def broken(self, events: Sequence[Event]) -> list[str]:
        return []


class RenamingUnlocked(Renaming):
    """Broken on purpose: what is read may have changed before it is written."""

    def act(self, dice: random.Random, name: str) -> Step:
        account = User.objects.get(key=dice.choice(ACCOUNTS))
        time.sleep(0.002)
        return _rename(account, name)


class EntryOutside(TrailAndRebases):
    """Broken on purpose: who changes their mind leaves an entry behind."""

    def _given_up(self, name: str) -> Step:
        self._enter(name)
        return Step("given up")


def _rename(account: User, name: str) -> Step:
    saw, account.name = account.name, name
    account.save()
    return Step("renamed", account.key, saw, name)


def _append(record_type: str, ref: str) -> Entry:
    return append(
        actor="service:tests", verb=Verb.ALTERED, ref=(record_type, ref), detail={}, at=AT
    )


def _rebase(reason: str, actor: User | None = None) -> Rebase:
    return rebase(
        measure=count(),
        force="kent",
        month="2020-06",
        by="R. Clerk, Registrar",
        reason=reason,
        actor=actor or service_account("command-line"),
        at=AT,
        tables=Covered(),
    )
