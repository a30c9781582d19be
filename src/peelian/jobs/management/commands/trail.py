"""`peelian trail verify|checkpoint|export|key`: the trail, for whoever answers for it."""

import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError, connection
from django.utils import timezone

from peelian.access.actors import service_account
from peelian.jobs.loading import COMMAND_LINE
from peelian.jobs.trail_checking import lines_of, own_key_lines, trusted_keys
from peelian.jobs.trail_export import export_trail
from peelian.trail.checkpoints import checkpoint, undelivered
from peelian.trail.delivery import deliver
from peelian.trail.errors import TrailError
from peelian.trail.examine import examine
from peelian.trail.models import Checkpoint


class Command(BaseCommand):
    help = "Verify the trail, sign a checkpoint of it, export it, or print its public key."
    # The trail must be readable when pages are not.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        tasks = parser.add_subparsers(dest="task", required=True, metavar="TASK")
        verify = tasks.add_parser("verify", help="check every entry and every checkpoint")
        verify.add_argument(
            "--checkpoints",
            metavar="FOLDER",
            type=Path,
            action="append",
            default=[],
            help="a copy that somebody else kept; may be given more than once",
        )
        verify.add_argument(
            "--key",
            metavar="FILE",
            type=Path,
            action="append",
            default=[],
            help="public keys to trust, instead of the installation's own",
        )
        tasks.add_parser("checkpoint", help="sign the newest entry now and send it away")
        export = tasks.add_parser("export", help="write all entries to a file, which is recorded")
        export.add_argument("file", metavar="FILE", type=Path)
        export.add_argument("--reason", default="", help="why, for the entry that records it")
        tasks.add_parser("key", help="print the public key and its fingerprint")

    def handle(self, *args: object, **options: Any) -> None:
        if options["task"] != "key":
            _check_there_is_a_trail()
        try:
            match options["task"]:
                case "verify":
                    self._verify(options["checkpoints"], options["key"])
                case "checkpoint":
                    self._checkpoint()
                case "export":
                    self._export(options["file"], options["reason"])
                case "key":
                    self.stdout.write("\n".join(own_key_lines()))
        except (TrailError, OSError) as error:
            raise CommandError(str(error)) from error

    def _verify(self, folders: list[Path], key_files: list[Path]) -> None:
        began = time.perf_counter()
        found = examine(
            folders=[folder.resolve() for folder in folders], keys=trusted_keys(key_files)
        )
        *said, verdict = lines_of(found, time.perf_counter() - began)
        self.stdout.write("\n".join(said))
        if not found.sound:
            raise CommandError(verdict)
        self.stdout.write(verdict)

    def _checkpoint(self) -> None:
        now = timezone.now()
        made = checkpoint(now=now, wait=True)
        problems = deliver(now=now, wait=True)
        if made is None:
            self.stdout.write("No entry has been written since the last checkpoint.")
        else:
            self.stdout.write(
                f"Checkpoint {made.number} signs entry {made.sequence}: {made.hash()}"
            )
        for problem in problems:
            self.stdout.write(problem.sentence)
        if problems:
            raise CommandError(f"Checkpoints that wait to be sent: {undelivered().checkpoints}.")

    def _export(self, path: Path, reason: str) -> None:
        actor = service_account(COMMAND_LINE)
        try:
            written = export_trail(path, actor=actor.trail_name, reason=reason, at=timezone.now())
        except FileExistsError as error:
            raise CommandError(f"{path} is there already; name a file that is not.") from error
        self.stdout.write(f"{written:,} entries written to {path}, this export among them.")


def _check_there_is_a_trail() -> None:
    """Whoever checks a trail must not change its database, so nothing is made ready here."""
    try:
        tables = connection.introspection.table_names()
    except OperationalError:
        tables = []
    if Checkpoint._meta.db_table not in tables:
        raise CommandError(
            f"There is no trail yet in the database of {settings.PEELIAN_HOME}. Name the folder in "
            f"PEELIAN_HOME, or run `peelian migrate` after an upgrade."
        )
