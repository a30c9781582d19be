"""Asks routes as readers, and tells what was shown that should not have been."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import URLResolver, reverse

from matrix.canaries import canaries_in
from matrix.routes import BEHIND_DOORS, DOORS, ENTRANCE, INSIDE, PEOPLE, PUBLIC
from matrix.rows import Args, Row
from matrix.world import World
from peelian.config.urls import urlpatterns
from peelian.engines.registers.models import ReasonGiven


@dataclass(frozen=True)
class Leak:
    """A word that a reader has met at an address and should not have."""

    reader: str
    address: str
    what: str

    def __str__(self) -> str:
        return f"{self.reader} met {self.what} at {self.address}"


def names_of_routes(patterns=urlpatterns, space: str = "") -> Iterator[str]:
    """The whole name of every route, however deep, from the code."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from names_of_routes(pattern.url_patterns, inner)
        else:
            yield f"{space}{pattern.name}"


def rows_for(door: str, *, open_too: bool = True) -> dict[str, Row]:
    """Every row with the whole name of its route, of those behind doors by this one.

    Pages for everybody do not know who reads them, so few readers need to ask for them.
    """
    behind = {f"{door}:{name}": row for name, row in BEHIND_DOORS.items()}
    opened = {**PUBLIC, **ENTRANCE} if open_too else {}
    return {**opened, **PEOPLE, **INSIDE, **behind}


def other_doors(door: str) -> list[str]:
    """The doors by which this reader does not come."""
    return [one for one in DOORS if one != door]


def addresses(world: World, name: str, row: Row, *, wide: bool) -> Iterable[tuple[str, Args]]:
    """Every address of a route with the arguments that it was built of."""
    for args in row.args(world, wide):
        address = reverse(name, args=args)
        yield (f"{address}?{row.query}" if row.query else address), args


def leaks(world: World, reader: str, address: str, answer) -> list[Leak]:
    """What stands in an answer that its reader must not see."""
    return [
        Leak(reader, address, world.what(word))
        for word in sorted(canaries_in(answer))
        if (word in world.fields or word in world.others)
        and not world.allowed(reader, word)
        and word not in unquote(address)  # whoever writes a word may read it again
    ]


def send(world: World, reader: str, address: str, row: Row):
    """Post the form of a row."""
    given = {
        name: SimpleUploadedFile("words.txt", value, "text/plain")
        if isinstance(value, bytes)
        else value
        for name, value in (row.sends or {}).items()
    }
    return world.browsers[reader].post(address, given)


def give_reasons(world: World, reader: str, at) -> None:
    """The reader has said why they look at every record, so that no page asks them again."""
    user = world.force.people.get(reader)
    if user is not None:
        ReasonGiven.objects.bulk_create(
            ReasonGiven(
                user=user, reason="task", at=at, record_type=one.key, record_id=one.record_id
            )
            for one in world.planted
        )
