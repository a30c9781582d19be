"""Late and short feeds, in a sentence for whatever rests on them.

One door for pages, the programming interface and the command line: `warnings_for`. A late feed is
itself work, and a list that rests on one may never say "nothing due".
"""

from collections.abc import Collection, Iterable
from datetime import datetime

from peelian.engines.measures.kinds import Measure
from peelian.engines.publishing.days import day_in_words, loaded_at
from peelian.records.feeds import FeedState, feed_states
from peelian.records.store.snapshot import Snapshot
from peelian.spine.force import forces as known_forces

# A sentence that names more forces than this is no longer read.
NAMED_AT_MOST = 3


def warnings_for(
    measure: Measure,
    snapshot: Snapshot,
    forces: Collection[str] | None,
    at: datetime,
) -> tuple[str, ...]:
    """A sentence for each feed that is late or short at this moment, of those a figure rests on.

    `forces` are the slugs of the forces that are asked about; None or none means all. Forces of
    which one feed stands the same are named together.
    """
    states = feed_states(snapshot, at, types=measure.reads, forces=forces or None)
    return in_sentences(state for state in states if state.says)


def in_sentences(states: Iterable[FeedState]) -> tuple[str, ...]:
    """One sentence for each feed and state, with the forces of which it holds."""
    together: dict[tuple[str, str, str, str], list[FeedState]] = {}
    for state in states:
        alike = (state.source, state.feed, state.says, day_in_words(loaded_at(state.loaded_at)))
        together.setdefault(alike, []).append(state)
    return tuple(_sentence(*alike, found) for alike, found in together.items())


def _sentence(source: str, feed: str, says: str, loaded: str, states: list[FeedState]) -> str:
    known = known_forces()
    named = dict.fromkeys(
        known[state.force_id].name if state.force_id in known else state.force_id
        for state in states
    )
    names = list(named)[:NAMED_AT_MOST]
    if len(named) > NAMED_AT_MOST:
        names.append(f"{len(named) - NAMED_AT_MOST} more")
    word = " and ".join(states[0].states)
    return f"{feed or source} for {', '.join(names)} is {word}, last loaded on {loaded}. {says}"
