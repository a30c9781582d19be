"""Stop and search files: one row for each search, by month of the search in local time.

The header is the same in files of 2014 to 2026. A blank flag or outcome is unknown, never no. The
words of older lists are read as today's; a word that no list knows refuses its row. Rows that are
equal in everything stand for searches of their own.
"""

from collections.abc import Mapping

from peelian.areas.stop_and_search.codes import OLD_WORDS
from peelian.areas.stop_and_search.models import StopSearch
from peelian.records.load.kinds import Column, FileKind
from peelian.records.load.rules import Text
from peelian.records.load.rules_time import Moment
from peelian.records.load.rules_words import Flag, Recoded
from peelian.records.schema import codes_of
from peelian.sources.police_uk.columns import DEGREES_EAST, DEGREES_NORTH

_CODES = codes_of(StopSearch)
_NONE: Mapping[str, str] = {}


def _word(field: str, *, required: bool = False) -> Recoded:
    return Recoded(_CODES[field], OLD_WORDS.get(field, _NONE), required=required)


SEARCHES = FileKind(
    key="police_uk.stop_and_search",
    title="stop and search file of data.police.uk",
    model=StopSearch,
    columns=(
        Column("Type", "search_type", _word("search_type", required=True)),
        Column("Date", "searched_at", Moment()),
        Column("Part of a policing operation", "part_of_operation", Flag()),
        Column("Policing operation", "operation", Text(200)),
        Column("Latitude", "latitude", DEGREES_NORTH, together_with="longitude"),
        Column("Longitude", "longitude", DEGREES_EAST, together_with="latitude"),
        Column("Gender", "gender", _word("gender")),
        Column("Age range", "age_range", _word("age_range")),
        Column("Self-defined ethnicity", "self_defined_ethnicity", _word("self_defined_ethnicity")),
        Column(
            "Officer-defined ethnicity",
            "officer_defined_ethnicity",
            _word("officer_defined_ethnicity"),
        ),
        Column("Legislation", "legislation", _word("legislation")),
        Column("Object of search", "object_of_search", _word("object_of_search")),
        Column("Outcome", "outcome", _word("outcome")),
        Column("Outcome linked to object of search", "linked_to_object", Flag()),
        Column("Removal of more than just outer clothing", "more_than_outer_clothing", Flag()),
    ),
    # The count of rows that spreadsheets and data frames write in front.
    tolerates=("",),
)
