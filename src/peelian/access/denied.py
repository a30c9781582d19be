"""What beats every role: oneself, family and line, declared interests, and seals."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from peelian.access.conditions import NOTHING, AllOf, AnyOf, Condition, FieldIn, addresses
from peelian.access.conflict import Conflict
from peelian.access.dated import by_type, counts_at
from peelian.access.look import read_once
from peelian.access.reach import in_force
from peelian.access.seal import Seal, SealMember
from peelian.access.standing import Standing
from peelian.access.units import standing_on
from peelian.access.user import User
from peelian.records.about import RecordAbout
from peelian.records.base import Record
from peelian.records.protection import Protected
from peelian.records.schema import type_key
from peelian.spine.person import Involvement
from peelian.spine.post import Holding, Post

OF_TYPE, OF_ID, OF_REF = "of_type", "of_id", "of_ref"


def conflicting(standing: Standing, model: type[Record], protected: Protected) -> Condition:
    """The rows that this account must not see, because of whom they are about."""
    user, at = standing.user, standing.at
    declared = Conflict.objects.filter(counts_at(at), user=user)
    rows = read_once("conflicts", user.pk, at, read=lambda: tuple(declared))
    keys: dict[str, set[str]] = {}
    named: set[str] = set()
    about: set[str] = set()
    for row in rows:
        if row.person_key:
            keys.setdefault(row.force_id, set()).add(row.person_key)
        elif row.record_type == type_key(model):
            named.add(row.record_id)
        else:
            about.add(row.record_id)
    officer = standing.officer
    if officer is not None and officer.person_key:
        keys.setdefault(officer.force_id, set()).add(officer.person_key)
    parts = [addresses(frozenset(named)), about_records(model, frozenset(about | named))]
    for force_id, found in sorted(keys.items()):
        parts += _about_people(force_id, frozenset(found), model, protected)
    if protected.subject and officer is not None:
        refs = frozenset({officer.officer_ref, *_line(standing)})
        parts.append(AllOf((in_force(officer.force_id), FieldIn(protected.subject, refs))))
    return _any(parts)


def sealed(standing: Standing, model: type[Record]) -> tuple[Condition, Condition]:
    """The sealed rows that this account may see, and those that do not exist for it.

    A seal on a record lies on every row about it; to be a member opens the record itself.
    """
    user, at = standing.user, standing.at
    seals = read_once("seals", at, read=lambda: by_type(Seal.objects.all(), at))
    every = seals.get(type_key(model), frozenset())
    if issubclass(model, RecordAbout):
        every = frozenset[str]().union(*seals.values())
    mine = every & read_once("member", user.pk, at, read=lambda: _member_of(user, at))
    hidden = every - mine
    return addresses(mine), _any((addresses(hidden), about_records(model, hidden)))


def _member_of(user: User, at: datetime) -> frozenset[str]:
    """Addresses of the sealed records that somebody may see."""
    rows = SealMember.objects.filter(counts_at(at), user=user)
    return frozenset(rows.values_list("seal__record_id", flat=True))


def about_records(model: type[Record], found: frozenset[str]) -> Condition:
    """The rows of a type that are about one of these records; none of a type that is about none."""
    if not found or not issubclass(model, RecordAbout):
        return NOTHING
    return FieldIn(OF_ID, found)


def _about_people(
    force_id: str, keys: frozenset[str], model: type[Record], protected: Protected
) -> Iterable[Condition]:
    if protected.person:
        yield AllOf((in_force(force_id), FieldIn(protected.person, keys)))
    if protected.reference:
        found = _parts(force_id, keys).get(type_key(model))
        if found:
            yield AllOf((in_force(force_id), FieldIn(protected.reference, found)))
    if issubclass(model, RecordAbout):
        yield from _about_parts(force_id, keys)


def _about_parts(force_id: str, keys: frozenset[str]) -> Iterable[Condition]:
    """The rows about records in which one of these people has a part."""
    for record_type, references in sorted(_parts(force_id, keys).items()):
        yield AllOf(
            (
                in_force(force_id),
                FieldIn(OF_TYPE, frozenset({record_type})),
                FieldIn(OF_REF, references),
            )
        )


def _parts(force_id: str, keys: frozenset[str]) -> Mapping[str, frozenset[str]]:
    """References of the records in which one of these people has a part, by type."""
    return read_once("parts", force_id, keys, read=lambda: _parts_read(force_id, keys))


def _parts_read(force_id: str, keys: frozenset[str]) -> Mapping[str, frozenset[str]]:
    rows = Involvement.objects.filter(force_id=force_id, person_key__in=keys)
    named: dict[str, set[str]] = {}
    for record_type, reference in rows.values_list("record_type", "reference"):
        named.setdefault(record_type, set()).add(reference)
    return {record_type: frozenset(found) for record_type, found in named.items()}


def _line(standing: Standing) -> frozenset[str]:
    """Numbers of the direct line managers and of those whom this person manages directly."""
    user, at = standing.user, standing.at
    return read_once("line", user.pk, at, read=lambda: _line_read(standing))


def _line_read(standing: Standing) -> frozenset[str]:
    if not standing.posts:
        return frozenset()
    force_id = standing.posts[0].force_id
    above = [post.line_post_ref for post in standing.posts if post.line_post_ref]
    below = Post.objects.filter(
        standing_on(standing.day),
        force_id=force_id,
        line_post_ref__in=[post.post_ref for post in standing.posts],
    ).values_list("post_ref", flat=True)
    held = Holding.objects.filter(
        standing_on(standing.day), force_id=force_id, post_ref__in=[*above, *below]
    )
    return frozenset(held.values_list("officer_ref", flat=True))


def _any(parts: Iterable[Condition]) -> Condition:
    kept = tuple(part for part in parts if part != NOTHING)
    return AnyOf(kept) if kept else NOTHING
