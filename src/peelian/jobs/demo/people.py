"""Demo people: one account for each role, with one printed password, at a demo and nowhere else."""

import os
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction

from peelian.access.actors import service_account
from peelian.access.giving.accounts import make_account, turn_on_account
from peelian.access.giving.deeds import write
from peelian.access.giving.leave import COMMAND_LINE
from peelian.access.giving.roles import give_role
from peelian.access.giving.seals import seal
from peelian.access.giving.shares import Terms, share
from peelian.access.giving.ties import tie
from peelian.access.identity.demo import DEMO_DOMAIN, is_demo
from peelian.access.identity.standing import asleep
from peelian.access.roles import ROLES
from peelian.access.tie import TieKind
from peelian.access.user import Kind, User
from peelian.areas.investigation.models import Investigation
from peelian.jobs.demo.investigations import load_demo_investigations
from peelian.jobs.demo.organisation import (
    FORCE,
    UNITS,
    WITHOUT_POST,
    make_attendance,
    make_organisation,
    number_of,
)
from peelian.jobs.demo.records import make_records
from peelian.records.store.reader import open_reader
from peelian.spine.unit import Unit
from peelian.trail.verbs import Verb

# Without letters and digits that are taken for one another on a screen.
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
GROUPS, IN_GROUP = 4, 4  # 16 of 31 signs: 79 bits
SHARED_FOR = timedelta(days=365)


class NotADemo(Exception):
    """Demo people have no place here; the message says why and what would be right."""


@dataclass(frozen=True)
class DemoPeople:
    """What the demo prints. `password` is empty where the accounts keep the one they have."""

    addresses: tuple[tuple[str, str], ...]
    password: str


def make_demo_people(*, at: datetime, new_password: bool = False) -> DemoPeople:
    """A small invented organisation with an account for each role; made once, then left alone.

    All accounts have one password: random, told here once, kept hashed. With `new_password` they
    get another one and are turned on again. Raises `NotADemo`.
    """
    check_demo()
    load_demo_investigations(at)
    actor = service_account(COMMAND_LINE)
    with transaction.atomic():
        accounts = {_role(user): user for user in _people() if is_demo(user)}
        fresh = not accounts
        if fresh:
            accounts = _make(actor, at)
        shifts = make_attendance(at)
        if shifts:
            _write(actor, "demo shifts made", at, shifts=shifts)
        for user in accounts.values():
            if asleep(user, at):  # a demo that was left alone for a month must still open
                turn_on_account(user=user, actor=actor, at=at)
        password = _set_password(accounts, actor, at) if fresh or new_password else ""
    return DemoPeople(tuple((role.title, address_of(key)) for key, role in ROLES.items()), password)


def check_demo() -> None:
    """Raise `NotADemo` unless demo mode is on and nobody real has an account here."""
    if os.environ.get("PEELIAN_DEMO") != "1":
        raise NotADemo(
            "Demo people are made in demo mode alone: their password is printed. Start "
            "`peelian demo`, which sets PEELIAN_DEMO=1."
        )
    if any(not is_demo(user) for user in _people()):
        raise NotADemo(
            "This installation holds accounts of real people, so no demo people are made here. "
            "Give the demo a folder of its own: PEELIAN_HOME=./demo peelian demo."
        )
    if Unit.objects.filter(force_id=FORCE).exclude(unit_ref__in=_demo_units()).exists():
        raise NotADemo(
            "This installation holds a real organisation, so no demo people are made here. Give "
            "the demo a folder of its own: PEELIAN_HOME=./demo peelian demo."
        )


def address_of(role: str) -> str:
    """With what the demo person of this role signs in."""
    return f"{role}@{DEMO_DOMAIN}"


def _make(actor: User, at: datetime) -> dict[str, User]:
    make_organisation()
    make_records(at)
    _write(actor, "demo records made", at)
    accounts = {
        key: make_account(
            email=address_of(key),
            name=f"Demo {role.title.lower()}",
            force_id=FORCE,
            officer_ref="" if key in WITHOUT_POST else number_of(key),
            actor=actor,
            at=at,
        )
        for key, role in ROLES.items()
    }
    give_role(
        user=accounts["inspector"],
        role="inspector",
        force_id=FORCE,
        reason="inspects the demo force",
        actor=actor,
        at=at,
    )
    _open_and_shut(accounts, actor, at)
    return accounts


def _open_and_shut(accounts: dict[str, User], actor: User, at: datetime) -> None:
    """Two ties, a seal and a share, so that each can be seen at work."""
    south = _of_the_south()
    for role in ("offender-manager", "panel-member"):
        tie(user=accounts[role], record=south[0], kind=TieKind.TASK, actor=actor, at=at)
    seal(
        record=south[1],
        members=[accounts["standards-investigator"], accounts["records-manager"]],
        reason="Invented reason: shows what a seal does.",
        actor=accounts["standards-investigator"],
        at=at,
    )
    share(
        force_id=FORCE,
        partner_ref="HOUSING",
        model=Investigation,
        fields=("record_id", "force_id", "investigation_ref", "offence", "state"),
        terms=Terms("Invented purpose.", "Invented agreement.", at + SHARED_FOR),
        unit_ref="NORTH-N",
        actor=accounts["chief-officer"],
        at=at,
    )


def _of_the_south() -> list[Investigation]:
    """Investigations of the southern team, as the extract brought them."""
    tables = open_reader(settings.STORE_ROOT)
    table = tables.loaded(Investigation)
    rows = table.filter(table.unit_ref == "SOUTH-I").order_by("investigation_ref").limit(2)
    return [Investigation(**row) for row in tables.to_arrow(rows).to_pylist()]


def _set_password(accounts: dict[str, User], actor: User, at: datetime) -> str:
    password = "-".join(
        "".join(secrets.choice(LETTERS) for _ in range(IN_GROUP)) for _ in range(GROUPS)
    )
    for user in accounts.values():
        turn_on_account(user=user, actor=actor, at=at)
    # Hashing is slow by design, and one secret has one hash.
    first = next(iter(accounts.values()))
    first.set_password(password)
    User.objects.filter(pk__in=[user.pk for user in accounts.values()]).update(
        password=first.password
    )
    _write(actor, "demo password set", at)
    return password


def _people() -> list[User]:
    return list(User.objects.filter(kind=Kind.PERSON))


def _role(user: User) -> str:
    return (user.email or "").partition("@")[0]


def _demo_units() -> list[str]:
    return [ref for ref, *_ in UNITS]


def _write(actor: User, what: str, at: datetime, *, shifts: int = 0) -> None:
    write(
        actor=actor,
        ref=("organisation", FORCE),
        what=what,
        at=at,
        verb=Verb.COLLECTED,
        shifts=shifts or None,
    )
