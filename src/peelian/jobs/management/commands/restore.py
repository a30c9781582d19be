"""`peelian restore FILE --into HOME`: put a backup back and check all of it."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

import dj_database_url
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from peelian.jobs.keeping.asking import add_key_arguments, key_from
from peelian.jobs.keeping.errors import KeepingError
from peelian.jobs.keeping.restore import restore


class Command(BaseCommand):
    help = "Restore a backup into an empty place and verify every file, every row and the trail."
    # Nothing of the installation that runs the command is touched.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE", type=Path)
        parser.add_argument("--into", metavar="HOME", type=Path, required=True)
        parser.add_argument(
            "--replace", action="store_true", help="set aside what HOME holds; Peelian must be off"
        )
        parser.add_argument(
            "--database",
            metavar="ADDRESS",
            type=dj_database_url.parse,
            help="an empty PostgreSQL database, for backups of one",
        )
        add_key_arguments(parser)

    def handle(self, *args: object, **options: Any) -> None:
        try:
            done = restore(
                options["file"],
                into=options["into"],
                key=key_from(options, home=settings.PEELIAN_HOME),
                at=timezone.now(),
                replace=options["replace"],
                database=options["database"],
            )
        except KeepingError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(done.in_one_line())
        if done.before is not None:
            self.stdout.write(f"What stood there before lies in {done.before} now.")
        self.stdout.write(f"Start it with PEELIAN_HOME={done.home}; run `peelian upgrade` first.")
