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
        execute_from_command_line(sys.argv)
        sys.stdout.flush()
    except BrokenPipeError:
        # `peelian explain … | head` is no error. Python flushes once more when it ends, so that
        # must not fail either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(NOBODY_READS)
