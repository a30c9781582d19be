"""`peelian organisation renew`: units, posts and people as the newest extracts have them."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from peelian.access.giving.whole import BrokenExtract
from peelian.jobs.organisation import renew
from peelian.jobs.prepare import prepare
from peelian.spine.force import UnknownForce, force


class Command(BaseCommand):
    help = (
        "Bring units, posts, people and duties up to the newest extracts that were loaded. A load "
        "of one of them does so by itself; this is for loads with --without-renewal."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("deed", choices=("renew",))
        parser.add_argument("--force", metavar="SLUG", help="this force only")
        parser.add_argument(
            "--everything", action="store_true", help="compare what was taken in before as well"
        )

    def handle(self, *args: object, **options: Any) -> None:
        prepare()
        try:
            if options["force"] is not None:
                force(options["force"])
            done = renew(
                force=options["force"], at=timezone.now(), everything=options["everything"]
            )
        except (BrokenExtract, UnknownForce) as error:
            raise CommandError(str(error)) from error
        for slug, changes in done.items():
            for one in changes:
                self.stdout.write(f"{slug}: {one.in_words}")
        if not done:
            self.stdout.write("No extract of an organisation is loaded: there is nothing to renew.")
        elif not any(done.values()):
            self.stdout.write("Everything that is loaded was taken in before.")
