"""Whether the clocks of duties keep up with what happens."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from peelian.jobs.checking.finding import Finding, warning, well
from peelian.records.unsettled import unsettled

# The worker settles what happened within seconds, and the first load of years within minutes.
# Peelian's default.
SETTLED_WITHIN = timedelta(minutes=10)


def happenings(now: datetime) -> Iterator[Finding]:
    """C-JOB-1: whether everything that happened is looked at soon."""
    waiting = unsettled()
    if waiting.since is not None and now - waiting.since > SETTLED_WITHIN:
        yield warning(
            "happenings",
            f"{waiting.number:,} wait to be looked at, the oldest since "
            f"{waiting.since:%Y-%m-%d %H:%M} UTC: lists of duties lack what follows from them.",
            "See that `peelian work` runs and which of its jobs fails.",
        )
    else:
        yield well("happenings", f"{waiting.number:,} wait to be looked at, none for long")
