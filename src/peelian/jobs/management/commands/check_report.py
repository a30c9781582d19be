"""`peelian check-report FILE`: which figures of a report do not follow from each other."""

import sys
from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path
from typing import Any, Final

from django.core.management.base import BaseCommand, CommandError, CommandParser

from peelian.engines.publishing.checker.annotated import annotated
from peelian.engines.publishing.checker.apart import check_apart
from peelian.engines.publishing.checker.as_json import to_json
from peelian.engines.publishing.checker.documents import Document
from peelian.engines.publishing.checker.findings import Checked, Verdict
from peelian.engines.publishing.checker.lines import lines, plain
from peelian.engines.publishing.checker.reading.errors import Unreadable
from peelian.engines.publishing.checker.reading.limits import FILE_BYTES

NAME: Final = "check-report"
FORMATS: Final = ("table", "json", "html")
STANDARD_INPUT: Final = Path("-")
# A report of hundreds of pages on a slow machine.
SECONDS: Final = 300
CONTRADICTED, NOT_CHECKED = 1, 2


class Command(BaseCommand):
    help = (
        "Recompute a published report: text, Markdown, HTML, PDF or Word. Says which of its "
        "figures follow from each other, which do not, and which cannot be checked. Nothing is "
        f"kept. Ends with {NOT_CHECKED} where the file could not be checked."
    )
    # Needs no page and no database.
    requires_system_checks: list[str] = []

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        """As everywhere, under the name that people type."""
        return super().create_parser(prog_name, NAME, **kwargs)

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE", type=Path, help="- reads standard input")
        parser.add_argument(
            "--format",
            choices=FORMATS,
            default="table",
            help="a line for each finding, JSON, or the whole report with its figures marked",
        )
        parser.add_argument("--output", metavar="FILE", type=Path, help="write to a file instead")
        parser.add_argument(
            "--sentences", action="store_true", help="with the whole sentence under each line"
        )
        parser.add_argument(
            "--only",
            metavar="VERDICT",
            type=verdict,
            help=f"only lines with this verdict: {', '.join(map(dashed, Verdict))}",
        )
        parser.add_argument(
            "--strict",
            action="store_true",
            help=f"end with {CONTRADICTED} if anything does not follow",
        )

    def handle(self, *args: object, **options: Any) -> None:
        path: Path = options["file"]
        output: Path | None = options["output"]
        if options["format"] != "table" and (options["only"] or options["sentences"]):
            raise refused("--only and --sentences belong to the table; leave them out.")
        if output is not None and output.resolve() == path.resolve():
            raise refused(f"--output would write over the report itself: {output}")
        try:
            content = content_of(path)
            document, checked = check_apart(name_of(path), content, seconds=SECONDS)
        except Unreadable as error:
            raise refused(f"{shown(path)}: {error}") from error
        text = _made(document, checked, options, shown(path))
        if output is None:
            self.stdout.write(text)
        else:
            try:
                output.write_text(f"{text}\n", encoding="utf-8", errors="replace")
            except OSError as error:
                raise refused(f"{output} could not be written: {error.strerror}") from error
        if options["strict"] and checked.counted()[Verdict.DOES_NOT_FOLLOW]:
            sys.exit(CONTRADICTED)


def verdict(typed: str) -> Verdict:
    """`does-not-follow`, or the same with spaces."""
    try:
        return Verdict(typed.strip().lower().replace("-", " "))
    except ValueError as error:
        known = ", ".join(map(dashed, Verdict))
        raise ArgumentTypeError(f"'{typed}' is no verdict. Choose from {known}.") from error


def dashed(one: Verdict) -> str:
    """A verdict as one word of a command line."""
    return one.value.replace(" ", "-")


def content_of(path: Path) -> bytes:
    """The file, or standard input. Raises `CommandError` with a sentence."""
    try:
        if path == STANDARD_INPUT:
            content = sys.stdin.buffer.read(FILE_BYTES + 1)
        else:
            with path.open("rb") as file:
                content = file.read(FILE_BYTES + 1)
    except FileNotFoundError as error:
        raise refused(f"There is no file {plain(str(path))}.") from error
    except IsADirectoryError as error:
        raise refused(f"{plain(str(path))} is a folder. Give one report.") from error
    except OSError as error:
        raise refused(f"{plain(str(path))} could not be read: {error.strerror}") from error
    if not content:
        raise refused(f"{shown(path)} is empty.")
    if len(content) > FILE_BYTES:
        raise refused(
            f"{shown(path)} is larger than {FILE_BYTES // 1_000_000} MB. Split it, or take out "
            "its pictures."
        )
    return content


def name_of(path: Path) -> str:
    """The name that tells the format; standard input has none, and is told by its content."""
    return "" if path == STANDARD_INPUT else path.name


def shown(path: Path) -> str:
    """The file as errors and titles name it, without signs that steer a terminal."""
    return "Standard input" if path == STANDARD_INPUT else plain(path.name)


def refused(sentence: str) -> CommandError:
    """Why nothing was checked."""
    return CommandError(sentence, returncode=NOT_CHECKED)


def _made(document: Document, checked: Checked, options: dict[str, Any], title: str) -> str:
    match options["format"]:
        case "json":
            return to_json(document, checked, indent=2)
        case "html":
            return annotated(document, checked, title=title)
        case _:
            found = lines(document, checked, sentences=options["sentences"], only=options["only"])
            return "\n".join(found)
