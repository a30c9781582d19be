"""`peelian upgrade`: bring what is kept to the version that is installed."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from peelian.jobs.keeping.asking import add_key_arguments, key_from
from peelian.jobs.keeping.errors import KeepingError
from peelian.jobs.keeping.upgrading import upgrade
from peelian.jobs.loading import COMMAND_LINE
from peelian.jobs.prepare import prepare


class Command(BaseCommand):
    help = (
        "Back up, bring the database to this version step by step, check the store. Stop Peelian "
        "before. If it is interrupted, run it again."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--backup-to", metavar="DEST", type=Path, help="else PEELIAN_HOME/backups"
        )
        parser.add_argument(
            "--without-backup", action="store_true", help="there is another copy that serves"
        )
        add_key_arguments(parser)

    def handle(self, *args: object, **options: Any) -> None:
        try:
            bare = options["without_backup"]
            done = upgrade(
                key=None if bare else key_from(options, home=settings.PEELIAN_HOME),
                by=COMMAND_LINE,
                at=timezone.now(),
                say=self.stdout.write,
                into=options["backup_to"],
            )
            prepare()
        except KeepingError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(done.in_one_line())
