"""Settling happenings: every duty that one of them is about is brought up to date.

Some happenings are taken in one short transaction: their rows and the matters that they touch are
held, all that happened to each matter is unfolded, and the happenings are marked as settled with
the duties. A worker that dies leaves them as they were; a second one finds them held, or settled.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

import structlog
from django.db import DatabaseError

from peelian.access.user import User
from peelian.engines.duties.bringing import Bench, bring
from peelian.engines.duties.models import Duty
from peelian.engines.duties.rule import Rule
from peelian.engines.duties.writing import Key, Pen, Staff, hold, writing
from peelian.records.happenings import Happening

# Few enough that whoever waits for one of their matters, or for the trail, waits for an instant.
TOGETHER = 20

log = structlog.get_logger("peelian.duties")


class NotSettled(Exception):
    """Some happenings could not be settled by a fault of ours; all others were."""


def settle(rules: Sequence[Rule], *, by: User, at: datetime, most: int = 200) -> int:
    """Settle up to so many happenings, oldest first; how many were settled here.

    One that fails does not stop the others: they are settled first, then `NotSettled` is raised,
    and it waits for the next run.
    """
    bench, staff = Bench(), Staff(at)
    settled, last, failed = 0, 0, 0
    while settled < most:
        waiting = Happening.objects.filter(settled_at=None, pk__gt=last).order_by("pk")
        found = list(waiting.values_list("pk", flat=True)[: min(TOGETHER, most - settled)])
        if not found:
            break
        last = found[-1]
        try:
            settled += settle_these(found, rules, by=by, at=at, bench=bench, staff=staff)
        except DatabaseError:
            raise
        except Exception:
            for one in found:
                try:
                    settled += settle_these([one], rules, by=by, at=at, bench=bench, staff=staff)
                except DatabaseError:
                    raise
                except Exception:
                    log.exception("happening_not_settled", happening=one)
                    failed += 1
    if failed:
        raise NotSettled(f"{failed} happenings could not be settled; the log says why.")
    return settled


def settle_these(
    found: Iterable[int],
    rules: Sequence[Rule],
    *,
    by: User,
    at: datetime,
    bench: Bench | None = None,
    staff: Staff | None = None,
) -> int:
    """Settle these happenings in one transaction; how many of them were not settled yet."""
    with writing(by, at, staff) as pen:
        return settle_with(pen, found, rules, bench or Bench())


def settle_with(pen: Pen, found: Iterable[int], rules: Sequence[Rule], bench: Bench) -> int:
    """The same within a transaction that a verb has opened."""
    open_ones = Happening.objects.select_for_update(no_key=True, skip_locked=True)
    rows = list(
        open_ones.filter(pk__in=list(found), settled_at=None)
        .order_by("pk")
        .prefetch_related("keys")
    )
    if not rows:
        return 0
    touched = _touched(rows, rules)
    pen.matters |= hold(touched)
    known = {rule.key: rule for rule in rules}
    for key in sorted(touched):
        bring(pen, known[key[1]], key, bench)
    Happening.objects.filter(pk__in=[row.pk for row in rows]).update(settled_at=pen.at)
    return len(rows)


def touched_by(
    name: str, force_id: str, about: Mapping[str, str], rules: Sequence[Rule]
) -> frozenset[Key]:
    """The matters that a happening of this name has to do with, by its keys."""
    return frozenset(
        (force_id, rule.key, about[rule.about])
        for rule in rules
        if name in rule.listens_to and rule.about in about
    )


def _touched(rows: Sequence[Happening], rules: Sequence[Rule]) -> frozenset[Key]:
    """Every matter of these happenings, and those of the duties that one of them began before.

    So a source that corrects what its record is about takes the duty from the wrong matter.
    """
    found: set[Key] = set()
    for row in rows:
        about = {key.name: key.value for key in row.keys.all()}
        found |= touched_by(row.name, row.force_id, about, rules)
    beginning = [rule.key for rule in rules if {row.name for row in rows} & set(rule.starts)]
    begun = Duty.objects.filter(of_id__in=[row.record_id for row in rows], rule__in=beginning)
    found.update(begun.values_list("force_id", "rule", "matter"))
    return frozenset(found)
