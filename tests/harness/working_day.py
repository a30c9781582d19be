"""A working day of many people at once: registers and rights together, against a small model."""

import json
import random
from collections import Counter
from collections.abc import Callable, Sequence
from hashlib import sha256

from django.conf import settings

from harness.histories import Event, Step, Value
from harness.overlaps import overlaps
from harness.saving import ADDRESSES, Saving
from peelian.access.actors import service_account
from peelian.access.giving.posts import end_holding, hold_post
from peelian.access.giving.refusal import NothingThere, Refused
from peelian.access.giving.roles import end_role, give_role
from peelian.access.giving.seals import seal
from peelian.access.giving.ties import tie, untie
from peelian.access.giving.unsealing import (
    add_member,
    ask_member,
    ask_to_lift,
    end_membership,
    lift_seal,
)
from peelian.access.held import RoleHeld
from peelian.access.seal import MemberAsked, Seal, SealMember
from peelian.access.tie import Tie
from peelian.access.user import User
from peelian.areas.investigation.models import Investigation
from peelian.engines.registers.errors import NoSuchExport
from peelian.engines.registers.exporting import ask_export, fetch_export
from peelian.engines.registers.following import follow, unfollow
from peelian.engines.registers.models import Export, ExportState, Following, Notice
from peelian.records.store.reader import open_reader
from peelian.spine.post import Holding, Post
from peelian.trail.models import Entry
from people import FORCE, NOW, SINCE, employ, investigation

POSTS = ("deputy-1", "deputy-2")
ROLES = ("analyst", "panel-member")
SEALED = ("investigation-S", "investigation-T")
TIED = "investigation-U"
KEEPERS = ("chief-officer", "records-manager")
FOLLOWERS = ("supervisor", "investigator")
# What the trail calls a deed, and what its actor was told.
TOLD = {
    "post held": "held",
    "post left": "left",
    "role given": "given",
    "role ended": "ended",
    "sealed": "sealed",
    "seal lifted": "lifted",
    "member of seal asked for": "member asked",
    "member of seal added": "member added",
    "member of seal ended": "member ended",
    "lifting of seal asked for": "lifting asked",
    "tied": "tied",
    "untied": "untied",
}


class WorkingDay(Saving):
    """Saves, posts, roles, seals, ties, followers and exports by everybody at once.

    Whoever is told that they hold a post, a role or a seal is the only one; each deed told is in
    the trail, once; every save reaches the one who always follows; a file handed out is whole.
    """

    name = "working-day"

    def prepare(self) -> dict[str, Value]:
        first = super().prepare()
        service_account("command-line")
        for role, unit in (
            ("supervisor", "N"),
            ("investigator", "N1"),
            *((one, "F") for one in KEEPERS),
        ):
            employ(role, unit)
        for ref in POSTS:
            Post.objects.create(
                record_id=f"post-{ref}",
                source="typed",
                force_id=FORCE,
                post_ref=ref,
                title=ref,
                unit_ref="N1",
                starts_on=SINCE,
            )
        for address in (*SEALED, TIED):
            investigation(address[-1])
        tables = open_reader(settings.STORE_ROOT)
        for address in ADDRESSES:
            follow(Investigation, address, actor=_user("supervisor"), at=NOW, tables=tables)
        return first

    def act(self, dice: random.Random, name: str) -> Step:
        rights: tuple[Callable[[random.Random], Step], ...] = (
            _hold,
            _leave,
            _give,
            _take_back,
            _seal,
            _open_further,
            _tie,
            _untie,
            _follow,
            _export,
        )
        chosen = dice.choices((None, *rights), weights=(10, 2, 2, 2, 2, 1, 3, 1, 1, 1, 1))[0]
        if chosen is None:
            return super().act(dice, name)
        try:
            return chosen(dice)
        except (Refused, NothingThere):
            return Step("refused")

    def broken(self, events: Sequence[Event]) -> list[str]:
        told = Counter(event.step.name for event in events)
        return [
            *super().broken(events),
            *_wrong_counts(told),
            *_two_at_once(events),
            *_notices(told),
            *_exports(told),
        ]


def _hold(dice: random.Random) -> Step:
    post = dice.choice(POSTS)
    made = hold_post(
        force_id=FORCE,
        post_ref=post,
        officer_ref=f"no-{dice.choice(KEEPERS + FOLLOWERS)}",
        on=NOW.date(),
        **_by_command_line(),
    )
    return Step("held", None, post, made.record_id)


def _leave(dice: random.Random) -> Step:
    held = Holding.objects.filter(post_ref=dice.choice(POSTS)).first()
    if held is None:
        return Step("nothing to leave")
    # Before its first day: as if they had never held it, so that the day is free again.
    end_holding(holding=held, last_day=SINCE, **_by_command_line())
    return Step("left", None, held.post_ref, held.record_id)


def _give(dice: random.Random) -> Step:
    role, user = dice.choice(ROLES), _user(dice.choice(FOLLOWERS))
    held = give_role(user=user, role=role, force_id=FORCE, reason="stands in", **_by_command_line())
    return Step("given", None, f"{role} of {user.name}", held.pk)


def _take_back(dice: random.Random) -> Step:
    held = RoleHeld.objects.filter(role=dice.choice(ROLES), ends_at=None).first()
    if held is None:
        return Step("nothing to take back")
    end_role(held=held, reason="is back", **_by_command_line())
    return Step("ended", None, f"{held.role} of {held.user.name}", held.pk)


def _seal(dice: random.Random) -> Step:
    address = dice.choice(SEALED)
    made = seal(
        record=Investigation.objects.get(record_id=address),
        members=[_user(one) for one in KEEPERS],
        reason="staff",
        **_by_command_line(),
    )
    return Step("sealed", None, address, made.pk)


def _open_further(dice: random.Random) -> Step:
    """One of the steps by which keepers let somebody in, put them out, or lift the seal."""
    kept = Seal.objects.filter(record_id=dice.choice(SEALED), ends_at=None).first()
    if kept is None:
        return Step("nothing sealed")
    keeper = _user(dice.choice(KEEPERS))
    done = {"actor": keeper, "at": NOW}
    step = dice.randrange(5)
    if step == 0:
        ask_member(kept=kept, user=_user(dice.choice(FOLLOWERS)), reason="helps", **done)
        return Step("member asked")
    if step == 1:
        asked = MemberAsked.objects.filter(seal=kept, answered_at=None).first()
        if asked is None:
            return Step("nobody asked")
        add_member(asked=asked, **done)
        return Step("member added")
    if step == 2:
        member = dice.choice([*SealMember.objects.filter(seal=kept, ends_at=None), None])
        if member is None:
            return Step("nobody chosen")
        end_membership(member=member, **done)
        return Step("member ended")
    if step == 3:
        ask_to_lift(kept=kept, reason="is over", **done)
        return Step("lifting asked")
    lift_seal(kept=kept, **done)
    return Step("lifted", None, kept.record_id, kept.pk)


def _tie(dice: random.Random) -> Step:
    record = Investigation.objects.get(record_id=TIED)
    made = tie(user=_user(dice.choice(FOLLOWERS)), record=record, kind="task", **_by_command_line())
    return Step("tied", None, None, made.pk)


def _untie(dice: random.Random) -> Step:
    tied = Tie.objects.filter(ends_at=None).first()
    if tied is None:
        return Step("nothing tied")
    untie(tied=tied, actor=tied.user, at=NOW)
    return Step("untied", None, None, tied.pk)


def _follow(dice: random.Random) -> Step:
    user, address = _user("investigator"), dice.choice(ADDRESSES)
    if dice.random() < 0.5:
        unfollow(Investigation, address, actor=user)
        return Step("follows no more")
    tables = open_reader(settings.STORE_ROOT)
    follow(Investigation, address, actor=user, at=NOW, tables=tables)
    return Step("follows")


def _export(dice: random.Random) -> Step:
    user, tables = _user("supervisor"), open_reader(settings.STORE_ROOT)
    made = ask_export(user, Investigation, tables, reason="task", at=NOW)
    try:
        served = fetch_export(user, made.id, at=NOW)
    except NoSuchExport:  # a record in it was sealed meanwhile
        return Step("export taken back")
    return Step("exported", None, None, sha256(served.content).hexdigest())


def _wrong_counts(told: Counter[str]) -> list[str]:
    entered = Counter(
        json.loads(detail).get("what") for detail in Entry.objects.values_list("detail", flat=True)
    )
    faults = [
        f"{entered[what]} entries '{what}', {told[name]} told"
        for what, name in TOLD.items()
        if entered[what] != told[name]
    ]
    standing = (
        ("held", "left", Holding.objects.filter(post_ref__in=POSTS)),
        ("given", "ended", RoleHeld.objects.filter(ends_at=None)),
        ("sealed", "lifted", Seal.objects.filter(ends_at=None)),
        ("tied", "untied", Tie.objects.filter(ends_at=None)),
    )
    faults += [
        f"{rows.count()} stand, {told[begun]} {begun}, {told[ended]} {ended}"
        for begun, ended, rows in standing
        if rows.count() != told[begun] - told[ended]
    ]
    faults += [
        f"nobody may see {kept.record_id}"
        for kept in Seal.objects.filter(ends_at=None)
        if not SealMember.objects.filter(seal=kept, ends_at=None).exists()
    ]
    return faults


def _two_at_once(events: Sequence[Event]) -> list[str]:
    kinds = (("held", "left"), ("given", "ended"), ("sealed", "lifted"))
    found = [overlaps(events, taken=taken, left=left) for taken, left in kinds]
    followed = Counter(Following.objects.values_list("record_id", "user"))
    found.append([f"{one} is followed twice" for one, n in followed.items() if n > 1])
    return [fault for faults in found for fault in faults]


def _notices(told: Counter[str]) -> list[str]:
    changed = Notice.objects.filter(user=_user("supervisor"), kind="changed").count()
    if changed == told["saved"]:
        return []
    return [f"{changed} notices to the one who always follows, {told['saved']} saves"]


def _exports(told: Counter[str]) -> list[str]:
    ready = Export.objects.filter(state=ExportState.READY)
    files = [settings.EXPORTS_ROOT / f"{one.id}.{one.form}" for one in ready]
    sums = {sha256(path.read_bytes()).hexdigest() for path in files if path.is_file()}
    faults = (
        [f"{len(files) - len(sums)} files of exports are missing or the same"]
        if len(sums) != len(files)
        else []
    )
    handed = Entry.objects.filter(verb="disclosed").count()
    if handed != told["exported"]:
        faults.append(f"{handed} exports entered, {told['exported']} told")
    return faults


def _user(role: str) -> User:
    return User.objects.get(email=f"{role}@force.example")


def _by_command_line() -> dict[str, object]:
    return {"actor": service_account("command-line"), "at": NOW}
