"""`peelian measure KEY`: the figures of a measure as a table, CSV or JSON."""

from argparse import ArgumentParser
from dataclasses import replace
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from peelian import catalogue
from peelian.engines.measures.calculate import calculate
from peelian.engines.measures.request import BadRequest, request
from peelian.engines.publishing.beside import companions
from peelian.engines.publishing.feeds import warnings_for
from peelian.engines.publishing.shown import internal
from peelian.jobs.arguments import conditions
from peelian.jobs.prepare import open_store
from peelian.jobs.printing import FORMATS, print_answer
from peelian.sources import adapters


class Command(BaseCommand):
    help = "Print the figures of a measure, with counts, intervals and what is not known."
    # Figures need no page, so a fault in one must not stop them.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("key", metavar="KEY", help="for example crime.recorded")
        parser.add_argument(
            "--by", default="", metavar="DIM,...", help="for example force,month or type"
        )
        parser.add_argument(
            "--where",
            action="append",
            default=[],
            metavar="DIM=VALUE",
            help="only these rows; again for another dimension or a further value",
        )
        parser.add_argument("--from", dest="first", metavar="YYYY-MM", help="first month")
        parser.add_argument("--to", dest="last", metavar="YYYY-MM", help="last month")
        parser.add_argument("--format", choices=FORMATS, default="table")

    def handle(self, *args: object, **options: Any) -> None:
        try:
            measure = catalogue.measure(options["key"])
            asked = request(
                measure,
                by=[name.strip() for name in options["by"].split(",") if name.strip()],
                where=conditions(options["where"]),
                first=options["first"],
                last=options["last"],
            )
            tables = open_store()
            answer = calculate(asked, tables)
        except (LookupError, BadRequest) as error:
            raise CommandError(str(error)) from error
        late = warnings_for(measure, tables.snapshot, asked.forces, timezone.now())
        print_answer(
            replace(answer, warnings=(*late, *answer.warnings)),
            internal(answer, measure),
            measure,
            kind=options["format"],
            out=self.stdout,
            err=self.stderr,
            attributions=adapters.attributions(tables.snapshot),
            beside=companions(
                asked, answer, lambda one: internal(calculate(one, tables), one.measure)[-1]
            ),
        )
