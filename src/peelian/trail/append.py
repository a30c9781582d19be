"""The one verb of the trail: write the next entry, together with the deed it records."""

from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import datetime

from django.db import connections, router, transaction

from peelian.trail.chain import GENESIS, Link, canonical_detail, digest_of
from peelian.trail.checkpoints import EVERY_ENTRIES, checkpoint
from peelian.trail.errors import OutsideTransaction, UnknownVerb, UnwritableEntry
from peelian.trail.lock import END_OF_CHAIN, hold
from peelian.trail.models import ACTOR_LIMIT, REF_LIMIT, TYPE_LIMIT, Entry
from peelian.trail.verbs import Verb


def append(
    *,
    actor: str,
    verb: str,
    ref: tuple[str, str],
    detail: Mapping[str, object],
    at: datetime,
) -> Entry:
    """Add one entry to the end of the chain and return it.

    `actor` is the name of the account, `ref` the type and the address of the record, `detail`
    plain JSON, `at` a time with a zone. The caller's transaction holds both the deed and its entry,
    so that neither stands without the other. Writers wait for one another from here to the end of
    their transaction: append last, and keep what follows short.

    Raises `OutsideTransaction`, `UnknownVerb` or `UnwritableEntry`; all are `TrailError`.
    """
    alias = router.db_for_write(Entry)
    if not connections[alias].in_atomic_block:
        raise OutsideTransaction(
            "The trail is written in the same transaction as the deed. Put both inside "
            "`with transaction.atomic():`."
        )
    if verb not in list(Verb):
        raise UnknownVerb(
            f"'{verb}' is no deed that the trail knows. Use one of {', '.join(Verb)}."
        )
    record_type, record_ref = ref
    text = canonical_detail(detail)
    _check_part("actor", actor, ACTOR_LIMIT)
    _check_part("record type", record_type, TYPE_LIMIT)
    _check_part("record ref", record_ref, REF_LIMIT)
    _check_part("detail", text, None)

    sequence, previous_hash = _end_of_chain(alias)
    link = Link(
        sequence=sequence + 1,
        at=at,
        actor=actor,
        verb=str(verb),
        record_type=record_type,
        record_ref=record_ref,
        detail=text,
        previous_hash=previous_hash,
        hash="",
    )
    entry = Entry(**asdict(replace(link, hash=digest_of(link))))
    entry.save(force_insert=True, using=alias)
    if entry.sequence % EVERY_ENTRIES == 0:
        # The deed is done by then: a checkpoint that fails must not make it look undone. It is made
        # up for by the worker that calls `checkpoint_if_due`, or after the next hundred.
        def sign() -> None:
            checkpoint(now=at)

        transaction.on_commit(sign, using=alias, robust=True)
    return entry


def _end_of_chain(alias: str) -> tuple[int, str]:
    """Sequence and hash of the newest entry, with every other writer kept out until the commit."""
    hold(alias, END_OF_CHAIN)
    newest = Entry.objects.using(alias).order_by("-sequence").values_list("sequence", "hash")[:1]
    return next(iter(newest), (0, GENESIS))


def _check_part(name: str, part: str, limit: int | None) -> None:
    if not part.strip():
        raise UnwritableEntry(f"The {name} of an entry is blank; the trail must say it.")
    if "\x00" in part:
        raise UnwritableEntry(f"The {name} holds a null character, which PostgreSQL cannot keep.")
    try:
        part.encode()
    except UnicodeEncodeError as error:
        raise UnwritableEntry(f"The {name} is not valid Unicode: {error}.") from error
    if limit is not None and len(part) > limit:
        raise UnwritableEntry(
            f"The {name} has {len(part)} characters; the trail keeps {limit}. "
            f"Say the rest in the detail."
        )
