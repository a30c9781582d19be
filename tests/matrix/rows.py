"""What a row of the table of routes says: how addresses are built, who passes, what is sent."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from matrix.beside import ASSESSED
from matrix.expected import may_change
from matrix.planting import Planted
from matrix.world import World
from peelian import catalogue
from peelian.areas.investigation.models import Investigation
from peelian.areas.offenders.managed import ManagedPerson
from peelian.areas.standards.models import ConductMatter
from peelian.engines.registers.models import Attachment
from peelian.records.base import Record
from peelian.records.schema import type_key
from peelian.spine.incident import Incident
from peelian.spine.person import Person
from peelian.spine.shift import Absence
from people import FORCE

Args = tuple[str | int | UUID, ...]
# Whose role makes the guided assessment that stands for all.
ASSESSORS = ("patrol-officer", "investigator", "other-team", "supervisor")
# Standings of the records about which work is asked for in the suite.
FEW = ("other", "sealed", "conflict")
# In the suite these stand for all types; the long run asks every one.
NARROW = (Investigation, ManagedPerson, ConductMatter, Person, Absence)


@dataclass(frozen=True)
class Row:
    """One route. `wide` asks for every record there is, else for a few that stand for them."""

    args: Callable[[World, bool], Iterable[Args]] = field(default=lambda world, wide: [()])
    query: str = ""
    sends: Mapping[str, Any] | None = None
    reads: bool = True
    passes: Callable[[World, str, Args], bool] = field(default=lambda world, reader, args: True)
    not_asked: str = ""
    # Answers alike whether there is anything to change or not; that nothing changes is tested.
    harmless: bool = False


def held_by(*roles: str) -> Callable[[World, str, Args], bool]:
    """Only readers with one of these roles pass."""
    return lambda world, reader, args: reader in roles


def nobody(world: World, reader: str, args: Args) -> bool:
    """There is nothing behind this address for any reader."""
    return False


def with_args(*args: str | int) -> Callable[[World, bool], Iterable[Args]]:
    """The one address with these arguments."""
    return lambda world, wide: [args]


def numbered(name: str, *more: str | int) -> Callable[[World, bool], Iterable[Args]]:
    """The address with a number that the world has kept under this name."""
    return lambda world, wide: [(world.numbers[name], *more)]


def registers(world: World, wide: bool) -> Iterable[Args]:
    """Every register, by its key."""
    return [(type_key(model),) for model in (catalogue.REGISTERS if wide else NARROW)]


def records(world: World, wide: bool) -> Iterable[Args]:
    """Every record; in the suite those of one type in the table and its loaded twins."""
    return [
        (one.key, one.record_id)
        for one in world.planted
        if wide
        or (one.model is Investigation and (not one.stored or one.name in ("own", "sealed")))
        or (one.model is ConductMatter and not one.stored and one.name in ("other", "about"))
        or (
            one.model is ManagedPerson
            and not one.stored
            and one.name in ("team", "other", "sealed")
        )
    ]


def few_records(world: World, wide: bool) -> Iterable[Args]:
    """The same for pages under a record: in the suite one that is open to many and one to few."""
    if wide:
        return records(world, wide)
    return [
        (one.key, one.record_id)
        for one in world.planted
        if one.model is Investigation and not one.stored and one.name in ("own", "sealed", "other")
    ]


def files(world: World, wide: bool) -> Iterable[Args]:
    """Every attachment, by its record and number; in the suite those of three records."""
    few = [args[1] for args in few_records(world, wide)]
    rows = Attachment.objects.filter(record_id__in=few).order_by("pk")
    return [(one.record_type, one.record_id, str(one.pk)) for one in rows]


def planted_at(world: World, args: Args) -> Planted:
    """The record of an address that begins with type and record id."""
    return next(one for one in world.planted if (one.key, one.record_id) == args[:2])


def sees(world: World, reader: str, args: Args) -> bool:
    """Whether the reader sees anything of the record, and so its page."""
    one = planted_at(world, args)
    return bool(world.seen(reader, one)) or (reader == "partner" and world.shared(one))


def sees_all(world: World, reader: str, args: Args) -> bool:
    """Whether the reader sees every field of the record, and so its files."""
    return "personal" in world.seen(reader, planted_at(world, args))


def changes(world: World, reader: str, args: Args) -> bool:
    """Whether the reader may change the record."""
    one = planted_at(world, args)
    return may_change(reader, one.key, world.relation(reader, one))


def kept_by(*roles: str) -> Callable[[World, str, Args], bool]:
    """Only readers with one of these roles, who see all of the record, pass."""
    return lambda world, reader, args: reader in roles and sees_all(world, reader, args)


def accounts(world: World, wide: bool) -> Iterable[Args]:
    """The account of a colleague."""
    return [(world.force["call-handler"].key,)]


def assessed(world: World, wide: bool) -> Iterable[Args]:
    """Incidents of every standing, each with the key of a guided assessment of one."""
    return [(one.record_id, ASSESSED) for one in world.planted if one.model is Incident]


def called(world: World, wide: bool) -> Iterable[Args]:
    """The same incidents by what the force calls them."""
    return [(one.words["incident_ref"], ASSESSED) for one in world.planted if one.model is Incident]


def assesses_called(world: World, reader: str, args: Args) -> bool:
    """As `assesses`, for the incident that is called so."""
    found = (one for one in world.planted if one.words.get("incident_ref") == args[0])
    return any(
        one.force == FORCE and assesses(world, reader, (one.record_id, ASSESSED)) for one in found
    )


def assesses(world: World, reader: str, args: Args) -> bool:
    """Whether the reader sees the incident and has a role that makes such assessments."""
    one = next(one for one in world.planted if one.record_id == args[0])
    return reader in ASSESSORS and bool(world.seen(reader, one))


def work_of(model: type[Record], name: str) -> Callable[[World, bool], Iterable[Args]]:
    """The duties or assessments of the matrix: in the suite a few that stand for all."""

    def found(world: World, wide: bool) -> Iterable[Args]:
        rows = model._default_manager.filter(record_id__regex="^[da]-Zq").order_by("pk")
        behind = ((address, world.behind(address)) for (address,) in rows.values_list("record_id"))
        told = [
            (address,) for address, one in behind if wide or (not one.stored and one.name in FEW)
        ]
        return [(world.numbers[name],), *told]

    return found


def of_record(
    by_number: Callable[[World, str, Args], bool], *roles: str
) -> Callable[[World, str, Args], bool]:
    """Whoever sees the record that it is about; of these roles where some are named."""

    def passes(world: World, reader: str, args: Args) -> bool:
        if str(args[0])[1:4] != "-Zq":
            return by_number(world, reader, args)
        return bool(world.seen(reader, world.behind(str(args[0])))) and (
            not roles or reader in roles
        )

    return passes
