"""One entry as a reviewer reads it: names of fields and of records, never what they hold."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from peelian.engines.oversight.reading_trail_filters import REVIEW_ONLY
from peelian.engines.oversight.reading_trail_forces import Theirs
from peelian.trail.particulars import FIXED, PLAIN, Particulars

# What is told in its own place, and not among the other parts of a detail.
TOLD = frozenset({*FIXED, "what", "query", "filters", "shown", "rows"})


@dataclass(frozen=True)
class ReadEntry:
    """What an entry says, in the reviewer's sight.

    `said` are its particulars. `shown` are addresses on the list that it is about, empty for an
    entry about one record. `more` names further parts of the detail, without what they say. `own`
    marks the reader's own deeds. Of an entry that is `kept_apart` neither record nor detail is
    told. `readable` is False where the detail is not as the trail writes it.
    """

    sequence: int
    at: datetime
    actor: str
    verb: str
    record_type: str
    address: str
    said: Particulars
    what: str
    query: str
    filters: tuple[tuple[str, str], ...]
    shown: tuple[str, ...]
    more: tuple[str, ...]
    own: bool
    kept_apart: bool = False
    readable: bool = True


def as_read(found: Theirs, reader: str) -> ReadEntry:
    """An entry as the account of this name in the trail may read it."""
    entry = found.entry
    detail = _detail(entry.detail)
    plain = ReadEntry(
        sequence=entry.sequence,
        at=entry.at,
        actor=entry.actor,
        verb=entry.verb,
        record_type=entry.record_type,
        address=entry.record_ref,
        said=PLAIN,
        what="",
        query="",
        filters=(),
        shown=(),
        more=(),
        own=entry.actor == reader,
    )
    if entry.record_type in REVIEW_ONLY:
        return replace(plain, address="", kept_apart=True)
    if detail is None:
        return replace(plain, readable=False)
    is_list = "shown" in detail
    told = replace(plain, said=Particulars.of(detail), shown=found.shown if is_list else ())
    if found.by_another:
        return told
    filters = detail.get("filters", {})
    return replace(
        told,
        what=str(detail.get("what", "")),
        query=str(detail.get("query", "")),
        filters=tuple((name, str(value)) for name, value in sorted(filters.items())),
        more=tuple(sorted(set(detail) - TOLD)),
    )


def _detail(text: str) -> Mapping[str, Any] | None:
    """The detail; None where it has another shape than the trail gives it."""
    try:
        said = json.loads(text)
        Particulars.of(said)
        shaped = isinstance(said.get("shown", []), list)
        shaped = shaped and isinstance(said.get("filters", {}), dict)
    except (ValueError, TypeError, AttributeError):
        return None
    return said if shaped else None
