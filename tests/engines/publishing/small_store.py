"""A small store for the tests of this room: Staffordshire, March to May 2021, and its outcomes."""

from dataclasses import replace

from peelian import catalogue
from peelian.access.actors import PUBLIC
from peelian.engines.measures.calculate import calculate
from peelian.engines.publishing.address import parse
from peelian.engines.publishing.card import Card, card
from peelian.engines.publishing.opened import Opened, reopen
from peelian.records.load.run import load
from peelian.records.store.reader import Reader, open_reader
from peelian.sources.ons.source import ONS
from peelian.sources.police_uk.outcomes import OUTCOMES
from peelian.sources.police_uk.source import POLICE_UK
from records.street_files import ASB, AT, CRIME, OUTCOME, Desk, csv_text

MONTHS = ("2021-03", "2021-04", "2021-05")


def identifier(number: int) -> str:
    """The identifier of the n-th crime."""
    return f"{number:064x}"


def street(month: str, numbers: tuple[int, ...], **changed: str) -> str:
    """A street file with these crimes and one incident of anti-social behaviour."""
    rows = [
        CRIME | {"Crime ID": identifier(number), "Month": month} | changed for number in numbers
    ]
    return csv_text(*rows, ASB | {"Month": month})


def outcomes(month: str, numbers: tuple[int, ...]) -> str:
    """An outcomes file in which these crimes were charged; a number said twice is a copy."""
    rows = [OUTCOME | {"Crime ID": identifier(number), "Month": month} for number in numbers]
    return csv_text(*rows, header=OUTCOMES.header)


def fill(desk: Desk) -> None:
    """Three months of both files: crimes 1 to 4 in March, of which 1 and 2 were charged.

    Crime 1 stands on two rows, and its charge is there twice.
    """
    desk.file(street("2021-03", (1, 1, 2, 3, 4)), "2021-03-staffordshire-street.csv")
    desk.file(street("2021-04", (5, 6)), "2021-04-staffordshire-street.csv")
    desk.file(street("2021-05", (7,)), "2021-05-staffordshire-street.csv")
    desk.file(outcomes("2021-03", (1, 1)), "2021-03-staffordshire-outcomes.csv")
    desk.file(outcomes("2021-04", (2,)), "2021-04-staffordshire-outcomes.csv")
    desk.file(outcomes("2021-05", ()), "2021-05-staffordshire-outcomes.csv")
    desk.load()


def add_places(desk: Desk) -> None:
    """The tables of places and residents that ship with the package."""
    files = ONS.find(ONS.reference(), force=None)
    load(root=desk.root, files=files, by="a tester", at=AT)


def load_as(desk: Desk, source: str) -> None:
    """Load what lies on the desk as if another source had brought it."""
    files = [replace(file, source=source) for file in POLICE_UK.find((desk.folder,), force=None)]
    load(root=desk.root, files=files, by="a tester", at=AT)


def open_at(address: str) -> Opened:
    """The question behind an address."""
    found = parse(address)
    return reopen(found, catalogue.measure(found.measure))


def card_of(desk: Desk, address: str, *, snapshot: str | None = None) -> tuple[Card, Reader]:
    """The public's card of a figure, with the reader that it was made with."""
    tables = open_reader(desk.root, snapshot_id=snapshot)
    opened = open_at(address)
    answer = calculate(opened.asked, tables)
    return card(opened, answer, tables, tables.snapshot, actor=PUBLIC), tables
