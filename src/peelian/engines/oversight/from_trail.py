"""The facts of a review from the trail, the staff tables and the ties of one force.

What those tables do not hold is no evidence: former addresses, streets and records that a force
watches over stay empty until a source brings them. Only records that were opened count as sights; a
row in a list of results does not, as a search for one name shows many people.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property

from peelian.access.conflict import Conflict, ConflictKind
from peelian.access.dated import counts_at
from peelian.access.tie import Tie
from peelian.access.user import Kind, User
from peelian.engines.oversight.about import MANY, PeopleOfRecords, batches
from peelian.engines.oversight.looked_up import LookUp, PersonFacts, Shift, Staff
from peelian.engines.oversight.surnames import Surnames, tidy
from peelian.engines.registers.reasons import LookReason
from peelian.spine.officer import Officer
from peelian.spine.person import Person
from peelian.spine.post import Holding, Post
from peelian.spine.shift import Shift as Duty
from peelian.trail.looks import LIST
from peelian.trail.models import Entry
from peelian.trail.particulars import Particulars
from peelian.trail.verbs import Verb

# The words of access for why somebody could look (access.layers) that are a tie to the record. The
# reach of a whole force and broken glass are none: there a person is asked for a reason.
TIES = frozenset({"tied", "member", "scope", "share"})
GLASS = "glass"
# Whoever signs in, of this force or not: an inspector or a partner looks too. Services do not.
PEOPLE = f"{Kind.PERSON.value}:"
# Shifts this far from the night still tell how long after work a look-up was.
ROUND_ABOUT = timedelta(days=4)
AT_ONCE = 2_000  # entries read together


@dataclass(frozen=True)
class FromTrail:
    """The `Sources` of one force. Fit for one review: what it has read once it remembers."""

    force_id: str

    def look_ups(self, since: datetime, until: datetime) -> Iterator[LookUp]:
        """Every opened record about a person, once for each person that it is about."""
        entries = Entry.objects.filter(
            verb=Verb.CONSULTED, at__gte=since, at__lt=until, actor__startswith=PEOPLE
        ).exclude(record_ref=LIST)
        for part in batches(entries.order_by("sequence").iterator(), AT_ONCE):
            self._about.learn((entry.record_type, entry.record_ref) for entry in part)
            for entry in part:
                yield from self._sights(entry)

    def staff(self, since: datetime, until: datetime) -> Mapping[str, Staff]:
        """Everybody of the force with an account, with what the staff tables say of them."""
        officers = {one.officer_ref: one for one in Officer.objects.filter(force_id=self.force_id)}
        own = {one.person_key for one in officers.values() if one.person_key}
        known = {one.person_key: one for one in self._people(own)}
        units, shifts, family = self._units(since), self._shifts(since, until), self._family(until)
        found = {}
        for account in self._accounts.values():
            officer = officers.get(account.officer_ref)
            key = officer.person_key if officer is not None else None
            person = known.get(key) if key else None
            found[account.trail_name] = Staff(
                actor=account.trail_name,
                unit=units.get(account.officer_ref, ""),
                shifts=shifts.get(account.officer_ref),
                own_person=key,
                declared_family=frozenset(family.get(account.pk, ())),
                address=person.address_key if person is not None else None,
                surname=_surname(person, officer),
            )
        return found

    def people(self, keys: Collection[str], at: datetime) -> Mapping[str, PersonFacts]:
        """What the persons table and the ties say of these people by that moment."""
        involved = self._involved(at)
        return {
            one.person_key: PersonFacts(
                person=one.person_key,
                address=one.address_key,
                surname=one.family_name,
                involved=frozenset(involved.get(one.person_key, ())),
                # Without any tie in the force nobody can say what is being worked on.
                open_work=one.person_key in involved if involved else None,
            )
            for one in self._people(keys)
        }

    def surnames(self) -> Surnames:
        """How many people of the persons table bear each name; one key is one person."""
        named = {
            key: tidy(name)
            for key, name in Person.objects.filter(force_id=self.force_id)
            .values_list("person_key", "family_name")
            .iterator()
            if name and name.strip()
        }
        bearers: defaultdict[str, int] = defaultdict(int)
        for name in named.values():
            bearers[name] += 1
        return Surnames(dict(bearers), len(named))

    def _sights(self, entry: Entry) -> Iterator[LookUp]:
        said = Particulars.of(entry.detail)
        ref = (entry.record_type, entry.record_ref)
        for person in self._about.of(ref):
            yield LookUp(
                sequence=entry.sequence,
                at=entry.at,
                actor=entry.actor,
                person=person,
                record=ref,
                relationship=said.relationship if said.relationship in TIES else None,
                reason=_chosen(said.reason),
                broke_glass=said.relationship == GLASS,
            )

    @cached_property
    def _accounts(self) -> dict[str, User]:
        people = User.objects.filter(kind=Kind.PERSON, force_id=self.force_id)
        return {one.trail_name: one for one in people}

    @cached_property
    def _about(self) -> PeopleOfRecords:
        return PeopleOfRecords(self.force_id)

    def _people(self, keys: Collection[str]) -> Iterator[Person]:
        for part in batches(sorted(keys), MANY):
            yield from Person.objects.filter(force_id=self.force_id, person_key__in=part)

    def _units(self, at: datetime) -> dict[str, str]:
        posts = dict(
            Post.objects.filter(force_id=self.force_id).values_list("post_ref", "unit_ref")
        )
        day = at.date()
        held = Holding.objects.filter(force_id=self.force_id, starts_on__lte=day).exclude(
            ends_on__lt=day
        )
        return {one.officer_ref: posts.get(one.post_ref, "") for one in held}

    def _shifts(self, since: datetime, until: datetime) -> dict[str, tuple[Shift, ...]]:
        near = Duty.objects.filter(
            force_id=self.force_id,
            ends_at__gt=since - ROUND_ABOUT,
            starts_at__lt=until + ROUND_ABOUT,
        )
        gathered: defaultdict[str, list[Shift]] = defaultdict(list)
        for duty in near.order_by("starts_at"):
            gathered[duty.officer_ref].append((duty.starts_at, duty.ends_at))
        return {officer: tuple(found) for officer, found in gathered.items()}

    def _family(self, at: datetime) -> dict[int, set[str]]:
        gathered: defaultdict[int, set[str]] = defaultdict(set)
        declared = Conflict.objects.filter(
            counts_at(at), force_id=self.force_id, kind=ConflictKind.FAMILY
        ).exclude(person_key="")
        for one in declared:
            gathered[one.user_id].add(one.person_key)
        return gathered

    def _involved(self, at: datetime) -> dict[str, set[str]]:
        """By person, the accounts that hold a tie to any record about them."""
        gathered: defaultdict[str, set[str]] = defaultdict(set)
        ties = list(
            Tie.objects.filter(counts_at(at), user__force_id=self.force_id).select_related("user")
        )
        self._about.learn((tie.record_type, tie.record_id) for tie in ties)
        for tie in ties:
            for person in self._about.of((tie.record_type, tie.record_id)):
                gathered[person].add(tie.user.trail_name)
        return gathered


def _chosen(reason: str) -> str | None:
    """The reason from the list, without the words beside it: they may be about others."""
    code = reason.partition(":")[0].strip()
    labels = dict(LookReason.choices)
    return str(labels[code]) if code in labels else code or None


def _surname(person: Person | None, officer: Officer | None) -> str | None:
    """The family name on record, or else the last word of the name that the staff list has."""
    if person is not None and person.family_name:
        return str(person.family_name)
    words = officer.name.split() if officer is not None else []
    return words[-1] if words else None
