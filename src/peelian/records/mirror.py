"""The operational rows in the store: what was typed or edited counts within a minute.

A worker calls `mirror` every 20 seconds. It asks each operational table for its counts by force and
month, looks only at forces in which they have changed, and publishes one new snapshot if any file
is different. See decision 15 for what lies over what.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from django.apps import apps
from django.db import models

from peelian.records.adoption import Adoption
from peelian.records.base import Record
from peelian.records.laying import MONTH, Group, has_month, laid_of_force
from peelian.records.schema import type_key
from peelian.records.store import catalogue, layout
from peelian.records.store.lock import StoreBusy, writing
from peelian.records.store.publish import publish_laid
from peelian.records.store.snapshot import Laid, Snapshot
from peelian.records.store.sweep import MIRRORED_KEPT_FOR, thin

MIRROR = "service:mirror"
NOTE = "MIRRORED.json"


@dataclass(frozen=True)
class Mirrored:
    """What a run did: the snapshot that stands, and whether it had to leave it to the next run.

    A load that is writing goes first.
    """

    snapshot_id: str
    changed: bool
    busy: bool = False


@dataclass
class _Seen:
    """How tables and store stood, by type and by group: one text each, the same for the same.

    `laid` names what lay over the parts, so that a store which was restored is looked at anew.
    """

    laid: str = ""
    types: dict[str, str] = field(default_factory=dict)
    groups: dict[str, str] = field(default_factory=dict)
    # No part of how things stood: when old snapshots were last cleared away.
    thinned_at: str = field(default="", compare=False)


def mirror(root: Path, *, at: datetime) -> Mirrored:
    """Bring the store to what the operational tables say. Cheap when they say nothing new."""
    standing = catalogue.current(root)
    if _recalled(root) == _look(standing):
        return Mirrored(standing.id, changed=False)
    try:
        with writing(root):
            standing = catalogue.current(root)
            before, seen = _recalled(root), _look(standing)
            laid = tuple(_laid(root, standing, before, seen))
            made = publish_laid(root, laid=laid, by=MIRROR, at=at)
            seen.laid = _name_of(made)
            seen.thinned_at = _thin(root, before.thinned_at, at)
            layout.write_whole(root / NOTE, json.dumps(asdict(seen)).encode())
    except StoreBusy:
        return Mirrored(standing.id, changed=False, busy=True)
    return Mirrored(made.id, changed=made.id != standing.id)


def _thin(root: Path, last: str, at: datetime) -> str:
    """Clear old snapshots away once an hour; when that was done last."""
    if last and datetime.fromisoformat(last) > at - MIRRORED_KEPT_FOR:
        return last
    thin(root, made_by=MIRROR, now=at)
    return at.isoformat()


def operational_types() -> tuple[type[Record], ...]:
    """Every record type, by name: each has an operational table."""
    found = [model for model in apps.get_models() if issubclass(model, Record)]
    return tuple(sorted(found, key=type_key))


def _look(standing: Snapshot) -> _Seen:
    seen = _Seen(laid=_name_of(standing))
    for model in operational_types():
        key = type_key(model)
        names = ["force_id", MONTH] if has_month(model) else ["force_id"]
        counted = (
            model._default_manager.order_by()
            .values(*names)
            .annotate(rows=models.Count("pk"), newest=models.Max("pk"), saves=models.Sum("version"))
        )
        for row in counted:
            group = _joined(key, (row["force_id"], row.get(MONTH, "")))
            seen.groups[group] = f"{row['rows']}-{row['newest']}-{row['saves']}"
        adopted = Adoption.objects.filter(record_type=key).count()
        paths = repr([part.path for part in standing.parts_of(key)])
        seen.types[key] = f"{adopted}-{sha256(paths.encode()).hexdigest()[:16]}"
    return seen


def _laid(root: Path, standing: Snapshot, before: _Seen, seen: _Seen) -> Iterator[Laid]:
    """All that lies over the parts now: files of what has changed anew, the others as before."""
    if before.laid != seen.laid:
        before = _Seen()
    for model in operational_types():
        key = type_key(model)
        over = {(one.force_id, one.month): one for one in standing.laid_over(key)}
        told = {**before.groups, **seen.groups}
        groups = {_split(name) for name in told if name.startswith(f"{key}/")}
        afresh = before.types.get(key) != seen.types[key]
        changed = {
            group
            for group in groups
            if afresh
            or before.groups.get(_joined(key, group)) != seen.groups.get(_joined(key, group))
        }
        forces = {force_id for force_id, _month in changed}
        if afresh:
            forces |= _forces_adopted_in(key) | {force_id for force_id, _month in over}
        for group, one in over.items():
            if group[0] not in forces:
                yield one
        for force_id in sorted(forces):
            mine = {group: one for group, one in over.items() if group[0] == force_id}
            yield from laid_of_force(root, standing, model, force_id, mine, changed)


def _forces_adopted_in(key: str) -> set[str]:
    rows = Adoption.objects.filter(record_type=key)
    return set(rows.values_list("force_id", flat=True).distinct())


def _recalled(root: Path) -> _Seen:
    """What the run before saw; nothing where none was, or where its note cannot be read."""
    try:
        return _Seen(**json.loads((root / NOTE).read_bytes()))
    except (FileNotFoundError, ValueError, TypeError):
        return _Seen()


def _name_of(snapshot: Snapshot) -> str:
    told = json.dumps([asdict(one) for one in snapshot.laid], sort_keys=True)
    return sha256(told.encode()).hexdigest()[:16]


def _joined(key: str, group: Group) -> str:
    return "/".join((key, *group))


def _split(name: str) -> Group:
    _key, force_id, month = name.split("/")
    return force_id, month
