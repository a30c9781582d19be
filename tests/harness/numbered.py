"""What the deeds of the kill harness have in common: a moment each, and the entries of it.

A deed is known by its number, and its number is told by the second in which it was done.
"""

from collections.abc import Collection
from datetime import UTC, datetime, timedelta

from harness.kills import Found
from peelian.access.user import User
from peelian.trail.models import Entry
from peelian.trail.verify import verify

BEGINNING = datetime(2026, 3, 1, tzinfo=UTC)


def moment(number: int) -> datetime:
    """When the deed of this number is done."""
    return BEGINNING + timedelta(seconds=number)


def number_at(at: datetime) -> int:
    """The number of the deed that was done at this moment."""
    return round((at - BEGINNING).total_seconds())


def account(role: str) -> User:
    """The person in this role of the small force."""
    return User.objects.get(email=f"{role}@force.example")


def entries(first: int, record_type: str, *verbs: str) -> list[Entry]:
    """The entries of the trail about such records since the deed of this number."""
    found = Entry.objects.filter(at__gte=moment(first), record_type=record_type, verb__in=verbs)
    return list(found.order_by("sequence"))


def compare(
    records: Collection[int],
    entered: Collection[int],
    *,
    half: Collection[int] = (),
    faults: Collection[str] = (),
    first: int,
) -> Found:
    """Deeds are whole where the record and its entry stand, once each, and half where only one."""
    told = set(entered)
    broken = (set(records) ^ told) | set(half)
    twice = [number for number in told if list(entered).count(number) > 1]
    return Found(
        whole=frozenset((set(records) & told) - broken),
        half=frozenset(broken),
        faults=(
            *faults,
            *(f"deed {number} was entered twice" for number in twice),
            *(faults_of_the_chain() if first == 1 else ()),
        ),
    )


def faults_of_the_chain() -> tuple[str, ...]:
    """What the trail's own verification finds, as sentences."""
    found = verify(entry.link() for entry in Entry.objects.order_by("sequence").iterator())
    return tuple(fault.sentence for fault in found.faults)
