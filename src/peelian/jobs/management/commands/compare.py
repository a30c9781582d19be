"""`peelian compare KEY`: the forces side by side on one measure, and who is not among them."""

from argparse import ArgumentParser
from dataclasses import replace
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from peelian import catalogue
from peelian.engines.comparisons.compare import compare
from peelian.engines.comparisons.control import control_chart
from peelian.engines.comparisons.peers import peers
from peelian.engines.comparisons.rebase import rebases
from peelian.engines.measures.request import BadRequest
from peelian.engines.publishing.comparison import internal_chart, internal_comparison
from peelian.engines.publishing.feeds import warnings_for
from peelian.jobs.arguments import conditions
from peelian.jobs.prepare import open_store
from peelian.jobs.printing import FORMATS
from peelian.jobs.printing_comparison import print_comparison
from peelian.numbers.spread import Divisor
from peelian.sources import adapters

DIVISORS: dict[str, Divisor] = {"n-1": "n - 1", "n": "n"}


class Command(BaseCommand):
    help = "Compare forces on a measure: mean and one deviation, funnel, and what chance flags."
    # Figures need no page, so a fault in one must not stop them.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("key", metavar="KEY", help="for example crime.rate")
        parser.add_argument("--force", default="", metavar="SLUG", help="whose place is looked at")
        parser.add_argument(
            "--where",
            action="append",
            default=[],
            metavar="DIM=VALUE",
            help="only these rows; again for another dimension or a further value",
        )
        parser.add_argument("--from", dest="first", metavar="YYYY-MM", help="first month")
        parser.add_argument("--to", dest="last", metavar="YYYY-MM", help="last month")
        parser.add_argument(
            "--divisor",
            choices=tuple(DIVISORS),
            default="n-1",
            help="forces as a sample of years (n-1, the rule) or as all there are (n)",
        )
        parser.add_argument(
            "--peers", action="store_true", help="only with the forces most like --force"
        )
        parser.add_argument(
            "--control", action="store_true", help="also the control chart of --force by month"
        )
        parser.add_argument("--format", choices=FORMATS, default="table")

    def handle(self, *args: object, **options: Any) -> None:
        own = options["force"]
        if not own and (options["peers"] or options["control"]):
            raise CommandError("Peers and control chart are of one force: name it with --force.")
        if options["control"] and options["format"] == "csv":
            raise CommandError("A control chart is no row of a force: use --format table or json.")
        try:
            measure = catalogue.measure(options["key"])
            where = conditions(options["where"])
            span = {"first": options["first"], "last": options["last"]}
            tables = open_store()
            found = compare(
                measure,
                tables,
                where=where,
                own=own,
                divisor=DIVISORS[options["divisor"]],
                peers=peers(own, tables) if options["peers"] else None,
                **span,
            )
            chart = (
                control_chart(
                    measure,
                    tables,
                    force=own,
                    where=where,
                    rebases=rebases(measure, own, where),
                    **span,
                )
                if options["control"]
                else None
            )
        except (LookupError, BadRequest) as error:
            raise CommandError(str(error)) from error
        late = warnings_for(measure, tables.snapshot, (), timezone.now())
        print_comparison(
            internal_comparison(replace(found, warnings=(*late, *found.warnings)), measure),
            internal_chart(chart, measure) if chart else None,
            kind=options["format"],
            out=self.stdout,
            err=self.stderr,
            attributions=adapters.attributions(tables.snapshot),
        )
