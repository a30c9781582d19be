"""The one entry point: Peelian's commands and Django's own."""

import os
import sys

from django.core.management import execute_from_command_line


def main() -> None:
    """Run the command named on the command line; without one, list them."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "peelian.config.settings")
    execute_from_command_line(sys.argv)
