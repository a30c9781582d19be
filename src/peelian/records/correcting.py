"""Happenings brought to what rows tell: written where new, corrected in place where different."""

from collections.abc import Collection, Mapping
from datetime import datetime
from uuid import uuid4

from peelian.records.happenings import Happening, HappeningKey
from peelian.records.telling import Told

# What a correction can change.
CORRECTED = (
    "at",
    "facts",
    "person_key",
    "said_in",
    "told",
    "changed_at",
    "withdrawn_at",
    "settled_at",
)


def correct(told: Collection[Told], *, by: str, at: datetime) -> int:
    """Bring these happenings to what is told, in the caller's transaction; how many were not so.

    Whatever is new or different waits to be settled again; one that is only said in another place
    does not.
    """
    wanted = {one.once: one for one in told}
    new, changed, moved = dict(wanted), [], []
    # Of those that are as they were, which is nearly all, only fingerprints are read.
    held = Happening.objects.filter(once__in=list(wanted)).order_by()
    for once, says, place, withdrawn_at in held.values_list(
        "once", "told", "said_in", "withdrawn_at"
    ):
        one = new.pop(once)
        if says != one.print or withdrawn_at is not None:
            changed.append(one)
        elif place != one.place:
            moved.append(one)
    _add(list(new.values()), by, at)
    _correct(changed, at)
    for place in {one.place for one in moved}:
        those = [one.once for one in moved if one.place == place]
        Happening.objects.filter(once__in=those).update(said_in=place)
    return len(new) + len(changed)


def _add(new: Collection[Told], by: str, at: datetime) -> None:
    if not new:
        return
    rows = [
        Happening(
            once=one.once,
            name=one.name,
            record_type=one.record_type,
            record_id=one.record_id,
            force_id=one.force_id,
            at=one.at,
            noted_at=at,
            by=by,
            person_key=one.person_key,
            facts=dict(one.facts),
            said_in=one.place,
            told=one.print,
        )
        for one in new
    ]
    # Another run may have written the same ones a moment ago.
    Happening.objects.bulk_create(rows, ignore_conflicts=True)
    _key(new)


def _correct(changed: Collection[Told], at: datetime) -> None:
    if not changed:
        return
    wanted = {one.once: one for one in changed}
    rows = list(Happening.objects.filter(once__in=list(wanted)).order_by())
    keys = _keys_of(rows)
    left = [row for row in rows if keys.get(row.pk, {}) != wanted[row.once].keys]
    _leave([(row, keys.get(row.pk, {})) for row in left], at)
    for row in rows:
        one = wanted[row.once]
        row.at, row.facts, row.person_key = one.at, dict(one.facts), one.person_key
        row.said_in, row.told, row.changed_at = one.place, one.print, at
        row.withdrawn_at = row.settled_at = None
    Happening.objects.bulk_update(rows, CORRECTED)
    HappeningKey.objects.filter(happening__in=left).delete()
    _key([wanted[row.once] for row in left])


def _leave(before: Collection[tuple[Happening, Mapping[str, str]]], at: datetime) -> None:
    """Write what was said of other things as withdrawn, so that these are looked at again too.

    A row that was noted of the wrong investigation has met, or begun, a duty of that one.
    """
    for row, keys in before:
        made = Happening.objects.create(
            once=str(uuid4()),
            name=row.name,
            record_type=row.record_type,
            record_id=row.record_id,
            force_id=row.force_id,
            at=row.at,
            noted_at=row.noted_at,
            by=row.by,
            person_key=row.person_key,
            facts=row.facts,
            changed_at=at,
            withdrawn_at=at,
        )
        HappeningKey.objects.bulk_create(
            HappeningKey(happening=made, force_id=row.force_id, name=name, value=value)
            for name, value in keys.items()
        )


def _keys_of(rows: Collection[Happening]) -> Mapping[int, Mapping[str, str]]:
    found: dict[int, dict[str, str]] = {}
    held = HappeningKey.objects.filter(happening__in=rows).order_by()
    for pk, name, value in held.values_list("happening_id", "name", "value"):
        found.setdefault(pk, {})[name] = value
    return found


def _key(told: Collection[Told]) -> None:
    rows = Happening.objects.filter(once__in=[one.once for one in told]).order_by()
    numbers = dict(rows.values_list("once", "pk"))
    HappeningKey.objects.bulk_create(
        [
            HappeningKey(
                happening_id=numbers[one.once], force_id=one.force_id, name=name, value=value
            )
            for one in told
            for name, value in one.keys.items()
        ],
        ignore_conflicts=True,
    )
