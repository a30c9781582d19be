"""What supervisors find when they review searches: their verdicts, never a machine's."""

from ibis import _

from peelian.areas.stop_and_search import reviewed_examples as worked
from peelian.areas.stop_and_search.procedures import review
from peelian.areas.stop_and_search.review_questions import ADEQUATE, VERDICTS
from peelian.areas.stop_and_search.words import FIRST, OWNER, REVIEW_BY
from peelian.engines.measures.declared import Comparable, Dimension
from peelian.engines.measures.kinds import Share
from peelian.engines.procedures.models import Assessment
from peelian.records.codes import CodeList

FORCE = Dimension("force", "Police force", field="force_id")
UNIT = Dimension("unit", "Unit that searched", field="unit_ref", unknown="no unit recorded")
CODES = CodeList(
    "verdicts on recorded grounds", "Peelian", tuple(one.key for one in VERDICTS.options)
)
# Corrected ones count by their correction; a second look is no verdict of its own.
FIRST_LOOKS = (
    (_.procedure == review.key)
    & _.second_of.isnull()
    & _.replaced_by.isnull()
    & _.decided.isin(CODES.codes)
)

grounds_found_adequate = Share(
    key="stop_and_search.grounds_found_adequate",
    title="Reviewed searches whose recorded grounds a supervisor found adequate",
    short="Grounds found adequate",
    asks="How often do supervisors find the recorded grounds of a search adequate?",
    among_words="searches that a supervisor reviewed",
    words="were found to have adequate recorded grounds",
    definition=(
        "Of the reviews made in the period, those whose verdict on the recorded grounds is "
        "adequate. Weak and not recorded are not."
    ),
    why="About one search in five had no adequate written grounds when inspectors read them.",
    of=Assessment,
    dated_by="month",
    among=FIRST_LOOKS,
    counting=_.decided == ADEQUATE,
    by=(UNIT, FORCE),
    better="higher",
    counts="event",
    profile="sensitive",
    comparable=Comparable(allowed=False, reason="Supervisors of each force judge by own custom."),
    cautions=(
        "A supervisor knows the officer and is no independent auditor: hold it against the second "
        "looks and against an audit of a random sample.",
        "Searches that nobody reviewed are in neither number: read it beside the share reviewed.",
    ),
    owner=OWNER,
    review_by=REVIEW_BY,
    ledger=("POW-01", "POW-04"),
    versions=FIRST,
    examples=worked.GROUNDS_FOUND_ADEQUATE,
)

MEASURES = (grounds_found_adequate,)
