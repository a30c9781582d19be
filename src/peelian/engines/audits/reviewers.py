"""Who may review which file: nobody of the reviewed team, nobody who was there or in conflict."""

from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from types import SimpleNamespace

from peelian.access.conditions import Condition
from peelian.access.decide import check_power, has_power
from peelian.access.denied import conflicting, sealed
from peelian.access.powers import Power
from peelian.access.roles import Inspector
from peelian.access.standing import standing_of
from peelian.access.user import User
from peelian.engines.audits.declared import Audit
from peelian.engines.audits.errors import MayNotReview
from peelian.engines.audits.files import Row, frozen_reader, who_and_where
from peelian.engines.audits.models import Run, Turn
from peelian.engines.audits.running import inspects
from peelian.engines.duties.supervised import supervised_units
from peelian.engines.procedures.answering import roles_held
from peelian.records.protection import protection_of
from peelian.records.store.reader import Reader


def check_reviews(run: Run, audit: Audit, *, actor: User, at: datetime) -> None:
    """Raise `NotAllowed` or `MayNotReview` unless this person reviews files of such audits."""
    check_power(actor, Power.REVIEW_BLIND, force_id=run.force_id, at=at)
    if not turns_of(run, audit, actor=actor, at=at):
        raise MayNotReview(f"“{audit.title}” is not for your role to review.")


def may_review(run: Run, audit: Audit, *, actor: User, at: datetime) -> bool:
    """Whether `check_reviews` lets this person review."""
    return has_power(actor, Power.REVIEW_BLIND, force_id=run.force_id, at=at) and bool(
        turns_of(run, audit, actor=actor, at=at)
    )


def turns_of(run: Run, audit: Audit, *, actor: User, at: datetime) -> frozenset[Turn]:
    """The turns that the roles of this person let them take.

    What the inspectorate has planned, inspectors alone review where the audit is theirs to review:
    who is inspected does not mark their own files well.
    """
    if inspects(run.made_by) and Inspector.key in audit.roles and not inspects(actor):
        return frozenset()
    held = roles_held(actor, run.force_id, at)
    second = audit.second_roles or audit.roles
    found = set[Turn]()
    if not held.isdisjoint(audit.roles):
        found |= {Turn.FIRST, Turn.DECIDING}
    if not held.isdisjoint(second):
        found |= {Turn.SECOND, Turn.DECIDING}
    return frozenset(found)


def open_to(
    run: Run,
    audit: Audit,
    addresses: Collection[str],
    *,
    actor: User,
    at: datetime,
    tables: Reader,
) -> Callable[[str], bool]:
    """Whether this person may review the file with an address: asked of many at once.

    Both the frozen record and the present one must allow it, so that neither a move to another
    team nor a conflict that was found since opens a file. A record that is gone is nobody's.
    """
    frozen = frozen_reader(run, tables)
    if frozen is None:
        return lambda _address: False
    model = audit.record_type
    protected = protection_of(model)
    standing = standing_of(actor, at)
    shut = (conflicting(standing, model, protected), sealed(standing, model)[1])
    needed = {*audit.barred, *(name for one in shut for name in one.fields)}
    held = [
        who_and_where(run, model, addresses, one, names=needed, protected=protected)
        for one in (frozen, tables)
    ]
    teams = frozenset(
        {post.unit_ref for post in standing.posts if post.force_id == run.force_id}
        | supervised_units(actor, at)
    )

    def is_open(address: str) -> bool:
        rows = [one.get(address) for one in held]
        return all(
            row is not None and _is_open(row, audit, protected.unit, teams, actor, shut)
            for row in rows
        )

    return is_open


def _is_open(
    row: Row,
    audit: Audit,
    unit: str,
    teams: Collection[str],
    actor: User,
    shut: tuple[Condition, ...],
) -> bool:
    if unit and row[unit] in teams:
        return False
    if actor.officer_ref and actor.officer_ref in _named(row, audit.barred):
        return False
    told = SimpleNamespace(**row)
    return not any(one.holds(told) for one in shut)


def _named(row: Mapping[str, object], fields: Collection[str]) -> frozenset[str]:
    """Staff numbers in these fields; a field can hold several with commas between."""
    held = (str(row[name] or "") for name in fields)
    return frozenset(one.strip() for text in held for one in text.split(",") if one.strip())
