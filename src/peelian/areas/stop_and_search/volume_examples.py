"""Worked examples of how many searches there are: rows in, answer out, worked by hand."""

from peelian.areas.stop_and_search.find_examples import POWERS
from peelian.areas.stop_and_search.models import StopSearch
from peelian.engines.measures.declared import Example
from peelian.spine.area import DistrictLink, LsoaPopulation
from peelian.spine.complaint import Complaint
from peelian.spine.crime import Crime

# Two neighbourhoods of Stafford.
NEIGHBOURHOODS = {
    LsoaPopulation: """
        lsoa_code | lsoa_name     | year | residents
        E01000001 | Stafford 001A | 2020 | 1500
        E01000002 | Stafford 001B | 2020 | 500
        """,
    DistrictLink: """
        district_code | district_name | police_area_code | edition
        E07000197     | Stafford      | E23000015        | 2016
        """,
}
# The first point stands in two rows, the second in one without an area.
POINTS = """
    longitude | latitude  | lsoa_code
    -2.116781 | 52.806693 | E01000001
    -2.116781 | 52.806693 | E01000001
    -2.000000 | 52.700000 |
    """
SEARCHES_AT_POINTS = """
    search_type   | longitude          | latitude
    Person search | -2.116781          | 52.806693
    Person search | -2.116781000000001 | 52.80669299999999
    Person search | -2.000000          | 52.700000
    Person search |                    |
    """

SEARCHES = (
    Example(
        says="Rows that look alike are all counted, and so are searches of vehicles alone.",
        rows={
            StopSearch: """
                search_type    | object_of_search | age_range
                Person search  | Controlled drugs | 18-24
                Person search  | Controlled drugs | 18-24
                Vehicle search | Stolen goods     |
                """
        },
        shows="3",
    ),
    Example(
        says="Powers that need no suspicion stand apart, and so does a power that is not recorded.",
        rows={StopSearch: POWERS},
        by=("power_kind",),
        shows="No suspicion needed: 2\nReasonable grounds: 4\nnot recorded: 1",
    ),
    Example(
        says=(
            "A search is placed by a crime at the same map point, once for however many crimes, "
            "noise beyond the sixth decimal apart."
        ),
        rows={StopSearch: SEARCHES_AT_POINTS, Crime: POINTS, **NEIGHBOURHOODS},
        by=("lsoa",),
        shows="E01000001: 2\nE01000002: 0\nnot recorded: 2",
    ),
    Example(
        says="Hours are of local time, in their order.",
        rows={
            StopSearch: """
                search_type   | hour
                Person search | 23
                Person search | 9
                Person search | 9
                """
        },
        by=("hour",),
        shows="9: 2\n23: 1",
    ),
)

NO_SUSPICION_SEARCHES = (
    Example(
        says="Only powers that the law gives without suspicion; a blank power is not one.",
        rows={StopSearch: POWERS},
        shows="2",
    ),
)

AUDITED_SEARCHES = (
    Example(
        says="Persons searched under section 1 or section 23; no vehicle alone, no firearms power.",
        rows={StopSearch: POWERS},
        shows="2",
    ),
)

SEARCHES_RATE = (
    Example(
        says="Four searches among the 2,000 residents of the force.",
        rows={StopSearch: SEARCHES_AT_POINTS, Crime: POINTS, **NEIGHBOURHOODS},
        shows="4 among 2,000 residents, 2.00",
    ),
    Example(
        says="By district, searches without a place have no residents to be divided by.",
        rows={StopSearch: SEARCHES_AT_POINTS, Crime: POINTS, **NEIGHBOURHOODS},
        by=("district",),
        shows="Stafford: 2 among 2,000 residents, 1.00\nnot recorded: not_computable",
    ),
)

COMPLAINTS = (
    Example(
        says="Complaints about other things are not counted.",
        rows={
            Complaint: """
                about
                Stop and search
                Service
                """
        },
        shows="1",
    ),
    Example(
        says="A force without complaints loaded has no data, never none.",
        rows={
            Complaint: """
                about           | force_id
                Stop and search | cheshire
                """
        },
        by=("force", "month"),
        loaded={Complaint: (("staffordshire", "2021-04"),)},
        shows=(
            "2021-03, cheshire: 1\n2021-04, cheshire: no_data\n"
            "2021-03, staffordshire: no_data\n2021-04, staffordshire: 0"
        ),
    ),
)
