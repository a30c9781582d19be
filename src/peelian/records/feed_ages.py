"""How old what a list rests on is: said at its head, and what forbids "nothing is due".

Whoever reads a list of work must know what it cannot know: a list over a feed that is late shows
what was true when the feed last came.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from peelian.records.about import RecordAbout
from peelian.records.base import Record
from peelian.records.day_words import when_in_words
from peelian.records.deliveries import FeedKey, last_delivered
from peelian.records.feeds import FeedState, feed_states
from peelian.records.protection import protection_of
from peelian.records.schema import type_key
from peelian.records.store.reader import Reader
from peelian.records.store.snapshot import Part, Snapshot

# Unknown: there is no rhythm, so that nobody can tell. None: nothing was ever loaded.
Age = Literal["fresh", "late", "short", "unknown", "none", "by hand"]
TRUSTED: frozenset[Age] = frozenset({"fresh", "by hand"})


@dataclass(frozen=True)
class FeedAge:
    """How one feed of one record type stands for one force.

    `what` is what its records are called together, `feed` the name of the delivery or its source,
    `delivered_at` when it was last delivered (UTC) and `delivered` the same in words: "at 06:10
    today". Both are empty where nothing is delivered. `says` is a whole sentence, or two.
    """

    type_key: str
    what: str
    feed: str
    delivered_at: datetime | None
    delivered: str
    state: Age
    says: str

    @property
    def late(self) -> bool:
        """Whether a list over it may not say that nothing is due."""
        return self.state not in TRUSTED

    @property
    def words(self) -> str:
        """What it says, under the name that lists use."""
        return self.says


def feed_ages(
    models: Iterable[type[Record]], force_id: str, tables: Reader, *, at: datetime
) -> tuple[FeedAge, ...]:
    """How every feed of these record types stands for a force at a moment, in their order.

    A type without any file is kept by hand, or not there at all, and says so.
    """
    kinds = {type_key(model): model for model in models}
    snapshot = tables.snapshot
    parts: dict[FeedKey, list[Part]] = {}
    for key in kinds:
        for part in snapshot.parts_of(key):
            if part.force_id in (force_id, ""):
                of = FeedKey(key, part.source, part.feed, part.force_id)
                parts.setdefault(of, []).append(part)
    expected = feed_states(snapshot, at, types=kinds.keys(), forces={force_id, ""})
    states = {FeedKey(one.type_key, one.source, one.feed, one.force_id): one for one in expected}
    noted = last_delivered(parts.keys()) if parts else {}
    return tuple(
        age
        for model in kinds.values()
        for age in _ages(model, force_id, snapshot, parts, states, noted, at)
    )


def all_fresh(ages: Collection[FeedAge]) -> bool:
    """Whether a list over these may say that nothing is due: every feed is known to be fresh."""
    return bool(ages) and not any(age.late for age in ages)


def _ages(
    model: type[Record],
    force_id: str,
    snapshot: Snapshot,
    parts: Mapping[FeedKey, Collection[Part]],
    states: Mapping[FeedKey, FeedState],
    noted: Mapping[FeedKey, datetime],
    at: datetime,
) -> Iterator[FeedAge]:
    mine = sorted(of for of in parts if of.record_type == type_key(model))
    if not mine:
        yield _without(model, force_id, snapshot)
    many = _many(model)
    if mine and _typed_beside(model, force_id, snapshot):
        newest = max(datetime.fromisoformat(part.loaded_at) for of in mine for part in parts[of])
        says = (
            f"{many} are kept here by hand. What is published of them was last loaded "
            f"{when_in_words(newest, at)}."
        )
        yield FeedAge(type_key(model), many, "", None, "", "by hand", says)
        return
    for of in mine:
        loaded = max(datetime.fromisoformat(part.loaded_at) for part in parts[of])
        delivered = max(loaded, noted.get(of, loaded))
        when, name = when_in_words(delivered, at), of.feed or of.source
        came = f"{many} ({name}) were last delivered {when}."
        standing = states.get(of)
        if standing is None:
            age: Age = "unknown"
            says = f"{came} How often they come is not stated, so nobody can tell if they are late."
        elif standing.state == "fresh":
            age, says = "fresh", came
        else:
            age = standing.state
            are = " and ".join(standing.states)
            says = f"{many} ({name}) are {are}. {standing.says}"
        yield FeedAge(of.record_type, many, name, delivered, when, age, says)


def _without(model: type[Record], force_id: str, snapshot: Snapshot) -> FeedAge:
    """A type of which nothing is loaded for the force."""
    key, many = type_key(model), _many(model)
    laid = any(one.force_id == force_id and one.rows for one in snapshot.laid_over(key))
    if laid or issubclass(model, RecordAbout) or protection_of(model).typed:
        return FeedAge(key, many, "", None, "", "by hand", f"{many} are kept here by hand.")
    return FeedAge(key, many, "", None, "", "none", f"No {many.lower()} have ever been delivered.")


def _typed_beside(model: type[Record], force_id: str, snapshot: Snapshot) -> bool:
    """Whether a force types what only a publisher has files of: no feed of the force is late."""
    key = type_key(model)
    typed = any(one.force_id == force_id and one.typed for one in snapshot.laid_over(key))
    return typed and snapshot.brought(key).isdisjoint({force_id, ""})


def _many(model: type[Record]) -> str:
    words = str(model._meta.verbose_name_plural)
    return words[:1].upper() + words[1:]
