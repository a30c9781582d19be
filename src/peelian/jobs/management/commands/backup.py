"""`peelian backup DEST`: everything the installation keeps, sealed into one file."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from peelian.access.actors import service_account
from peelian.jobs.keeping.asking import add_key_arguments, key_from
from peelian.jobs.keeping.backup import back_up
from peelian.jobs.keeping.errors import KeepingError
from peelian.jobs.keeping.keys import make_key_file
from peelian.jobs.loading import COMMAND_LINE
from peelian.jobs.prepare import prepare


class Command(BaseCommand):
    help = (
        "Seal database, store, attachments and trail into one encrypted file. People can go on "
        "working meanwhile."
    )
    # A fault in a page must not stop this.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "dest", metavar="DEST", nargs="?", type=Path, help="a folder, or a new file"
        )
        parser.add_argument(
            "--make-key", metavar="FILE", type=Path, help="write a new key and stop there"
        )
        add_key_arguments(parser)

    def handle(self, *args: object, **options: Any) -> None:
        try:
            if options["make_key"] is not None:
                make_key_file(options["make_key"])
                self.stdout.write(
                    f"{options['make_key']} holds a new key. Keep a copy on another machine: "
                    "without it no backup can be opened."
                )
                return
            if options["dest"] is None:
                raise CommandError("Say where the backup shall go: peelian backup DEST.")
            key = key_from(options, home=settings.PEELIAN_HOME)
            prepare()
            done = back_up(
                options["dest"],
                key=key,
                by=service_account(COMMAND_LINE),
                at=timezone.now(),
                say=self.stderr.write,
            )
        except KeepingError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(done.in_one_line())
