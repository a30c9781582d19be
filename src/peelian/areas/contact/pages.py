"""What each reader sees of contact, and in what order."""

from peelian.areas.contact.answering import answer_time_999, answered_999_in_10s
from peelian.areas.contact.giving_up import abandoned_101
from peelian.engines.publishing.topics import Topic

TOPICS = (
    Topic(
        key="answering-999",
        title="Answering 999",
        question="How many 999 calls are answered within ten seconds?",
        measure=answered_999_in_10s,
        leads_to=(answer_time_999, abandoned_101),
    ),
)
