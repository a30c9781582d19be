"""Measures of contact: how many call, how soon they are answered and how many give up."""

from peelian.areas.contact.answering import (
    answer_time,
    answer_time_999,
    answered_999_in_10s,
    answered_999_in_10s_force_clock,
)
from peelian.areas.contact.giving_up import (
    abandoned_101,
    abandoned_101_after_60s,
    wait_before_hanging_up,
)
from peelian.areas.contact.volume import calls, calls_rate

MEASURES = (
    answered_999_in_10s,
    answered_999_in_10s_force_clock,
    answer_time_999,
    answer_time,
    abandoned_101,
    abandoned_101_after_60s,
    wait_before_hanging_up,
    calls_rate,
    calls,
)
