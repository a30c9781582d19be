"""Stop and search as the API gives it: JSON, read as if it were the CSV of the same month.

Every value is written as the CSV files write it, so that a search has the same address from both.
The API says `false` for an outcome where nothing was found, and gives the outcome as a word, as
an object with a name, or both.
"""

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from peelian.records.load.errors import Unreadable, WrongHeader
from peelian.records.load.streams import open_bytes
from peelian.sources.police_uk.searches import SEARCHES

# A month of the largest force is a hundredth of this.
MOST_BYTES = 1024**3
NOTHING_FOUND = "Nothing found - no further action"
VERSION = "stop and search of the API, 1"

Item = Mapping[str, Any]


class _NotText(ValueError):
    """A value of the API is of a kind that no CSV cell can hold."""


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, str | int | float):
        return str(value)
    raise _NotText(f"holds {_kind(value)} where a word, a number or null is right")


def _of_location(key: str) -> Callable[[Item], str]:
    def read(item: Item) -> str:
        place = item["location"]
        if place is None:
            return ""
        if not isinstance(place, dict):
            raise _NotText(f"holds {_kind(place)} where an object or null is right")
        return _text(place.get(key))

    return read


def _outcome(item: Item) -> str:
    for given in (item.get("outcome_object"), item["outcome"]):
        if isinstance(given, dict) and given.get("name"):
            return _text(given["name"])
    given = item["outcome"]
    if given is False:
        return NOTHING_FOUND
    if isinstance(given, dict):
        return ""
    return _text(given)


def _plain(key: str) -> Callable[[Item], str]:
    return lambda item: _text(item[key])


@dataclass(frozen=True)
class _Cell:
    """Where the API keeps what stands in one column of the CSV."""

    key: str
    read: Callable[[Item], str]


CELLS: Mapping[str, _Cell] = {
    "Type": _Cell("type", _plain("type")),
    "Date": _Cell("datetime", _plain("datetime")),
    "Part of a policing operation": _Cell("operation", _plain("operation")),
    "Policing operation": _Cell("operation_name", _plain("operation_name")),
    "Latitude": _Cell("location", _of_location("latitude")),
    "Longitude": _Cell("location", _of_location("longitude")),
    "Gender": _Cell("gender", _plain("gender")),
    "Age range": _Cell("age_range", _plain("age_range")),
    "Self-defined ethnicity": _Cell("self_defined_ethnicity", _plain("self_defined_ethnicity")),
    "Officer-defined ethnicity": _Cell(
        "officer_defined_ethnicity", _plain("officer_defined_ethnicity")
    ),
    "Legislation": _Cell("legislation", _plain("legislation")),
    "Object of search": _Cell("object_of_search", _plain("object_of_search")),
    "Outcome": _Cell("outcome", _outcome),
    "Outcome linked to object of search": _Cell(
        "outcome_linked_to_object_of_search", _plain("outcome_linked_to_object_of_search")
    ),
    "Removal of more than just outer clothing": _Cell(
        "removal_of_more_than_outer_clothing", _plain("removal_of_more_than_outer_clothing")
    ),
}


@dataclass(frozen=True)
class SearchesOfApi:
    """Opens the answer of `stops-force` or of another call that lists searches."""

    recipe: str = VERSION

    @contextmanager
    def open(self, path: Path, member: str) -> Iterator[BinaryIO]:
        """The searches as the CSV of a month. Raises `Unreadable` or `WrongHeader`."""
        yield io.BytesIO(_csv(_items(_decoded(path, member))).encode())


def _decoded(path: Path, member: str) -> object:
    with open_bytes(path, member) as stream:
        pieces = []
        while piece := stream.read(1024 * 1024):
            pieces.append(piece)
            if stream.given > MOST_BYTES:
                raise Unreadable(f"it is larger than {MOST_BYTES:,} bytes, so it is no month.")
    try:
        return json.loads(b"".join(pieces).decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise Unreadable("it is not text in UTF-8, so it is no JSON.") from None
    except json.JSONDecodeError as error:
        raise Unreadable(
            f"it is not whole JSON: {error.msg} on line {error.lineno}, character {error.colno}. "
            "Fetch it again."
        ) from None
    except RecursionError:
        raise Unreadable("it is nested deeper than any answer of the API.") from None


def _items(decoded: object) -> list[Item]:
    """The searches of an answer; raises `WrongHeader` naming what is missing in which of them."""
    if not isinstance(decoded, list):
        raise WrongHeader(
            f"it holds {_kind(decoded)} where a list of searches is right, as "
            "data.police.uk/api/stops-force answers."
        )
    needed = dict.fromkeys(cell.key for cell in CELLS.values())
    for number, item in enumerate(decoded, start=1):
        if not isinstance(item, dict):
            raise WrongHeader(f"entry {number} of its list is {_kind(item)}, not a search.")
        missing = [key for key in needed if key not in item]
        if missing:
            raise WrongHeader(f"search {number} of its list lacks {', '.join(missing)}.")
    return decoded


def _csv(items: list[Item]) -> str:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(SEARCHES.header)
    for number, item in enumerate(items, start=1):
        writer.writerow([_cell(item, number, CELLS[header]) for header in SEARCHES.header])
    return text.getvalue()


def _cell(item: Item, number: int, cell: _Cell) -> str:
    try:
        return cell.read(item)
    except _NotText as error:
        raise Unreadable(f"search {number} of its list {error} (in '{cell.key}').") from None


def _kind(value: object) -> str:
    kinds = {dict: "an object", list: "a list", str: "a text", bool: "true or false"}
    return next((name for kind, name in kinds.items() if isinstance(value, kind)), "a number")
