"""`peelian load SOURCE PATH...`: load published or exported files into the store."""

from argparse import ArgumentParser
from collections import Counter
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from peelian import catalogue
from peelian.jobs.loading import load_files
from peelian.jobs.prepare import prepare
from peelian.jobs.progress import progress_bar
from peelian.records.load.report import LoadReport
from peelian.records.load.source import Source
from peelian.records.store.lock import StoreBusy
from peelian.spine.force import UnknownForce, force

WAIT_FOR_ANOTHER_LOAD = 600.0


class Command(BaseCommand):
    help = "Load files of a source: single files, folders or zip archives."
    # A load touches no page, so a fault in one must not stop it.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        known = "; ".join(f"{key}: {source.title}" for key, source in catalogue.SOURCES.items())
        parser.add_argument("source", metavar="SOURCE", choices=catalogue.SOURCES, help=known)
        parser.add_argument("paths", metavar="PATH", nargs="+", type=Path)
        parser.add_argument("--force", metavar="SLUG", help="for files whose name tells no force")
        parser.add_argument("--rejects", metavar="FILE", type=Path, help="write refused cells here")
        parser.add_argument("--mapping", metavar="FILE", type=Path, help="for sources that use one")
        parser.add_argument("--dry-run", action="store_true", help="check, but load nothing")

    def handle(self, *args: object, **options: Any) -> None:
        source = catalogue.SOURCES[options["source"]]
        _check_mapping(source, options["mapping"])
        _check_force(options["force"])
        _check_rejects(options["rejects"])
        prepare()
        try:
            with progress_bar("Reading files") as progress:
                report = load_files(
                    source,
                    options["paths"],
                    at=timezone.now(),
                    force=options["force"],
                    rejects_file=options["rejects"],
                    dry_run=options["dry_run"],
                    progress=progress,
                    say=self.stderr.write,
                    wait_seconds=WAIT_FOR_ANOTHER_LOAD,
                )
        except StoreBusy as error:
            raise CommandError(str(error)) from error
        for file in report.files:
            if file.needs_attention:
                self.stdout.write(f"{file.origin}: {file.sentence}")
        self.stdout.write(_summary(report, dry_run=options["dry_run"]))
        self.stdout.write(report.in_one_line())
        if not report.readable:
            raise CommandError("Nothing could be read, so nothing was loaded.")


def _check_mapping(source: Source, mapping: Path | None) -> None:
    if mapping is not None and not source.takes_mapping:
        raise CommandError(f"{source.key} takes no mapping: its columns are known. Leave it out.")


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
