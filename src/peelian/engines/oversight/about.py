"""Whom a record is about: by its own key of a person, or by the parts that people have in it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from itertools import islice
from typing import TypeVar

from django.apps import apps

from peelian.engines.oversight.looked_up import Ref
from peelian.records.base import Record
from peelian.records.protection import protection_of
from peelian.records.schema import type_key
from peelian.spine.person import Involvement

Item = TypeVar("Item")
MANY = 500  # keys in one query, which SQLite takes


class PeopleOfRecords:
    """Answers from the operational tables of one force and remembers what it has answered."""

    def __init__(self, force_id: str) -> None:
        self.force_id = force_id
        self._known: dict[Ref, tuple[str, ...]] = {}

    def of(self, ref: Ref) -> tuple[str, ...]:
        """The keys of the people whom a record is about: nobody where it is about no one."""
        if ref not in self._known:
            self.learn([ref])
        return self._known[ref]

    def learn(self, refs: Iterable[Ref]) -> None:
        """Find out about many records at once, in a few queries for each type."""
        wanted: defaultdict[str, list[str]] = defaultdict(list)
        for kind, address in set(refs) - self._known.keys():
            wanted[kind].append(address)
        for kind, addresses in wanted.items():
            for part in batches(addresses, MANY):
                found = self._about(kind, part)
                for address in part:
                    self._known[kind, address] = tuple(sorted(found.get(address, ())))

    def _about(self, kind: str, addresses: Collection[str]) -> dict[str, set[str]]:
        """By address, the keys of the people."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        model = record_types().get(kind)
        if model is None:
            return found
        rows = model._default_manager.filter(force_id=self.force_id, record_id__in=addresses)
        protected = protection_of(model)
        if protected.person:
            for address, key in rows.values_list("record_id", protected.person):
                if key:
                    found[address].add(key)
        reference = protected.reference
        if reference and reference != protected.person:
            called: defaultdict[str, list[str]] = defaultdict(list)
            for address, name in rows.values_list("record_id", reference):
                called[name].append(address)
            parts = Involvement.objects.filter(
                force_id=self.force_id, record_type=kind, reference__in=[n for n in called if n]
            )
            for name, key in parts.values_list("reference", "person_key"):
                for address in called[name]:
                    found[address].add(key)
        return found


@cache
def record_types() -> dict[str, type[Record]]:
    """Every record type by its key in the trail."""
    return {type_key(model): model for model in apps.get_models() if issubclass(model, Record)}


def batches(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    """The items in lists of up to `size`."""
    rest = iter(items)
    while part := list(islice(rest, size)):
        yield part
