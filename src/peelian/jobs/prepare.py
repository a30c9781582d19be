"""Makes an empty home ready: database, keys and the reference tables of the package."""

from datetime import UTC, datetime

from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from peelian.access.actors import service_account
from peelian.jobs.keeping.holdings import RESTORED
from peelian.jobs.keeping.noting import note_restored
from peelian.jobs.keeping.workplace import sweep
from peelian.jobs.loading import COMMAND_LINE, load_files
from peelian.records.schema import type_key
from peelian.records.store.catalogue import current_id
from peelian.records.store.reader import Reader, open_reader
from peelian.sources import adapters
from peelian.spine.area import AreaDeprivation, DistrictLink, LsoaPopulation
from peelian.spine.ethnicity import DistrictEthnicity

# Commands that start together on an empty home wait for one another for so long.
PATIENCE_SECONDS = 120.0
REFERENCE = (LsoaPopulation, DistrictLink, AreaDeprivation, DistrictEthnicity)


def prepare() -> None:
    """Bring database and store to where every command can rely on them. Quick when they are.

    Raises `CommandError` where the home is of an older version and holds more than a demo: only
    `peelian upgrade` changes it, since it makes a backup first.
    """
    settings.PEELIAN_HOME.mkdir(mode=0o700, parents=True, exist_ok=True)
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        in_use = executor.loader.applied_migrations and current_id(settings.STORE_ROOT)
        if in_use and not settings.DEMO:
            raise CommandError(
                f"{settings.PEELIAN_HOME} was made by an older version. Run `peelian upgrade`: it "
                "makes a backup and then brings the database to this version."
            )
        call_command("migrate", verbosity=0, interactive=False)
    sweep(settings.PEELIAN_HOME)
    now = datetime.now(UTC)
    if (settings.PEELIAN_HOME / RESTORED).exists():
        note_restored(settings.PEELIAN_HOME, by=service_account(COMMAND_LINE), at=now)
    snapshot = open_reader(settings.STORE_ROOT).snapshot
    if not all(snapshot.parts_of(type_key(model)) for model in REFERENCE):
        source, paths = adapters.REFERENCE
        load_files(source, paths, at=now, wait_seconds=PATIENCE_SECONDS)


def open_store() -> Reader:
    """The newest snapshot of a home that has been made ready."""
    prepare()
    return open_reader(settings.STORE_ROOT)
