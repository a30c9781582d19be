"""The command line's way of loading: access, trail and store in one step."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction

from peelian.access.actors import service_account
from peelian.access.decide import check_may
from peelian.access.verbs import Verb as Deed
from peelian.records.deliveries import Brought, FeedKey, deliver
from peelian.records.load.report import LoadReport, Status
from peelian.records.load.run import Progress, load
from peelian.records.load.source import Found, Problem, Source
from peelian.records.store.snapshot import Part, Snapshot
from peelian.trail.append import append
from peelian.trail.verbs import Verb

COMMAND_LINE = "command-line"
NOT_DELIVERED: frozenset[Status] = frozenset({"refused", "skipped"})


def load_files(
    source: Source,
    paths: Sequence[Path],
    *,
    at: datetime,
    force: str | None = None,
    rejects_file: Path | None = None,
    dry_run: bool = False,
    progress: Progress | None = None,
    say: Callable[[str], None] | None = None,
    wait_seconds: float = 0.0,
    sample: int = 0,
    claims: Mapping[str, str] | None = None,
) -> LoadReport:
    """Load what a source finds under these paths, as the command line's service account.

    The trail's entry is committed before the new snapshot is published: a load that cannot be
    recorded does not happen, and one that is killed between the two is recorded as begun and is
    recorded again when it is run again. What was delivered of each feed is noted, also where it is
    what was held already. `claims` stand in the entry beside the files: the mapping by which they
    were read, the licence that it claims. `sample` is how many rows of each file the report shows.
    Raises `NotAllowed`, `TrailError` or `StoreBusy`.
    """
    actor = service_account(COMMAND_LINE)
    files = source.find(paths, force=force)
    for model in {file.kind.model for file in files if isinstance(file, Found)}:
        check_may(actor, Deed.COLLECT, model)

    def record(snapshot: Snapshot, parts: tuple[Part, ...]) -> None:
        with transaction.atomic():
            append(
                actor=actor.trail_name,
                verb=Verb.COLLECTED,
                ref=("snapshot", snapshot.id),
                detail={
                    "source": source.key,
                    **(claims or {}),
                    "files": [
                        {"origin": part.origin, "sha256": part.origin_sha256, "rows": part.rows}
                        for part in parts
                    ],
                },
                at=at,
            )

    report = load(
        root=settings.STORE_ROOT,
        files=files,
        by=actor.trail_name,
        at=at,
        on_publish=record,
        progress=progress,
        say=say,
        dry_run=dry_run,
        rejects_file=rejects_file,
        wait_seconds=wait_seconds,
        sample=sample,
    )
    if not dry_run:
        # After the publication: a load that is killed between the two is a delivery by its parts.
        deliver(_brought(files, report), at=at)
    return report


def _brought(files: Sequence[Found | Problem], report: LoadReport) -> Iterator[Brought]:
    """What each file that could be read has brought, also where all of it was held already."""
    for file, told in zip(files, report.files, strict=True):
        if isinstance(file, Found) and told.status not in NOT_DELIVERED:
            yield Brought(
                FeedKey(file.kind.type_key, file.source, file.feed, file.place.force_id),
                rows=told.read,
                new=told.loaded,
                unchanged=told.already_held,
                refused=told.rejected,
            )
