"""Random small worlds and questions for the engine and its slow twin: few values, many clashes."""

from hypothesis import strategies as st

from peelian.areas.crime.recorded_examples import NEIGHBOURHOODS
from peelian.engines.measures.declared import Example
from peelian.engines.measures.periods import GRAINS
from peelian.spine.area import LsoaPopulation
from peelian.spine.crime import Crime
from peelian.spine.outcome import Outcome

FORCES = ("staffordshire", "west-midlands")
MONTHS = ("2020-11", "2021-02", "2021-03", "2021-04", "2021-05", "2021-06", "2021-12")
IDENTIFIERS = ("a1", "a2", "a3", "a4", "")
# A fourth neighbourhood has no deprivation, as in Wales; one that rows name is in no list.
PLACES = {
    **NEIGHBOURHOODS,
    LsoaPopulation: NEIGHBOURHOODS[LsoaPopulation].rstrip()
    + "\nE01000004 | Walsall 002A  | 2020 | 700",
}
LISTED = ("E01000001", "E01000002", "E01000003", "E01000004")
# On rows, the two tenths that are compared stand first, as the likeliest.
PLACED = ("E01000001", "E01000002", "", "E01000003", "E01000004", "E01009999")
CRIME_TYPES = ("Burglary", "Drugs", "Anti-social behaviour")
OUTCOME_TYPES = ("Suspect charged", "Local resolution")

VALUES = {
    "force": FORCES,
    "type": CRIME_TYPES,
    "outcome_type": OUTCOME_TYPES,
    "lsoa": ("", *LISTED),
    "district": ("", "Stafford", "Walsall"),
    "deprivation_decile": ("", "1", "10"),
}


def table(head, rows):
    return "\n".join(" | ".join(row) for row in [head, *rows])


def rows(*columns):
    row = st.tuples(*map(st.sampled_from, columns))
    many = st.lists(row, min_size=10, max_size=20)
    return many | many | st.lists(row, max_size=6)


# Every file of a window loaded is rare by chance alone, so most worlds have all files of a force.
EVERY_FILE = [(force, f"2021-{month:02d}") for force in FORCES for month in range(1, 9)]
files = st.sampled_from([EVERY_FILE, EVERY_FILE, EVERY_FILE[:8]]) | st.lists(
    st.tuples(st.sampled_from(FORCES), st.sampled_from(MONTHS)), max_size=10
)
LIKELY = ("2021-03", "2021-03", "2021-04", "2021-04", "2021-05")
crimes = rows(IDENTIFIERS, CRIME_TYPES, (*LIKELY, "2021-02"), FORCES, PLACED)
outcomes = rows(
    IDENTIFIERS, ("Suspect charged", *OUTCOME_TYPES), (*LIKELY, *MONTHS), FORCES, PLACED
)
CRIME_HEAD = ("crime_id", "crime_type", "month", "force_id", "lsoa_code")
OUTCOME_HEAD = ("crime_id", "outcome_type", "month", "force_id", "lsoa_code")
SPANS = [("2021-02", "2021-05"), ("2021-03", "2021-04"), ("2021-03", "2021-03")]
OPEN_SPANS = [(None, None), ("2021-03", None), (None, "2021-03"), ("2021-04", "2022-02")]
# Most questions are of the whole span or of months; running periods rarely have all their files.
ASKED_GRAINS = [None, None, None, "month", "quarter", *GRAINS]


@st.composite
def worlds(draw):
    """An example without a question: rows, and files that hold no row."""
    return {
        "rows": {
            Crime: table(CRIME_HEAD, draw(crimes)),
            Outcome: table(OUTCOME_HEAD, draw(outcomes)),
            **PLACES,
        },
        "loaded": {Crime: tuple(draw(files)), Outcome: tuple(draw(files))},
    }


@st.composite
def conditions(draw, keys):
    """At most two conditions, most often none."""
    picked = draw(st.sampled_from([0, 0, 1, 2]))
    names = draw(st.permutations(keys))[:picked]
    return {name: draw(st.sampled_from(VALUES[name])) for name in names}


@st.composite
def questions(draw, measure):
    """A whole example, with the first and the last month asked for."""
    keys = [dimension.key for dimension in measure.by]
    by = draw(st.lists(st.sampled_from(keys), unique=True, max_size=2))
    grain = draw(st.sampled_from(ASKED_GRAINS))
    by = draw(st.permutations([*by, *([grain] if grain else [])]))
    first, last = draw(st.sampled_from(SPANS) | st.sampled_from(SPANS + OPEN_SPANS))
    example = Example(
        says="", shows="", by=tuple(by), where=draw(conditions(keys)), **draw(worlds())
    )
    return example, first, last
