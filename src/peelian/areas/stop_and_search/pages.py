"""What each reader sees of stop and search, and in what order."""

from peelian.areas.stop_and_search.fairness import black_white_ratio, ethnicity_rate
from peelian.areas.stop_and_search.finds import action_rate, linked_find_rate
from peelian.areas.stop_and_search.volume import searches, searches_rate
from peelian.engines.publishing.topics import Topic

TOPICS = (
    Topic(
        key="stop-and-search",
        title="Stop and search",
        question="How often are people stopped and searched, and what is found?",
        measure=searches,
        leads_to=(linked_find_rate, action_rate, searches_rate),
    ),
    Topic(
        key="stop-and-search-of-whom",
        title="Who is stopped and searched",
        question="How much more often are Black people searched than White people?",
        measure=black_white_ratio,
        leads_to=(ethnicity_rate,),
    ),
)
