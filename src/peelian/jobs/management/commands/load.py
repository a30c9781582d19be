"""`peelian load SOURCE PATH...`: load published or exported files into the store."""

from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from peelian.access.giving.whole import BrokenExtract
from peelian.jobs.loading import load_files
from peelian.jobs.organisation import of_organisation, renew
from peelian.jobs.prepare import prepare
from peelian.jobs.printing_rows import ROWS, lines_of
from peelian.jobs.progress import progress_bar
from peelian.records.base import Record
from peelian.records.load.report import LoadReport
from peelian.records.load.source import Source
from peelian.records.store.lock import StoreBusy
from peelian.sources import adapters
from peelian.sources.extracts.mapping import BadMapping
from peelian.sources.extracts.source import Extracts, MappedExtracts
from peelian.spine.force import UnknownForce, force

WAIT_FOR_ANOTHER_LOAD = 600.0


class Command(BaseCommand):
    help = "Load files of a source: single files, folders or zip archives."
    # A load touches no page, so a fault in one must not stop it.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        known = "; ".join(f"{key}: {source.title}" for key, source in adapters.SOURCES.items())
        parser.add_argument("source", metavar="SOURCE", choices=adapters.SOURCES, help=known)
        parser.add_argument("paths", metavar="PATH", nargs="+", type=Path)
        parser.add_argument("--force", metavar="SLUG", help="for files whose name tells no force")
        parser.add_argument("--rejects", metavar="FILE", type=Path, help="write refused cells here")
        parser.add_argument("--mapping", metavar="FILE", type=Path, help="for sources that use one")
        parser.add_argument(
            "--without-renewal",
            action="store_true",
            help="of units, posts and people: load more files first, then organisation renew",
        )
        parser.add_argument(
            "--dry-run",
            action="store_true",
            help="load nothing; print ten rows as they would load and words without a code",
        )

    def handle(self, *args: object, **options: Any) -> None:
        _check_force(options["force"])
        _check_rejects(options["rejects"])
        dry_run = options["dry_run"]
        with _source(adapters.SOURCES[options["source"]], options["mapping"]) as source:
            prepare()
            mapped = source if isinstance(source, MappedExtracts) else None
            try:
                with progress_bar("Reading files") as progress:
                    report = load_files(
                        source,
                        options["paths"],
                        at=timezone.now(),
                        force=options["force"],
                        rejects_file=options["rejects"],
                        dry_run=dry_run,
                        progress=progress,
                        say=self.stderr.write,
                        wait_seconds=WAIT_FOR_ANOTHER_LOAD,
                        sample=ROWS if dry_run else 0,
                        claims=mapped.claims if mapped else None,
                    )
            except StoreBusy as error:
                raise CommandError(str(error)) from error
            remarks = mapped.remarks if mapped else []
        for line in (*(lines_of(report) if dry_run else ()), *remarks):
            self.stdout.write(line)
        for file in report.files:
            if file.needs_attention:
                self.stdout.write(f"{file.origin}: {file.sentence}")
        self.stdout.write(_summary(report, dry_run=dry_run))
        self.stdout.write(report.in_one_line())
        if not report.readable:
            raise CommandError("Nothing could be read, so nothing was loaded.")
        if mapped and not dry_run and not options["without_renewal"]:
            self._renew(mapped)

    def _renew(self, mapped: MappedExtracts) -> None:
        """Access decides by the operational tables: they follow what has just been loaded."""
        if not of_organisation(mapped.mapping.model):
            return
        try:
            done = renew(at=timezone.now())
        except BrokenExtract as error:
            raise CommandError(
                f"The file is loaded. {error}\nMend the extract, or load the others of the same "
                "day and run `peelian organisation renew`."
            ) from error
        for slug, changes in done.items():
            for one in changes:
                self.stderr.write(f"{slug}: {one.in_words}")


@contextmanager
def _source(source: Source, mapping: Path | None) -> Iterator[Source]:
    """The source to load from: where it takes a mapping, as the mapping describes it."""
    if not isinstance(source, Extracts):
        if mapping is not None:
            raise CommandError(
                f"{source.key} takes no mapping: its columns are known. Leave it out."
            )
        yield source
        return
    if mapping is None:
        shipped = ", ".join(path.name for path in source.examples())
        raise CommandError(
            f"{source.key} needs a mapping file: give it with --mapping. See docs/extracts.md; "
            f"examples that ship with the package: {shipped}."
        )
    settings.PEELIAN_HOME.mkdir(mode=0o700, parents=True, exist_ok=True)
    models = [model for model in apps.get_models() if issubclass(model, Record)]
    try:
        with source.under(
            _example_or(mapping, source), models=models, home=settings.PEELIAN_HOME
        ) as mapped:
            yield mapped
    except BadMapping as error:
        raise CommandError(str(error)) from error


def _example_or(mapping: Path, source: Extracts) -> Path:
    """The mapping file itself, or the example of that name that ships with the package."""
    if mapping.exists():
        return mapping
    return next((path for path in source.examples() if path.name == mapping.name), mapping)


def _check_force(slug: str | None) -> None:
    try:
        if slug is not None:
            force(slug)
    except UnknownForce as error:
        raise CommandError(str(error)) from error


def _check_rejects(rejects: Path | None) -> None:
    if rejects is not None and not rejects.absolute().parent.is_dir():
        raise CommandError(f"There is no folder {rejects.parent} to write the rejects into.")


def _summary(report: LoadReport, *, dry_run: bool) -> str:
    counted = Counter(file.status for file in report.files)
    files = ", ".join(f"{number} {status}" for status, number in sorted(counted.items()))
    end = "A dry run: nothing was kept." if dry_run else f"Snapshot {report.snapshot_id or 'none'}."
    return f"Files: {files or 'none'}. {end}"
