"""Members: who joins, what they were trained in, what they say of themselves, who leaves."""

from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction

from peelian.access.giving.refusal import NothingThere
from peelian.access.standing import local_day
from peelian.access.user import Kind, User, tidy_email
from peelian.engines.panels.declared import Panel
from peelian.engines.panels.deeds import write
from peelian.engines.panels.errors import LONGEST_NAME, PanelRefused, within
from peelian.engines.panels.models import Member
from peelian.engines.panels.rights import check_runs, sits


@dataclass(frozen=True)
class Told:
    """What is kept of a member besides their name: each part may be nothing.

    Days of vetting, training and ride-along are the panel office's; the rest is the member's own
    word, and theirs to leave out.
    """

    vetted_until: date | None = None
    trained_on: date | None = None
    ride_along_on: date | None = None
    ethnic_group: str = ""
    age_band: str = ""
    gender: str = ""
    speaks_for: str = ""


NOTHING_TOLD = Told()


def join(
    panel: Panel,
    *,
    name: str,
    email: str = "",
    joined_on: date,
    told: Told = NOTHING_TOLD,
    actor: User,
    at: datetime,
) -> Member:
    """A new member, who may have an account or none; raises `PanelRefused`, `NotAllowed`.

    An account must hold the role of a panel member already: who may see what is given by whoever
    gives roles, never here.
    """
    check_runs(actor, at)
    called = within(name, LONGEST_NAME, what="the name")
    if not called:
        raise PanelRefused("Write what the panel calls the member.")
    user = _account(email, at) if email.strip() else None
    try:
        with transaction.atomic():
            made = Member.objects.create(
                panel=panel.key,
                force_id=actor.force_id,
                name=called,
                user=user,
                joined_on=joined_on,
                **asdict(_fit(told)),
            )
            write(made, "panel member joined", actor=actor, at=at, panel=panel.key)
    except IntegrityError as error:
        raise PanelRefused("This account is a member of the panel already.") from error
    return made


def change(member: Member, *, told: Told, actor: User, at: datetime) -> None:
    """Keep what is new of a member; raises `PanelRefused`, `NotAllowed`."""
    _check(member, actor, at)
    fit = asdict(_fit(told))
    changed = tuple(name for name, value in fit.items() if getattr(member, name) != value)
    if not changed:
        return
    with transaction.atomic():
        for name in changed:
            setattr(member, name, fit[name])
        member.save(update_fields=changed)
        write(member, "panel member changed", actor=actor, at=at, fields=changed)


def leave(member: Member, *, left_on: date, actor: User, at: datetime) -> None:
    """End a membership; what they said of themselves goes with it (T08).

    Raises `PanelRefused`, `NotAllowed`.
    """
    _check(member, actor, at)
    if left_on < member.joined_on:
        raise PanelRefused("The last day is before the first one: choose a later day.")
    if left_on > local_day(at):
        raise PanelRefused("Write down that somebody has left once they have.")
    gone = ("ethnic_group", "age_band", "gender", "speaks_for")
    with transaction.atomic():
        for name in gone:
            setattr(member, name, "")
        member.left_on = left_on
        member.save(update_fields=[*gone, "left_on"])
        write(member, "panel member left", actor=actor, at=at)


def member_numbered(number: int, panel: Panel, actor: User, *, at: datetime) -> Member:
    """A member of the panel of one's own force; raises `NothingThere`."""
    check_runs(actor, at)
    found = Member.objects.filter(pk=number, panel=panel.key, force_id=actor.force_id).first()
    if found is None:
        raise NothingThere
    return found


def _check(member: Member, actor: User, at: datetime) -> None:
    check_runs(actor, at)
    if member.force_id != actor.force_id:
        raise NothingThere


def _account(email: str, at: datetime) -> User:
    found = User.objects.filter(kind=Kind.PERSON, email=tidy_email(email)).first()
    if found is None or not sits(found, at):
        raise PanelRefused(
            "No account of a panel member has this address: have one made first, with the role "
            "“Scrutiny panel member”, or leave the address empty."
        )
    return found


def _fit(told: Told) -> Told:
    return Told(
        told.vetted_until,
        told.trained_on,
        told.ride_along_on,
        within(told.ethnic_group, 40, what="the ethnic group"),
        within(told.age_band, 20, what="the age"),
        within(told.gender, 40, what="the gender"),
        within(told.speaks_for, 200, what="whom they speak for"),
    )
