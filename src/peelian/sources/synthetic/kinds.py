"""The record types that are invented, each with what makes its rows for one force and month."""

from collections.abc import Callable
from dataclasses import dataclass

import pyarrow as pa

from peelian.areas.contact.models import Call
from peelian.areas.response.models import ResponseLimit
from peelian.areas.stop_and_search.models import StopSearch
from peelian.records.base import Record
from peelian.records.schema import type_key
from peelian.sources.synthetic import calls, incidents, searches
from peelian.sources.synthetic.crimes import outcome_rows, street_rows
from peelian.sources.synthetic.lot import Lot
from peelian.sources.synthetic.others import complaint_rows, limit_rows
from peelian.spine.complaint import Complaint
from peelian.spine.crime import Crime
from peelian.spine.incident import Incident
from peelian.spine.outcome import Outcome


@dataclass(frozen=True)
class Kind:
    """A record type and how its rows are made; a standing one is not cut by months."""

    model: type[Record]
    rows: Callable[[Lot], pa.Table]
    standing: bool = False

    @property
    def key(self) -> str:
        """The name of the record type in the store."""
        return type_key(self.model)


KINDS = (
    Kind(Call, calls.rows),
    Kind(Incident, incidents.rows),
    Kind(Crime, street_rows),
    Kind(Outcome, outcome_rows),
    Kind(StopSearch, searches.rows),
    Kind(Complaint, complaint_rows),
    Kind(ResponseLimit, limit_rows, standing=True),
)
# What no force publishes row by row, so that real samples of the rest can stand beside it.
CONTACT_AND_RESPONSE = tuple(
    kind for kind in KINDS if kind.model in (Call, Incident, ResponseLimit)
)
