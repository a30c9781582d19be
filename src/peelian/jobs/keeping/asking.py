"""How commands are told the key: by a file, or by a passphrase that somebody types."""

import os
import sys
from argparse import ArgumentParser
from collections.abc import Mapping
from getpass import getpass
from pathlib import Path

from peelian.jobs.keeping.errors import NoKey
from peelian.jobs.keeping.keys import Key, key_from_file, key_from_passphrase

KEY_SETTING = "PEELIAN_BACKUP_KEY"


def add_key_arguments(parser: ArgumentParser) -> None:
    """The two ways to give a key, for every command that needs one."""
    ways = parser.add_mutually_exclusive_group()
    ways.add_argument(
        "--key", metavar="FILE", type=Path, help=f"file of the key; else {KEY_SETTING} names it"
    )
    ways.add_argument(
        "--passphrase", action="store_true", help="ask for a passphrase (or read it from a pipe)"
    )


def key_from(options: Mapping[str, object], *, home: Path) -> Key:
    """The key that was given; raises `NoKey` saying how to give one."""
    if options["passphrase"]:
        return key_from_passphrase(_typed())
    named = options["key"] or os.environ.get(KEY_SETTING)
    if not named:
        raise NoKey(
            f"No key was given. Name its file in {KEY_SETTING} or with --key, or use --passphrase. "
            "`peelian backup --make-key FILE` writes a new one."
        )
    path = Path(str(named)).absolute()
    if home in path.parents:
        raise NoKey(
            f"The key {path} lies among the data that it protects. Keep it outside {home}, and a "
            "copy on another machine."
        )
    return key_from_file(path)


def _typed() -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    return getpass("Passphrase of the backup: ")
