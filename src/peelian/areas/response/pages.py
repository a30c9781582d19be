"""What each reader sees of response, and in what order."""

from peelian.areas.response.measures import (
    attendance_time,
    attended_within_limit,
    delay_told,
    waited_over_7_days,
)
from peelian.engines.publishing.topics import Topic

TOPICS = (
    Topic(
        key="attendance",
        title="Waiting for the police",
        question="How long do people wait for the police to arrive?",
        measure=attendance_time,
        leads_to=(attended_within_limit, waited_over_7_days, delay_told),
    ),
)
