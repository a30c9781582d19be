"""`peelian lookups`: review the look-ups of a night by hand, or list what is past its keeping."""

from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from peelian.access.actors import service_account
from peelian.engines.oversight.keeping_alerts import kept_long_enough
from peelian.engines.oversight.models import NightReview
from peelian.engines.oversight.review_night import CannotReview
from peelian.jobs.loading import COMMAND_LINE
from peelian.jobs.look_up_nights import forces_with_staff, nights_due, run_night


class Command(BaseCommand):
    help = "Review the look-ups of a night (the worker does it at 03:00), or list old alerts."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--force", metavar="SLUG", default="", help="one force, not all")
        parser.add_argument(
            "--night",
            metavar="YYYY-MM-DD",
            type=date.fromisoformat,
            help="the day whose look-ups to review; those that are due unless given",
        )
        parser.add_argument(
            "--past-keeping",
            action="store_true",
            help="list alerts that were judged long ago, for somebody to decide on",
        )

    def handle(self, *args: object, **options: Any) -> None:
        forces = forces_with_staff()
        if options["force"]:
            if options["force"] not in forces:
                raise CommandError(
                    f"Nobody of '{options['force']}' has an account here. Forces with staff: "
                    f"{', '.join(forces) or 'none'}."
                )
            forces = (options["force"],)
        for force_id in forces:
            if options["past_keeping"]:
                self._list(force_id)
            else:
                self._review(force_id, options["night"])

    def _review(self, force_id: str, night: date | None) -> None:
        now, actor = timezone.now(), service_account(COMMAND_LINE)
        nights = (night,) if night else nights_due(force_id, now=now)
        if not nights:
            self.stdout.write(f"{force_id}: every night is reviewed.")
        for one in nights:
            try:
                self._say(run_night(force_id, one, by=actor, at=now))
            except CannotReview as error:
                raise CommandError(str(error)) from error

    def _say(self, kept: NightReview) -> None:
        self.stdout.write(
            f"{kept.force_id} {kept.night}: look-ups {kept.look_ups}, listed "
            f"{kept.alerts.count()}, worth listing without room {kept.over}"
        )

    def _list(self, force_id: str) -> None:
        found = kept_long_enough(force_id, at=timezone.now())
        for alert in found.select_related("review"):
            self.stdout.write(f"{force_id} alert {alert.pk} of the night {alert.review.night}")
        self.stdout.write(f"{force_id}: {found.count()} past their keeping, none erased")
