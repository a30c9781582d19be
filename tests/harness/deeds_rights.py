"""Deeds on rights: posts and roles given and ended, records sealed and opened by broken glass."""

from collections import Counter
from datetime import date, timedelta
from typing import ClassVar

from django.conf import settings

from harness.database import OwnDatabase
from harness.kills import BEFORE_REPLY, CrashPoint, Found
from harness.numbered import account, compare, entries, moment, number_at
from peelian.access.actors import service_account
from peelian.access.giving.posts import end_holding, hold_post, make_post
from peelian.access.giving.roles import end_role, give_role
from peelian.access.giving.seals import seal
from peelian.access.glass import BrokenGlass
from peelian.access.held import RoleHeld
from peelian.access.seal import Seal, SealMember
from peelian.areas.investigation.models import Investigation
from peelian.engines.registers.glass import break_glass
from peelian.engines.registers.models import Notice
from peelian.records.store.reader import open_reader
from peelian.spine.post import Holding
from people import FORCE, employ, investigation, make_units

FIRST_DAY = date(2026, 3, 1)
POST = "deputy"
APPEND = "peelian.access.giving.deeds:append"


def day(number: int) -> date:
    """The day on which the deed of this number counts."""
    return FIRST_DAY + timedelta(days=number)


class PostsAndRoles:
    """In turn: somebody comes into a post, leaves it, is given a role, and loses it."""

    name = "posts-and-roles"
    POINTS: ClassVar[tuple[CrashPoint, ...]] = (
        CrashPoint("before-holding", "peelian.spine.post:Holding.save", "before"),
        CrashPoint("after-holding", "peelian.spine.post:Holding.save", "after"),
        CrashPoint("after-role", "peelian.access.held:RoleHeld.save", "after"),
        CrashPoint("before-trail", APPEND, "before"),
        CrashPoint("after-trail", APPEND, "after"),
        BEFORE_REPLY,
    )

    def prepare(self, place: OwnDatabase) -> None:
        make_units()
        employ("investigator", "N1")
        make_post(
            force_id=FORCE,
            post_ref=POST,
            title="Deputy",
            unit_ref="N1",
            on=FIRST_DAY,
            actor=service_account("command-line"),
            at=moment(0),
        )

    def do(self, number: int, place: OwnDatabase) -> None:
        done = {"actor": service_account("command-line"), "at": moment(number)}
        user = account("investigator")
        if number % 4 == 1:
            hold_post(
                force_id=FORCE,
                post_ref=POST,
                officer_ref="no-investigator",
                on=day(number),
                **done,
            )
        elif number % 4 == 2:
            held = Holding.objects.get(post_ref=POST, ends_on=None)
            end_holding(holding=held, last_day=day(number), **done)
        elif number % 4 == 3:
            give_role(user=user, role="analyst", force_id=FORCE, reason="stands in", **done)
        else:
            end_role(held=RoleHeld.objects.get(user=user, ends_at=None), reason="is back", **done)

    def find(self, first: int, place: OwnDatabase) -> Found:
        numbers = []
        for held in Holding.objects.filter(post_ref=POST):
            numbers.append((held.starts_on - FIRST_DAY).days)
            if held.ends_on is not None:
                numbers.append((held.ends_on - FIRST_DAY).days)
        for role in RoleHeld.objects.all():
            numbers.append(number_at(role.starts_at))
            if role.ends_at is not None:
                numbers.append(number_at(role.ends_at))
        active = {
            "post": Holding.objects.filter(post_ref=POST, ends_on=None).count(),
            "role": RoleHeld.objects.filter(ends_at=None).count(),
        }
        entered = [*entries(first, "holding", "altered"), *entries(first, "account", "altered")]
        return compare(
            {number for number in numbers if number >= first},
            [number_at(one.at) for one in entered],
            faults=[f"the {what} has {n} holders" for what, n in active.items() if n > 1],
            first=first,
        )


class SealsAndGlass:
    """In turn: a record is sealed for two people, and another is opened by broken glass.

    A seal is a row, its members and an entry; broken glass a row, a notice to the owner and an
    entry.
    """

    name = "seals-and-glass"
    POINTS: ClassVar[tuple[CrashPoint, ...]] = (
        CrashPoint("after-seal", "peelian.access.seal:Seal.save", "after"),
        CrashPoint("after-glass", "peelian.access.glass:BrokenGlass.save", "after"),
        CrashPoint("before-notice", "peelian.engines.registers.glass:notify", "before"),
        CrashPoint("after-notice", "peelian.engines.registers.glass:notify", "after"),
        CrashPoint("after-trail", APPEND, "after"),
        BEFORE_REPLY,
    )

    def prepare(self, place: OwnDatabase) -> None:
        make_units()
        employ("patrol-officer", "N1")
        employ("investigator", "N1")
        employ("investigator", "S1", name="other-team")
        investigation("B", unit="S1", officer="no-other-team")

    def do(self, number: int, place: OwnDatabase) -> None:
        if number % 2:
            seal(
                record=Investigation(record_id=f"sealed-{number}", force_id=FORCE),
                members=[account("investigator"), account("other-team")],
                reason=f"deed-{number}",
                actor=service_account("command-line"),
                at=moment(number),
            )
        else:
            break_glass(
                Investigation,
                "investigation-B",
                open_reader(settings.STORE_ROOT),
                reason="life",
                actor=account("patrol-officer"),
                at=moment(number),
            )

    def find(self, first: int, place: OwnDatabase) -> Found:
        since = moment(first)
        sealed = {
            one.pk: number_at(one.starts_at) for one in Seal.objects.filter(starts_at__gte=since)
        }
        members = Counter(
            SealMember.objects.filter(starts_at__gte=since).values_list("seal", flat=True)
        )
        half = {number for seal_id, number in sealed.items() if members[seal_id] != 2}
        broken = BrokenGlass.objects.filter(starts_at__gte=since)
        opened = {number_at(at) for at in broken.values_list("starts_at", flat=True)}
        told = Notice.objects.filter(at__gte=since, kind="glass").values_list("at", flat=True)
        half |= opened ^ {number_at(at) for at in told}
        entered = entries(first, "investigation", "altered", "consulted")
        return compare(
            {*sealed.values(), *opened},
            [number_at(one.at) for one in entered],
            half=half,
            faults=[f"members of seal {one}, which is none" for one in set(members) - set(sealed)],
            first=first,
        )
