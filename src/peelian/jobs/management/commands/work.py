"""`peelian work`: the worker beside the server."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from peelian.jobs.prepare import prepare
from peelian.jobs.timetable import TIMETABLE
from peelian.jobs.working.worker import work


class Command(BaseCommand):
    help = "Do what pages leave to the background, and what falls due by the clock."
    # A fault in a page must not stop this.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--with-parent", metavar="PID", type=int, help="end when this parent process ends"
        )
        parser.add_argument("--list", action="store_true", help="print the timetable and stop")

    def handle(self, *args: object, **options: Any) -> None:
        if options["list"]:
            for job in TIMETABLE:
                self.stdout.write(f"{job.name}, every {job.every}: {job.says}")
            return
        prepare()
        work(TIMETABLE, with_parent=options["with_parent"])
