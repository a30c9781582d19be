"""Worked examples of whom searches fall on: rows in, answer out, worked by hand."""

from peelian.areas.stop_and_search.models import StopSearch
from peelian.engines.measures.declared import Example
from peelian.spine.area import DistrictLink
from peelian.spine.ethnicity import DistrictEthnicity

RESIDENTS = {
    DistrictEthnicity: """
        census | district_code | ethnicity      | ethnic_group | residents
        2021   | E07000197     | Black: African | Black        | 600
        2021   | E07000197     | Black: Other   | Black        | 400
        2021   | E07000197     | White: Irish   | White        | 9000
        2011   | E07000197     | White: Irish   | White        | 5
        """,
    DistrictLink: """
        district_code | district_name | police_area_code | edition
        E07000197     | Stafford      | E23000015        | 2021
        E07000197     | Stafford      | E23000015        | 2016
        """,
}
SEARCHES = """
    search_type               | ethnic_group
    Person search             | Black
    Person and Vehicle search | Black
    Vehicle search            | Black
    Person search             | White
    Person search             | White
    Person search             | White
    Person search             | White
    Person search             | White
    Person search             | White
    Person search             | Asian
    Person search             |
    """

ETHNICITY_NOT_STATED = (
    Example(
        says="Of ten searches of persons one does not say; a vehicle has no ethnicity to state.",
        rows={StopSearch: SEARCHES},
        shows="1 of 10, 10%",
    ),
)

ETHNICITY_RATE = (
    Example(
        says="Each group is held against its own residents, and not stated has none.",
        rows={StopSearch: SEARCHES, **RESIDENTS},
        by=("ethnic_group",),
        shows=(
            "Asian: not_computable\n"
            "Black: 2 among 1,000 residents, 2.00\n"
            "Mixed: not_computable\n"
            "Other: not_computable\n"
            "White: 6 among 9,000 residents, 0.67\n"
            "not recorded: not_computable"
        ),
    ),
)

BLACK_WHITE_RATIO = (
    Example(
        says=(
            "2 per 1,000 against 6 per 9,000 is 3. One of ten searches of persons does not state "
            "an ethnicity; the search of a vehicle is left out."
        ),
        rows={StopSearch: SEARCHES, **RESIDENTS},
        shows="2 against 6, 3.00, 1 unknown",
    ),
    Example(
        says="With ethnicity missing on more than a fifth of the rows nothing is computed.",
        rows={
            StopSearch: """
                search_type   | ethnic_group
                Person search | Black
                Person search | White
                Person search | White
                Person search |
                """,
            **RESIDENTS,
        },
        shows="not_computable",
    ),
    Example(
        says="Without any search of a Black person there is no ratio, which is not a ratio of 0.",
        rows={
            StopSearch: """
                search_type   | ethnic_group
                Person search | White
                """,
            **RESIDENTS,
        },
        shows="not_computable",
    ),
)
