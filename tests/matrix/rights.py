"""Rights that somebody has over a record, each with the verb that takes it away."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from matrix.planting import Planted
from matrix.world import World
from peelian.access.conflict import ConflictKind
from peelian.access.dated import counts_at
from peelian.access.giving.accounts import turn_off_account
from peelian.access.giving.conflicts import About, declare_conflict
from peelian.access.giving.posts import end_holding
from peelian.access.giving.roles import end_role, give_role
from peelian.access.giving.seals import seal
from peelian.access.giving.shares import end_share
from peelian.access.giving.ties import untie
from peelian.access.giving.unsealing import end_membership
from peelian.access.glass import BrokenGlass
from peelian.access.identity.end import end
from peelian.access.identity.visit import Visit
from peelian.access.seal import Seal, SealMember
from peelian.access.share import Share
from peelian.access.standing import local_day
from peelian.access.tie import Tie
from peelian.areas.investigation.models import Investigation
from peelian.spine.post import Holding
from people import FORCE

WHY = "it is no longer needed"


@dataclass(frozen=True)
class Right:
    """Somebody may see a record. `take` takes that away, given the moment."""

    reader: str
    record: Planted
    take: Callable[[object], None]


def _over(world: World, reader: str, name: str, take: Callable[[Planted, object], None]) -> Right:
    record = world.record(Investigation, name)
    return Right(reader, record, lambda at: take(record, at))


def role_given(world: World, at) -> Right:
    """A role in another unit, given by name."""
    held = give_role(
        user=world.force["patrol-officer"], role="investigator", force_id=FORCE, unit_ref="S1",
        reason=WHY, actor=world.force["administrator"], at=at - timedelta(seconds=5),
    )  # fmt: skip
    actor = world.force["administrator"]
    return _over(
        world, "patrol-officer", "other",
        lambda record, at: end_role(held=held, reason=WHY, actor=actor, at=at),
    )  # fmt: skip


def post_held(world: World, at) -> Right:
    """A post, with the roles that it brings."""
    held = Holding.objects.get(post_ref="post-supervisor")
    return _over(
        world, "supervisor", "team",
        lambda record, at: end_holding(
            holding=held, last_day=local_day(at) - timedelta(days=1),
            actor=world.force["people-services"], at=at,
        ),
    )  # fmt: skip


def tie(world: World, at) -> Right:
    """A task on a record of another unit."""
    user = world.force["investigator"]
    tied = Tie.objects.get(user=user, record_id=world.record(Investigation, "own").record_id)
    return _over(
        world, "investigator", "own", lambda record, at: untie(tied=tied, actor=user, at=at)
    )


def share(world: World, at) -> Right:
    """What the force shares with a partner agency."""
    shared = Share.objects.get()
    actor = world.force["chief-officer"]
    return _over(
        world, "partner", "other",
        lambda record, at: end_share(shared=shared, reason=WHY, actor=actor, at=at),
    )  # fmt: skip


def seal_member(world: World, at) -> Right:
    """A place among those for whom a seal is open."""
    keeper = world.force["standards-investigator"]
    kept = Seal.objects.get(record_id=world.record(Investigation, "sealed").record_id)
    SealMember.objects.create(seal=kept, user=keeper, starts_at=kept.starts_at, added_by="service")
    member = SealMember.objects.get(seal=kept, user=world.force["records-manager"])
    return _over(
        world, "records-manager", "sealed",
        lambda record, at: end_membership(member=member, actor=keeper, at=at),
    )  # fmt: skip


def account(world: World, at) -> Right:
    """An account that is on."""
    user, actor = world.force["offender-manager"], world.force["administrator"]
    return _over(
        world, "offender-manager", "team",
        lambda record, at: turn_off_account(user=user, actor=actor, at=at),
    )  # fmt: skip


def visit(world: World, at) -> Right:
    """A browser that is signed in."""
    mine = Visit.objects.filter(user=world.force["call-handler"]).latest("id")
    return _over(
        world, "call-handler", "other", lambda record, at: end(visit=mine, how="by another", at=at)
    )


def glass(world: World, at) -> Right:
    """A record opened by broken glass, until its hours are over."""
    broken = BrokenGlass.objects.filter(
        counts_at(at), user=world.force["patrol-officer"],
        record_id=world.record(Investigation, "glass").record_id,
    )  # fmt: skip
    return _over(
        world, "patrol-officer", "glass", lambda record, at: broken.update(ends_at=at) and None
    )


def no_seal(world: World, at) -> Right:
    """A record that nobody has sealed."""
    keeper, member = world.force["standards-investigator"], world.force["records-manager"]

    def take(record: Planted, at) -> None:
        row = record.model.objects.get(record_id=record.record_id)
        seal(record=row, members=[keeper, member], reason=WHY, actor=keeper, at=at)

    return _over(world, "supervisor", "team", take)


def no_conflict(world: World, at) -> Right:
    """A record with which nobody has declared a conflict."""
    user = world.force["investigator"]

    def take(record: Planted, at) -> None:
        of = About(record_type=record.key, record_id=record.record_id)
        declare_conflict(
            user=user, kind=ConflictKind.FRIEND, force_id=FORCE, of=of, actor=user, at=at
        )

    return _over(world, "investigator", "team", take)


RIGHTS = (
    role_given, post_held, tie, share, seal_member, account, visit, glass, no_seal, no_conflict,
)  # fmt: skip
