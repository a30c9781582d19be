"""`peelian drill`: prove that a backup of today comes back whole."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from peelian.access.actors import service_account
from peelian.jobs.keeping.asking import add_key_arguments, key_from
from peelian.jobs.keeping.drill import drill
from peelian.jobs.keeping.errors import KeepingError
from peelian.jobs.loading import COMMAND_LINE
from peelian.jobs.prepare import prepare


class Command(BaseCommand):
    help = (
        "Back up, restore into a fresh place, compare every row and file, verify the trail, print "
        "the time and note it in the trail."
    )
    # A fault in a page must not stop this.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        add_key_arguments(parser)

    def handle(self, *args: object, **options: Any) -> None:
        try:
            key = key_from(options, home=settings.PEELIAN_HOME)
            prepare()
            done = drill(
                key=key,
                by=service_account(COMMAND_LINE),
                at=timezone.now(),
                say=self.stderr.write,
            )
        except KeepingError as error:
            raise CommandError(f"The drill failed. {error}") from error
        self.stdout.write(done.in_one_line())
