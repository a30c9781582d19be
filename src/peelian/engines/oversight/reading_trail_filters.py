"""What a reviewer of the trail asks for: who, which record, which deed, when, which request."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from peelian.access.user import User
from peelian.trail.looks import entries_about
from peelian.trail.models import Entry
from peelian.trail.verbs import Verb

# A name that so many have tells nothing; nobody reads the deeds of all of them at once.
MOST_CALLED_SO = 200
LONGEST = 200  # characters of anything that is typed

# An entry about an alert would tell somebody that one about them was listed, and who judged it.
# Nobody reads the address or the detail of these here: the pages of the review have rules of their
# own.
REVIEW_ONLY = frozenset({"oversight.alert", "oversight.verdict", "oversight.night"})


class WrongFilter(Exception):
    """The trail cannot be asked so; the message is a sentence that says what would be right."""


@dataclass(frozen=True, kw_only=True)
class TrailFilters:
    """What to look for; whatever is empty leaves out nothing.

    `who` is a name in the trail (`person:...`, `service:...`), or what people go by: a name or a
    part of one, an e-mail address, a number of the staff list. `address` needs its `record_type`
    and finds the record by itself and in lists that showed it. `since` is included, `until` is not.
    """

    who: str = ""
    record_type: str = ""
    address: str = ""
    verb: Verb | None = None
    since: datetime | None = None
    until: datetime | None = None
    request: str = ""

    def check(self) -> None:
        """Raise `WrongFilter` for what cannot be asked together."""
        for part in (self.who, self.record_type, self.address, self.request):
            if len(part) > LONGEST or "\x00" in part:
                raise WrongFilter(f"Write at most {LONGEST} letters and digits in one box.")
        if self.address and not self.record_type:
            raise WrongFilter("Choose what kind of record it is, beside its address.")
        if self.address and self.record_type in REVIEW_ONLY:
            raise WrongFilter("Alerts are read on the pages of the look-up review.")
        if self.since and self.until and self.until <= self.since:
            raise WrongFilter("The last day is before the first one. Choose a later last day.")

    def asked(self) -> dict[str, str]:
        """The filters that say something, as the trail keeps them."""
        said = {
            "who": self.who,
            "record_type": self.record_type,
            "address": self.address,
            "verb": str(self.verb or ""),
            "since": self.since.isoformat() if self.since else "",
            "until": self.until.isoformat() if self.until else "",
            "request": self.request,
        }
        return {name: part for name, part in said.items() if part}

    def entries(self, force_id: str) -> QuerySet[Entry]:
        """What they leave of the trail, of whichever force, newest first.

        Raises `WrongFilter` also where nobody is called so in this force.
        """
        self.check()
        found = Entry.objects.order_by("-sequence")
        if self.address:
            found = entries_about(self.record_type, self.address)
        elif self.record_type:
            found = found.filter(record_type=self.record_type)
        if self.who:
            found = found.filter(actor__in=sorted(names_called(self.who, force_id)))
        if self.verb:
            found = found.filter(verb=self.verb)
        if self.since:
            found = found.filter(at__gte=self.since)
        if self.until:
            found = found.filter(at__lt=self.until)
        if self.request:
            # The detail is canonical JSON, so this is how it spells the request and no other.
            said = json.dumps(self.request, ensure_ascii=False)
            found = found.filter(detail__contains=f'"request":{said}')
        return found


def names_called(who: str, force_id: str) -> frozenset[str]:
    """Names in the trail of those who are called so, among people of the force and of no force.

    Raises `WrongFilter` where it is nobody, or too many to be meant.
    """
    words = who.strip()
    if ":" in words:
        return frozenset({words})
    called = Q(name__icontains=words) | Q(email=words.lower()) | Q(key=words) | Q(officer_ref=words)
    users = User.objects.filter(called)
    if force_id:
        users = users.filter(force_id__in=(force_id, ""))
    found = frozenset(user.trail_name for user in users[: MOST_CALLED_SO + 1])
    if not found:
        raise WrongFilter("Nobody with an account here is called so. Write a name or an e-mail.")
    if len(found) > MOST_CALLED_SO:
        raise WrongFilter(f"More than {MOST_CALLED_SO} are called so. Write more of the name.")
    return found


def forces_of(names: Iterable[str]) -> dict[str, str]:
    """The force of each account by its name in the trail; those of no account are left out."""
    wanted = frozenset(names)
    keys = {name.partition(":")[2] for name in wanted}
    return {
        user.trail_name: user.force_id
        for user in User.objects.filter(key__in=keys).only("key", "kind", "force_id")
        if user.trail_name in wanted
    }
