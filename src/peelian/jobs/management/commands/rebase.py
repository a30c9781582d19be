"""`peelian rebase KEY`: make the limits of a control chart anew, in a person's name."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from peelian import catalogue
from peelian.access.actors import service_account
from peelian.access.decide import NotAllowed
from peelian.engines.comparisons.rebase import BadRebase, rebase
from peelian.engines.measures.request import BadRequest
from peelian.engines.publishing.sentences import force_name
from peelian.jobs.arguments import conditions
from peelian.jobs.loading import COMMAND_LINE
from peelian.jobs.prepare import open_store
from peelian.records.months import in_words


class Command(BaseCommand):
    help = "Make the limits of a force's control chart anew from a month on, with a reason."
    # Figures need no page, so a fault in one must not stop them.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("key", metavar="KEY", help="for example crime.rate")
        parser.add_argument("--force", required=True, metavar="SLUG", help="whose chart it is")
        parser.add_argument(
            "--where",
            action="append",
            default=[],
            metavar="DIM=VALUE",
            help="the chart of these rows only; again for another dimension or a further value",
        )
        parser.add_argument("--month", required=True, metavar="YYYY-MM", help="first new month")
        parser.add_argument("--by", required=True, metavar="NAME, POST", help="who answers for it")
        parser.add_argument("--reason", required=True, metavar="TEXT", help="what changed")

    def handle(self, *args: object, **options: Any) -> None:
        try:
            measure = catalogue.measure(options["key"])
            made = rebase(
                measure=measure,
                force=options["force"],
                month=options["month"],
                by=options["by"],
                reason=options["reason"],
                actor=service_account(COMMAND_LINE),
                at=timezone.now(),
                tables=open_store(),
                where=conditions(options["where"]),
            )
        except (LookupError, BadRequest, BadRebase, NotAllowed) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(
            f"Limits of {measure.title}, {force_name(made.force_id)}, are made anew from "
            f"{in_words(made.month)} in the name of {made.by}. Entry {made.record_id}."
        )
