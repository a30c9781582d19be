"""Worked examples of yearly returns: rows in, answer out, worked by hand."""

from peelian.areas.stop_and_search.models import SearchReturn
from peelian.engines.measures.declared import Example
from peelian.spine.area import DistrictLink
from peelian.spine.ethnicity import DistrictEthnicity

RETURNS = """
    month   | reason         | ethnic_group | ethnicity    | searches
    2019-03 | Drugs          | Asian        | Indian       | 4
    2019-03 | Drugs          | Other        | Chinese      | 2
    2019-03 | Stolen Goods   | Other        | Chinese      | 1
    2019-03 | Drugs          | White        | White Irish  |
    2019-03 | Drugs          |              | Not Stated   | 5
    2019-03 | Drugs          |              | Vehicle only | 3
    """

RETURNED_SEARCHES = (
    Example(
        says="A row stands for as many searches as it says; one without a number is unknown.",
        rows={SearchReturn: RETURNS},
        shows="15, 1 unknown",
    ),
    Example(
        says="By reason, the numbers of a reason are added up.",
        rows={SearchReturn: RETURNS},
        by=("reason",),
        shows="Drugs: 14, 1 unknown\nStolen Goods: 1",
    ),
)

RETURNED_RATE_BY_ETHNICITY = (
    Example(
        says=(
            "In the groups of 2001 Chinese stands under Other, in searches and residents alike. A "
            "group that returned no number shows nought with its unknown lines."
        ),
        rows={
            SearchReturn: RETURNS,
            DistrictEthnicity: """
                census | district_code | ethnicity                   | ethnic_group | residents
                2011   | E07000197     | Asian/Asian British: Indian | Asian        | 1000
                2011   | E07000197     | Asian/Asian British: Chinese | Asian       | 200
                2011   | E07000197     | Other ethnic group: Arab    | Other        | 100
                2011   | E07000197     | White: Irish                | White        | 500
                """,
            DistrictLink: """
                district_code | district_name | police_area_code | edition
                E07000197     | Stafford      | E23000015        | 2016
                """,
        },
        by=("ethnic_group",),
        shows=(
            "Asian: 4 among 1,000 residents, 4.00\n"
            "Black: not_computable\n"
            "Mixed: not_computable\n"
            "Other: 3 among 300 residents, 10.0\n"
            "White: 0 among 500 residents, 0.00, 1 unknown\n"
            "not recorded: not_computable"
        ),
    ),
)
