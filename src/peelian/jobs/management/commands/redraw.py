"""`peelian redraw FRAME.csv --seed S --sizes …`: the sample that a frame and a seed give."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from peelian.engines.audits.redrawing import draw_file, redraw
from peelian.numbers.drawing import BadFrame


class Command(BaseCommand):
    help = (
        "Draw the sample of an audit again from its frame and its seed. Prints the sample, and "
        "beside it the hash of the frame, to hold against the published one."
    )
    # Needs no page and no database.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("frame", metavar="FRAME.csv", type=Path, help="as it was downloaded")
        parser.add_argument("--seed", required=True, help="as it was published")
        parser.add_argument(
            "--sizes",
            required=True,
            nargs="+",
            metavar="[STRATUM=]N",
            help="how many were drawn: 235, or for each stratum, as in White=80 Black=60",
        )
        parser.add_argument(
            "--second", type=int, default=0, metavar="PERCENT", help="share that is marked twice"
        )
        parser.add_argument("--hash", default="", help="the published hash of the frame")
        parser.add_argument(
            "--draw", type=Path, metavar="DRAW.csv", help="the sample to compare with"
        )

    def handle(self, *args: object, **options: Any) -> None:
        try:
            content = options["frame"].read_bytes()
            expected = options["draw"].read_bytes() if options["draw"] else None
            drawn = redraw(
                content,
                seed=options["seed"],
                sizes=sizes(options["sizes"]),
                second_share=options["second"],
            )
        except (OSError, BadFrame, ValueError) as error:
            raise CommandError(str(error)) from error
        made = draw_file(drawn.drawn)
        self.stdout.write(made.decode(), ending="")
        self.stderr.write(f"Frame: {drawn.frame_size:,} records, SHA-256 {drawn.frame_hash}")
        if options["hash"] and options["hash"].strip().lower() != drawn.frame_hash:
            raise CommandError("This is not the frame whose hash was published.")
        if expected is not None and expected != made:
            raise CommandError(f"The sample is not the one in {options['draw']}.")


def sizes(words: list[str]) -> dict[str, int]:
    """`235` or `White=80 Black=60` as numbers by stratum. Raises `ValueError` saying how."""
    found: dict[str, int] = {}
    for word in words:
        stratum, _equals, number = word.rpartition("=")
        if not number.isascii() or not number.isdigit() or stratum in found:
            raise ValueError(
                f"'{word}' is no size. Write 235 for a frame that is not divided, else each "
                'stratum once, as in White=80 "Not stated=20".'
            )
        found[stratum] = int(number)
    return found
