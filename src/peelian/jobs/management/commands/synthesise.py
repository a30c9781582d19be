"""`peelian synthesise`: invent forces for trying out, for teaching and for measuring speed."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from peelian.jobs.prepare import prepare
from peelian.jobs.progress import progress_bar
from peelian.jobs.synthesising import synthesise_forces
from peelian.records.months import NotAMonth, parse
from peelian.records.store.lock import StoreBusy
from peelian.sources.synthetic.synthesise import (
    LAST_MONTH,
    CannotSynthesise,
    Synthesised,
    Wanted,
    check,
    whole_years,
)

WAIT_FOR_A_LOAD = 600.0
# A list of every refused part of forty-three forces would be no message any more.
NAMED_AT_MOST = 5


class Command(BaseCommand):
    help = (
        "Invent calls, incidents, crimes, outcomes, searches and complaints that describe no one, "
        "calibrated to published figures. They are marked as synthetic wherever they are shown."
    )
    # It touches no page, so a fault in one must not stop it.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--forces", type=int, required=True, metavar="N", help="how many, Staffordshire first"
        )
        parser.add_argument("--years", type=int, required=True, metavar="Y")
        parser.add_argument(
            "--seed", type=int, required=True, metavar="S", help="the same seed, the same rows"
        )
        parser.add_argument(
            "--from",
            dest="first",
            metavar="YYYY-MM",
            help=f"first month; if not given, the years end with {LAST_MONTH}",
        )
        parser.add_argument(
            "--scale", type=float, default=1.0, metavar="X", help="so many times as many rows"
        )

    def handle(self, *args: object, **options: Any) -> None:
        try:
            first = options["first"] and parse(options["first"])
            wanted = Wanted(
                forces=options["forces"],
                months=whole_years(options["years"], first),
                seed=options["seed"],
                scale=options["scale"],
            )
            check(wanted)
            prepare()
            with progress_bar("Inventing forces") as progress:
                done = synthesise_forces(
                    wanted,
                    at=timezone.now(),
                    progress=progress,
                    say=self.stderr.write,
                    wait_seconds=WAIT_FOR_A_LOAD,
                )
        except (CannotSynthesise, NotAMonth, StoreBusy) as error:
            raise CommandError(str(error)) from error
        for part in done.refused[:NAMED_AT_MOST]:
            self.stdout.write(f"{part.origin}: {part.sentence}")
        for line in _summary(done):
            self.stdout.write(line)
        if len(done.refused) == len(done.parts):
            raise CommandError("Everything asked for is held by another source or seed.")


def _summary(done: Synthesised) -> tuple[str, ...]:
    more = len(done.refused) - NAMED_AT_MOST
    return (
        *((f"... and {more} more parts likewise.",) if more > 0 else ()),
        f"Rows of {len(done.parts) - len(done.refused)} parts have the fingerprint "
        f"{done.fingerprint}. Snapshot {done.snapshot_id or 'none'}.",
        done.in_one_line(),
    )
