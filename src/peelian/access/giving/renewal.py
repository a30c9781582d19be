"""Bring what access reads of an organisation up to what the newest extracts say of it."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db import transaction

from peelian.access.giving.deeds import write
from peelian.access.giving.leave import check_leave
from peelian.access.giving.typed import TYPED
from peelian.access.giving.units import hold_tree
from peelian.access.giving.whole import check_whole
from peelian.access.powers import Power
from peelian.access.renewed import RenewedFrom
from peelian.access.user import User
from peelian.records.base import Record
from peelian.records.schema import schema_of, type_key
from peelian.records.store.reader import Reader
from peelian.spine.officer import Officer
from peelian.spine.person import Involvement
from peelian.spine.post import Holding, Post
from peelian.spine.shift import Absence, Shift
from peelian.spine.unit import Unit
from peelian.trail.verbs import Verb

# Access asks the operational tables of these, at each use. Whoever has a part in a record is among
# them, because nobody may see what is about themselves.
ORGANISATION: tuple[type[Record], ...] = (
    Unit,
    Officer,
    Post,
    Holding,
    Shift,
    Absence,
    Involvement,
)
# These are held against one another; a change of one can break another.
STRUCTURE = frozenset({Unit, Officer, Post, Holding})
AT_ONCE = 500  # rows in one statement: SQLite takes 999 values


@dataclass(frozen=True)
class Renewed:
    """What a renewal changed of one record type, in rows."""

    record_type: str
    added: int
    changed: int
    gone: int

    @property
    def in_words(self) -> str:
        """One line for people."""
        return f"{self.record_type}: {self.added} added, {self.changed} changed, {self.gone} gone"


def renew_organisation(
    *, tables: Reader, force_id: str, actor: User, at: datetime, everything: bool = False
) -> tuple[Renewed, ...]:
    """Make the force's rows of extracts equal to those of the store, all of them or none.

    Typed rows stay. Types that no extract has brought are left alone, and those whose files were
    taken in before, unless `everything` is asked for. From its commit on, whoever left or moved has
    lost what went with the post (T05). Raises `BrokenExtract` where the result would be no
    organisation, and `NotAllowed`.
    """
    # A snapshot never changes, so it is read before anybody is kept waiting.
    files = _files(tables, force_id)
    taken = RenewedFrom.objects.filter(force_id=force_id).values_list("record_type", "files")
    before = {} if everything else dict(taken)
    brought = {
        model: _rows(tables, model, force_id)
        for model in ORGANISATION
        if type_key(model) in files and files[type_key(model)] != before.get(type_key(model))
    }
    with transaction.atomic():
        check_leave(actor, Power.MANAGE_ORGANISATION, force_id=force_id, at=at)
        hold_tree(force_id)
        len(Post.objects.select_for_update(no_key=True).filter(force_id=force_id).order_by("pk"))
        # Duties say nothing of the others: those that were whole before are whole still.
        asked = [model for model in ORGANISATION if model in STRUCTURE or model in brought]
        check_whole({model: _standing(model, force_id, brought.get(model)) for model in asked})
        done = tuple(_renew(model, force_id, rows) for model, rows in brought.items())
        for model in brought:
            RenewedFrom.objects.update_or_create(
                force_id=force_id,
                record_type=type_key(model),
                defaults={"files": files[type_key(model)], "at": at},
            )
        if any(one.added or one.changed or one.gone for one in done):
            write(
                actor=actor,
                ref=("organisation", force_id),
                what="organisation renewed",
                at=at,
                verb=Verb.COLLECTED,
                snapshot=tables.snapshot.id,
                rows=[one.in_words for one in done],
            )
    return done


def forces_with_extracts(tables: Reader) -> tuple[str, ...]:
    """The forces of which an extract has brought something of the organisation."""
    parts = (part for model in ORGANISATION for part in tables.snapshot.parts_of(type_key(model)))
    return tuple(sorted({part.force_id for part in parts if part.source != TYPED}))


def _files(tables: Reader, force_id: str) -> dict[str, str]:
    """By record type, a hash of the names of its files, which change with what is in them."""
    found = {}
    for model in ORGANISATION:
        parts = tables.snapshot.parts_of(type_key(model))
        names = [one.path for one in parts if one.force_id == force_id and one.source != TYPED]
        if names:
            joined = "\n".join(sorted(names))
            found[type_key(model)] = hashlib.sha256(joined.encode()).hexdigest()
    return found


def _rows(tables: Reader, model: type[Record], force_id: str) -> list[dict[str, Any]]:
    # As the files brought them: what lies over them was copied from here, or edited by hand, and
    # of an organisation the system that it comes from has the last word.
    as_brought = Reader(tables.root, replace(tables.snapshot, laid=()))
    table = as_brought.table(model, forces=[force_id])
    found: list[dict[str, Any]] = as_brought.to_arrow(
        table.filter(table.source != TYPED)
    ).to_pylist()
    return found


def _standing(
    model: type[Record], force_id: str, brought: Sequence[dict[str, Any]] | None
) -> list[Record]:
    """The rows of a type as they would be: of the extract, if there is one, and typed."""
    own = model._default_manager.filter(force_id=force_id)
    if brought is None:
        return list(own)
    return [*own.filter(source=TYPED), *(model(**row) for row in brought)]


def _renew(model: type[Record], force_id: str, brought: Sequence[dict[str, Any]]) -> Renewed:
    names = tuple(schema_of(model).names)
    own = model._default_manager.filter(force_id=force_id).exclude(source=TYPED)
    held = {row["record_id"]: row for row in own.values(*names, "version")}
    new = {row["record_id"]: row for row in brought}
    changed = [
        address
        for address, row in new.items()
        if address in held and any(held[address][name] != row[name] for name in names)
    ]
    gone = [address for address in held if address not in new]
    # Those that go first make room for those that come: a post has one holder at any moment.
    for some in _portions([*gone, *changed]):
        own.filter(record_id__in=some).delete()
    added = [address for address in new if address not in held]
    model._default_manager.bulk_create(
        [
            *(model(**new[address]) for address in added),
            *(model(**new[address], version=held[address]["version"] + 1) for address in changed),
        ],
        batch_size=AT_ONCE,
    )
    return Renewed(type_key(model), len(added), len(changed), len(gone))


def _portions(addresses: Sequence[str]) -> Iterable[Sequence[str]]:
    return (addresses[i : i + AT_ONCE] for i in range(0, len(addresses), AT_ONCE))
