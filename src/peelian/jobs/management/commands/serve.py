"""`peelian serve`: the web pages of an installation."""

from argparse import ArgumentParser
from contextlib import nullcontext
from typing import Any

from django.core.management.base import BaseCommand

from peelian.jobs.prepare import prepare
from peelian.jobs.server import DEFAULT_PORT, serve
from peelian.jobs.working.beside import worker_beside


class Command(BaseCommand):
    help = "Serve the pages. Listens on this machine only, unless --host says otherwise."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="127.0.0.1", help="address to listen on")
        parser.add_argument("--port", type=int, default=DEFAULT_PORT)
        parser.add_argument("--workers", type=int, default=2, help="processes")
        parser.add_argument(
            "--with-worker", action="store_true", help="run `peelian work` beside the server"
        )

    def handle(self, *args: object, **options: Any) -> None:
        prepare()
        self.stdout.write(f"Peelian is at http://{options['host']}:{options['port']}/")
        with worker_beside() if options["with_worker"] else nullcontext():
            serve(host=options["host"], port=options["port"], workers=options["workers"])
