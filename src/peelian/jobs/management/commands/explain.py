"""`peelian explain KEY`: what a measure means, who owns it and how it is computed."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from peelian import catalogue
from peelian.engines.measures.explain import sql
from peelian.engines.measures.periods import Period
from peelian.engines.measures.request import request
from peelian.engines.publishing.manual import entry
from peelian.jobs.prepare import open_store


class Command(BaseCommand):
    help = "Explain a measure: definition, version, query, authority and worked examples."
    # Figures need no page, so a fault in one must not stop them.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("key", metavar="KEY", help="for example crime.recorded")

    def handle(self, *args: object, **options: Any) -> None:
        try:
            measure = catalogue.measure(options["key"])
        except LookupError as error:
            raise CommandError(str(error)) from error
        written = entry(measure)
        self.stdout.write(f"{measure.key}: {written.title}\n{written.question}\n")
        for section in written.sections:
            self.stdout.write(f"\n{section.title}")
            for name, text in section.lines:
                self.stdout.write(f"  {name}: {text}" if name else f"  {text}")
        self.stdout.write("\nWorked examples, with the rows that they rest on")
        for example in written.examples:
            self.stdout.write(f"\n  {example.says}")
            for table in example.tables:
                self.stdout.write(f"    {table.title}")
                self.stdout.write("\n".join(f"      {line}" for line in table.lines))
            self.stdout.write(f"    Asked: {example.asked}")
            self.stdout.write("\n".join(f"    Shows: {line}" for line in example.shows))
        tables = open_store()
        months = tables.snapshot.months(measure.reads[0]) or ("2021-03",)
        span = Period(months[0], months[-1])
        self.stdout.write("\nQuery over what is loaded\n")
        self.stdout.write(sql(request(measure), tables, (span,)))
