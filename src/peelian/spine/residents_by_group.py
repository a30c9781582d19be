"""Who lives where by ethnic group: each district's Census counts with the force that polices it.

Summed over districts the result equals the residents of each of the 43 force areas: 59,597,578 in
2021 and 56,075,912 in 2011. Districts were merged in the years between, so each Census is joined
through the lookup that knows its own districts.
"""

from collections.abc import Callable
from typing import Any

import ibis

from peelian.records.base import Record
from peelian.spine.area import DistrictLink
from peelian.spine.ethnicity import DistrictEthnicity
from peelian.spine.force import forces
from peelian.spine.residents import DISTRICT_NAMES

Tables = Callable[[type[Record]], ibis.Table]

# Edition of the lookup from districts to force areas, by the Census whose districts it holds.
EDITION_OF_CENSUS = {2011: 2016, 2021: 2021}
CHINESE_IN_2011 = "Asian/Asian British: Chinese"


def residents_2021(table: Tables) -> ibis.Table:
    """Census 2021 residents, one row per district and ethnicity.

    Columns: `district_code`, `district` (its name as `resident_areas` writes it; districts that
    were merged between 2011 and 2021 have no such name there), `area_force` (slug), `ethnicity`
    (19 as published), `ethnic_group` (five, Chinese within Asian), `residents` (persons).
    """
    return _residents(table, 2021)


def residents_2011_in_old_groups(table: Tables) -> ibis.Table:
    """Census 2011 residents by the five groups of 2001, in which Chinese stands under Other.

    Columns as in `residents_2021`, with 18 ethnicities. Police returns keep those groups, and so
    do the rates that were published from them.
    """
    counted: Any = _residents(table, 2011)
    return counted.mutate(
        ethnic_group=ibis.ifelse(
            counted.ethnicity == CHINESE_IN_2011, ibis.literal("Other"), counted.ethnic_group
        )
    )


def _residents(table: Tables, census: int) -> ibis.Table:
    counted = table(DistrictEthnicity).filter(lambda row: row.census == census)
    slugs = {force.area_code: force.slug for force in forces().values() if force.territorial}
    edition = EDITION_OF_CENSUS[census]
    links = table(DistrictLink).filter(lambda link: link.edition == edition)
    links = links.select("district_code", area_force=links.police_area_code.substitute(slugs))
    joined: Any = counted.inner_join(links, "district_code")
    short = {full: name for name, full in DISTRICT_NAMES.items()}
    return joined.select(
        "district_code",
        "area_force",
        "ethnicity",
        "ethnic_group",
        "residents",
        district=joined.district_name.substitute(short),
    )
