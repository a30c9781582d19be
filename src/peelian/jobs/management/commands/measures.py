"""`peelian measures`: every measure with its question."""

from typing import Any

from django.core.management.base import BaseCommand

from peelian import catalogue


class Command(BaseCommand):
    help = "List every measure with the question it answers and its breakdowns."
    # Figures need no page, so a fault in one must not stop them.
    requires_system_checks: list[str] = []

    def handle(self, *args: object, **options: Any) -> None:
        for listed in catalogue.LISTED:
            self.stdout.write(f"{listed.area.title}\n")
            for measure in listed.every:
                by = ", ".join(dimension.key for dimension in measure.by)
                self.stdout.write(f"  {measure.key}\n      {measure.asks}\n      by {by}")
