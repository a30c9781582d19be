"""The one entry point: Peelian's commands and Django's own."""

import os
import sys

from django.core.management import execute_from_command_line

# What a shell gives a program that was stopped because nobody reads on.
NOBODY_READS = 141


def main() -> None:
    """Run the command named on the command line; without one, list them."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "peelian.config.settings")
    if sys.argv[1:2] == ["demo"]:
        # Before settings are read: the server's processes are copies of this one.
        os.environ["PEELIAN_DEMO"] = "1"
    try:
        execute_from_command_line(as_modules(sys.argv))
        sys.stdout.flush()
    except BrokenPipeError:
        # `peelian explain … | head` is no error. Python flushes once more when it ends, so that
        # must not fail either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(NOBODY_READS)


def as_modules(typed: list[str]) -> list[str]:
    """What was typed, with a command of two words under the name of its module.

    `check-report` is the module `check_report`, also after `help`. No option is touched.
    """
    found = list(typed)
    for place in (1, 2) if typed[1:2] == ["help"] else (1,):
        if len(found) > place and not found[place].startswith("-"):
            found[place] = found[place].replace("-", "_")
    return found
