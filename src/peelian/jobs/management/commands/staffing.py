"""`peelian staffing --force SLUG`: which quarters of an hour will miss ten seconds, and the fix."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.timezone import localdate
from rich.console import Console
from rich.table import Table as Grid

from peelian.areas.contact.staffing.plan import WEEKS, Plan, Question, Verdict, plan
from peelian.areas.contact.staffing.quarters import weekday_number
from peelian.areas.contact.staffing.roster import BadRoster, Roster, roster
from peelian.areas.contact.staffing.tables import as_csv, as_json
from peelian.areas.contact.staffing.words import answer, assumptions, others, tested
from peelian.areas.contact.words import AIM_999
from peelian.jobs.prepare import open_store
from peelian.jobs.printing import FORMATS, WIDTH_OF_FILES


class Command(BaseCommand):
    help = (
        "Say which quarters of an hour will miss the aim for 999 calls, and what staff would not."
    )
    # Figures need no page, so a fault in one must not stop them.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--force", required=True, metavar="SLUG", help="such as staffordshire")
        parser.add_argument("--day", metavar="WEEKDAY", help="such as friday; today if left out")
        parser.add_argument(
            "--staff",
            metavar="N|FILE",
            help="staff at their desks: a number, or a CSV file with lines such as 07:00,14",
        )
        parser.add_argument(
            "--weeks", type=int, default=WEEKS, metavar="N", help="weeks to learn from"
        )
        parser.add_argument(
            "--aim", type=float, default=AIM_999.value, help="a fraction, such as 0.9"
        )
        parser.add_argument(
            "--shrinkage", type=float, help="fraction of rostered staff not at their desks"
        )
        parser.add_argument("--format", choices=FORMATS, default="table")

    def handle(self, *args: object, **options: Any) -> None:
        day = options["day"] or str(localdate().isoweekday())
        try:
            question = Question(
                force=options["force"],
                weekday=weekday_number(day),
                staff=_staff(options["staff"]),
                weeks=options["weeks"],
                aim=options["aim"],
                shrinkage=options["shrinkage"],
            )
            found = plan(question, open_store())
        except (ValueError, OSError) as error:
            raise CommandError(str(error)) from error
        if options["format"] == "csv":
            self.stdout.write(as_csv(found), ending="")
        elif options["format"] == "json":
            self.stdout.write(as_json(found))
        else:
            self.stdout.write(f"{answer(found)} {others(found)}".strip())
            self.stdout.write(_grid(found, None if self.stdout.isatty() else WIDTH_OF_FILES))
        if options["format"] != "json":
            for line in (tested(found), *assumptions(found)):
                self.stderr.write(line)


def _staff(given: str | None) -> Roster | None:
    if given is None:
        return None
    if given.strip().isdigit():
        return roster(given)
    if not Path(given).is_file():
        raise BadRoster(
            f"'{given}' is neither a number nor a file. Write how many sit at their desks, or name "
            "a CSV file with lines such as 07:00,14."
        )
    return roster(Path(given).read_text(encoding="utf-8-sig"))


def _grid(found: Plan, width: int | None) -> str:
    console = Console(width=width, highlight=False)
    grid = Grid(box=None, pad_edge=False)
    grid.add_column("begins")
    for head in ("999 calls", "101 calls", "staff", "in ten seconds", "likely range"):
        grid.add_column(head, justify="right")
    grid.add_column("verdict")
    grid.add_column("needed", justify="right")
    if found.question.shrinkage is not None:
        grid.add_column("rostered", justify="right")
    for one in found.quarters:
        likely = one.likely
        grid.add_row(
            one.begins,
            f"{one.emergency:.1f}",
            f"{one.other:.1f}",
            str(one.staff),
            f"{likely.share:.0%}" if likely else "",
            f"{likely.lower:.0%} to {likely.upper:.0%}" if likely else "",
            one.verdict.value.upper() if one.verdict is Verdict.MISS else one.verdict.value,
            str(one.needed),
            *([str(one.rostered)] if one.rostered is not None else []),
        )
    with console.capture() as captured:
        console.print(grid)
    return captured.get()
