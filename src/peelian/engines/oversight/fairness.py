"""Counts by ethnic group, made with each night and read by whoever answers for the review.

To count the people looked at, four weeks of the trail must be read. The night reads them anyway:
`Counting` listens to it, and what is kept are numbers without anybody's name.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction

from peelian.access.decide import check_power
from peelian.access.powers import Power
from peelian.access.user import Kind, User
from peelian.engines.oversight.about import MANY, batches
from peelian.engines.oversight.groups import GroupCheck, check_counts
from peelian.engines.oversight.looked_up import LookUp, PersonFacts, Staff
from peelian.engines.oversight.models import Alert, GroupCount, NightReview
from peelian.engines.oversight.rules import DEFAULTS, Rules
from peelian.engines.oversight.sources import Sources
from peelian.engines.oversight.surnames import Surnames
from peelian.spine.ethnicity import ETHNIC_GROUPS
from peelian.spine.person import Person
from peelian.trail.append import append
from peelian.trail.particulars import Particulars
from peelian.trail.verbs import Verb

STAFF, PEOPLE = "staff", "people"
COUNTS = "oversight.groups"
OTHER = ("any other ethnic", "other")


class Counting:
    """A source of facts that remembers who was on the staff list and who was looked at."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self.everybody_looked_at: set[str] = set()
        self.everybody_on_staff: frozenset[str] = frozenset()

    def look_ups(self, since: datetime, until: datetime) -> Iterator[LookUp]:
        """As the source has them; whom they are about is noted as they pass."""
        for one in self._sources.look_ups(since, until):
            self.everybody_looked_at.add(one.person)
            yield one

    def staff(self, since: datetime, until: datetime) -> Mapping[str, Staff]:
        """As the source has them."""
        found = self._sources.staff(since, until)
        self.everybody_on_staff = frozenset(found)
        return found

    def people(self, keys: Collection[str], at: datetime) -> Mapping[str, PersonFacts]:
        """As the source has them."""
        return self._sources.people(keys, at)

    def surnames(self) -> Surnames:
        """As the source has them."""
        return self._sources.surnames()


@dataclass(frozen=True)
class Fairness:
    """How often each group was listed in the nights from `since` to `until`, both included."""

    since: date
    until: date
    staff: GroupCheck
    people: GroupCheck


def count_groups(
    review: NightReview,
    counted: Counting,
    *,
    staff_groups: Mapping[str, str | None],
    by: User,
    at: datetime,
    rules: Rules = DEFAULTS,
) -> None:
    """Keep how many of each group there were, and were listed, in the weeks up to this night.

    `staff_groups` says of which ethnic group a member of staff is, by name in the trail; who is
    not in it is counted as not recorded, as is a person looked at whose own words fit no group.
    Raises `NotAllowed`.
    """
    if by.kind != Kind.SERVICE or not by.is_active:
        check_power(by, Power.REVIEW_LOOKUPS, force_id=review.force_id, at=at)
    since = review.night - timedelta(days=rules.days_remembered)
    alerts = Alert.objects.filter(
        force_id=review.force_id, review__night__gt=since, review__night__lte=review.night
    )
    listed = list(alerts.values_list("actor", "person"))
    sides = {
        STAFF: (counted.everybody_on_staff, {actor for actor, _ in listed}, staff_groups),
        PEOPLE: (
            counted.everybody_looked_at,
            {person for _, person in listed},
            groups_of_people(review.force_id, counted.everybody_looked_at),
        ),
    }
    with transaction.atomic():
        for side, (everybody, on_list, group_of) in sides.items():
            sizes = Counter(group_of.get(one) for one in everybody | on_list)
            hits = Counter(group_of.get(one) for one in on_list)
            for group, size in sizes.items():
                GroupCount(
                    review=review, side=side, group=group or "", size=size, listed=hits[group]
                ).save()
        append(
            actor=by.trail_name,
            verb=Verb.COLLECTED,
            ref=(COUNTS, review.force_id),
            detail=Particulars().detail(night=review.night.isoformat()),
            at=at,
        )


def read_fairness(
    *, force_id: str, by: User, at: datetime, rules: Rules = DEFAULTS
) -> Fairness | None:
    """The newest counts as rates; None before the first night. It is written before this returns.

    Raises `NotAllowed` (C-AUD-5).
    """
    check_power(by, Power.REVIEW_LOOKUPS, force_id=force_id, at=at)
    newest = (
        NightReview.objects.filter(force_id=force_id, groups__isnull=False)
        .order_by("-night")
        .first()
    )
    found = None
    if newest is not None:
        rows = tuple(newest.groups.all())
        found = Fairness(
            since=newest.night - timedelta(days=rules.days_remembered - 1),
            until=newest.night,
            staff=_check(rows, STAFF, rules),
            people=_check(rows, PEOPLE, rules),
        )
    with transaction.atomic():
        append(
            actor=by.trail_name,
            verb=Verb.CONSULTED,
            ref=(COUNTS, force_id),
            detail=Particulars().detail(),
            at=at,
        )
    return found


def groups_of_people(force_id: str, keys: Iterable[str]) -> dict[str, str | None]:
    """The ethnic group of each person, one of five, from what they said of themselves.

    One key may stand in several rows: the first in order of address that says a group counts.
    """
    found: dict[str, str | None] = {}
    for part in batches(sorted(keys), MANY):
        rows = Person.objects.filter(force_id=force_id, person_key__in=part).order_by("record_id")
        for key, said in rows.values_list("person_key", "ethnicity"):
            found[key] = found.get(key) or group_in(said or "")
    return found


def group_in(said: str) -> str | None:
    """The group of five with which a description begins; None where it names none of them."""
    words = said.strip().lower()
    if words.startswith(OTHER):
        return "Other"
    return next((group for group in ETHNIC_GROUPS.codes if words.startswith(group.lower())), None)


def _check(rows: Iterable[GroupCount], side: str, rules: Rules) -> GroupCheck:
    mine = [row for row in rows if row.side == side]
    sizes = Counter({row.group or None: row.size for row in mine})
    hits = Counter({row.group or None: row.listed for row in mine})
    return check_counts(sizes, hits, rules=rules)
