"""`peelian doctor`: what is unsafe or missing here, and what to do about it."""

import json
import sys
from argparse import ArgumentParser
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from peelian.jobs.checking.examine import examine, exit_code
from peelian.jobs.checking.finding import Level

SIGNS = {Level.WELL: "well   ", Level.WARNING: "warning", Level.UNSAFE: "UNSAFE "}


class Command(BaseCommand):
    help = "Look at settings, machine, copies and accounts. Ends with 0 (well), 1 or 2 (unsafe)."
    # It must work where nothing else does, and changes nothing.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--format", choices=("text", "json"), default="text")
        parser.add_argument("--all", action="store_true", help="print what is well, too")

    def handle(self, *args: object, **options: Any) -> None:
        found = examine(timezone.now())
        if options["format"] == "json":
            self.stdout.write(json.dumps([asdict(one) for one in found], indent=1))
        else:
            for one in found:
                if one.level != Level.WELL or options["all"]:
                    self.stdout.write(f"{SIGNS[one.level]} {one.name}: {one.says}")
                    if one.do:
                        self.stdout.write(f"        {one.do}")
            bad = sum(one.level != Level.WELL for one in found)
            self.stdout.write(f"{len(found)} things looked at, {bad} to do.")
        sys.exit(exit_code(found))
