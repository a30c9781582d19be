"""Small stop and search files as data.police.uk writes them, and a reading of them in Python."""

import csv
import gzip
import io
import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from peelian.areas.stop_and_search.codes import ETHNIC_GROUP_OF, OLD_WORDS, POWER_OF
from peelian.areas.stop_and_search.models import StopSearch
from peelian.records.schema import fields_of
from peelian.records.store.reader import open_reader
from peelian.sources.police_uk.searches import SEARCHES
from records.street_files import Desk

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
PUBLISHED, JOINED = DATA / "police-uk-stop-search", DATA / "police-uk-stop-search-reexported"
APRIL = "2019-04-kent-stop-and-search.csv"
LONDON = ZoneInfo("Europe/London")
NOT_PUBLISHED = [card.name for card in fields_of(StopSearch) if card.handling != "public"]

SEARCH = {
    "Type": "Person search",
    "Date": "2019-04-02T21:15:00+00:00",
    "Part of a policing operation": "False",
    "Policing operation": "",
    "Latitude": "51.770766",
    "Longitude": "0.094481",
    "Gender": "Male",
    "Age range": "18-24",
    "Self-defined ethnicity": "Asian/Asian British - Indian",
    "Officer-defined ethnicity": "Asian",
    "Legislation": "Misuse of Drugs Act 1971 (section 23)",
    "Object of search": "Controlled drugs",
    "Outcome": "A no further action disposal",
    "Outcome linked to object of search": "False",
    "Removal of more than just outer clothing": "False",
}
YES, NO = {"true", "1", "1.0"}, {"false", "0", "0.0"}


def search_csv(*rows: Mapping[str, str], header: Iterable[str] = SEARCHES.header) -> str:
    """A file with these searches."""
    text = io.StringIO()
    writer = csv.DictWriter(text, list(header))
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def published(name: str, folder: Path = PUBLISHED) -> Path:
    """A real file; the test is skipped where the real files are not at hand."""
    if not (folder / name).exists():
        pytest.skip(f"needs {name} of the shared data")
    return folder / name


def rows_of(path: Path) -> list[dict[str, str]]:
    """The rows of a file as Python's own reader has them."""
    raw = path.read_bytes()
    text = gzip.decompress(raw) if path.suffix == ".gz" else raw
    return list(csv.DictReader(io.StringIO(text.decode(), newline="")))


def read_in_python(row: Mapping[str, str], month: str) -> dict[str, Any]:
    """What a row of a file says, without the loader: field by field of the record type."""
    said = {name: value.strip(" \t") or None for name, value in row.items()}
    moment = datetime.fromisoformat(said["Date"]) if said["Date"] else None
    local = moment.astimezone(LONDON) if moment else None
    ethnicity = _today("self_defined_ethnicity", said["Self-defined ethnicity"])
    return {
        "searched_at": moment,
        "month": month,
        "local_date": local.date() if local else None,
        "hour": local.hour if local else None,
        "search_type": said["Type"],
        "part_of_operation": _flag(said["Part of a policing operation"]),
        "operation": said["Policing operation"],
        "longitude": float(said["Longitude"]) if said["Longitude"] else None,
        "latitude": float(said["Latitude"]) if said["Latitude"] else None,
        "gender": said["Gender"],
        "age_range": said["Age range"],
        "self_defined_ethnicity": ethnicity,
        "ethnic_group": ETHNIC_GROUP_OF[ethnicity] if ethnicity else None,
        "officer_defined_ethnicity": said["Officer-defined ethnicity"],
        "legislation": said["Legislation"],
        "power": POWER_OF[said["Legislation"]] if said["Legislation"] else None,
        "object_of_search": said["Object of search"],
        "outcome": _today("outcome", said["Outcome"]),
        "linked_to_object": _flag(said["Outcome linked to object of search"]),
        "more_than_outer_clothing": _flag(said["Removal of more than just outer clothing"]),
        # Who searched, on what grounds and what was told: no open file says so.
        **dict.fromkeys(NOT_PUBLISHED),
    }


def _today(field: str, word: str | None) -> str | None:
    return OLD_WORDS[field].get(word, word) if word else None


def _flag(word: str | None) -> bool | None:
    if word is None:
        return None
    assert word.lower() in YES | NO
    return word.lower() in YES


def api_item(row: Mapping[str, str]) -> dict[str, Any]:
    """A search as the API answers it, from the row that the CSV of the same month holds."""
    flags = {"True": True, "False": False, "": None}
    outcome = row["Outcome"]
    return {
        "age_range": row["Age range"] or None,
        "outcome": outcome or None,
        "involved_person": row["Type"] != "Vehicle search",
        "self_defined_ethnicity": row["Self-defined ethnicity"] or None,
        "gender": row["Gender"] or None,
        "legislation": row["Legislation"] or None,
        "outcome_linked_to_object_of_search": flags[row["Outcome linked to object of search"]],
        "datetime": row["Date"],
        "removal_of_more_than_outer_clothing": flags[
            row["Removal of more than just outer clothing"]
        ],
        "outcome_object": {"id": "bu-x", "name": outcome},
        "location": {
            "latitude": row["Latitude"],
            "street": {"id": 883407, "name": "On or near Shopping Area"},
            "longitude": row["Longitude"],
        }
        if row["Latitude"]
        else None,
        "operation": flags[row["Part of a policing operation"]],
        "officer_defined_ethnicity": row["Officer-defined ethnicity"] or None,
        "type": row["Type"],
        "operation_name": row["Policing operation"] or None,
        "object_of_search": row["Object of search"] or None,
    }


def api_json(*rows: Mapping[str, str]) -> str:
    """The answer of the API with these searches."""
    return json.dumps([api_item(row) for row in rows])


def searches(desk: Desk, **conditions: Any) -> list[dict[str, Any]]:
    """The searches that are held, in the order of the files."""
    reader = open_reader(desk.root)
    return reader.to_arrow(reader.table(StopSearch, **conditions)).to_pylist()


def without_address(rows: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """What rows say, without the fields that the loader gives every row."""
    given = {"record_id", "source", "force_id"}
    return [{name: row[name] for name in row if name not in given} for row in rows]
