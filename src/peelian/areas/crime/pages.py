"""What each reader sees of crime, and in what order."""

from peelian.areas.crime.measures import (
    any_outcome_share,
    charged_share,
    charged_within_2_months,
    outcomes,
)
from peelian.areas.crime.recorded import asb, asb_rate, deprivation_ratio, rate, recorded
from peelian.engines.publishing.topics import Topic

TOPICS = (
    Topic(
        key="how-much-crime",
        title="Crime",
        question="How much crime is recorded?",
        measure=recorded,
        leads_to=(rate,),
    ),
    Topic(
        key="crime-rate",
        title="Crime for the number of residents",
        question="How much crime is recorded for every 1,000 residents?",
        measure=rate,
        leads_to=(recorded, deprivation_ratio),
    ),
    Topic(
        key="violence",
        title="Violence and sexual offences",
        question="How much violence and how many sexual offences are recorded?",
        measure=recorded,
        where=(("type", "Violence and sexual offences"),),
        leads_to=(rate,),
    ),
    Topic(
        key="anti-social-behaviour",
        title="Anti-social behaviour",
        question="How much anti-social behaviour is recorded?",
        measure=asb,
        leads_to=(asb_rate,),
    ),
    Topic(
        key="charges",
        title="Charges",
        question="How many crimes lead to a charge within two months?",
        measure=charged_within_2_months,
        leads_to=(charged_share,),
    ),
    Topic(
        key="outcomes",
        title="Outcomes",
        question="How many crimes are given an outcome each month?",
        measure=outcomes,
        leads_to=(any_outcome_share,),
    ),
)
