"""The residents that rates of searches by ethnic group are per."""

from peelian.engines.measures.declared import Population
from peelian.spine.residents import RESIDENTS_SAY_LITTLE
from peelian.spine.residents_by_group import residents_2011_in_old_groups, residents_2021

BY_GROUP_2021 = Population(
    key="residents_by_group_2021",
    title="usual residents",
    year=2021,
    authority="Office for National Statistics, Census 2021, ethnic group by local authority",
    table=residents_2021,
    columns={"ethnic_group": "ethnic_group", "district": "district"},
    set_aside=RESIDENTS_SAY_LITTLE,
)

BY_OLD_GROUP_2011 = Population(
    key="residents_by_old_group_2011",
    title="usual residents",
    year=2011,
    authority=(
        "Office for National Statistics, Census 2011, ethnic group by local authority, in the "
        "groups of 2001: Chinese under Other"
    ),
    table=residents_2011_in_old_groups,
    columns={"ethnic_group": "ethnic_group"},
    set_aside=RESIDENTS_SAY_LITTLE,
)
