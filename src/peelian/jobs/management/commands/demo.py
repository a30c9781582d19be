"""`peelian demo`: an installation with sample data, ready to look at."""

from argparse import ArgumentParser
from datetime import UTC, datetime
from typing import Any

from django.core.management.base import BaseCommand

from peelian.jobs.demo.people import NotADemo, make_demo_people
from peelian.jobs.demo.work import make_demo_work
from peelian.jobs.loading import load_files
from peelian.jobs.prepare import prepare
from peelian.jobs.progress import progress_bar
from peelian.jobs.server import DEFAULT_PORT, serve
from peelian.jobs.synthesising import synthesise_forces
from peelian.jobs.working.beside import worker_beside
from peelian.sources import adapters
from peelian.sources.synthetic.kinds import CONTACT_AND_RESPONSE
from peelian.sources.synthetic.synthesise import Wanted

# No force publishes its calls and incidents row by row, so a month of invented ones stands beside
# the real files, marked as such. More months or forces would cost disk that a demo has no use for.
INVENTED = Wanted(forces=1, months=("2021-12",), seed=1829, kinds=CONTACT_AND_RESPONSE)


class Command(BaseCommand):
    help = (
        "Set up embedded databases, load real sample data (Staffordshire and six more forces, "
        "2021) with a month of invented calls and incidents, and serve the pages."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=DEFAULT_PORT)
        parser.add_argument(
            "--new-password", action="store_true", help="give the demo people another password"
        )
        parser.add_argument(
            "--no-serve", action="store_true", help="load the sample data and stop there"
        )

    def handle(self, *args: object, **options: Any) -> None:
        prepare()
        source, paths = adapters.SAMPLES
        with progress_bar("Loading sample data") as progress:
            report = load_files(source, paths, at=datetime.now(UTC), progress=progress)
        self.stdout.write(report.in_one_line())
        done = synthesise_forces(INVENTED, at=datetime.now(UTC))
        self.stdout.write(f"synthetic calls and incidents: {done.in_one_line()}")
        self._people(new_password=options["new_password"])
        if options["no_serve"]:
            return
        port = options["port"]
        self.stdout.write(f"\nPeelian is ready: open http://127.0.0.1:{port}/ in a browser.")
        self.stdout.write("Press Ctrl+C to stop.")
        with worker_beside():
            serve(host="127.0.0.1", port=port, workers=2)

    def _people(self, *, new_password: bool) -> None:
        """Say who can sign in, and with what."""
        try:
            people = make_demo_people(at=datetime.now(UTC), new_password=new_password)
        except NotADemo as error:
            self.stderr.write(str(error))
            return
        make_demo_work(datetime.now(UTC))
        self.stdout.write("\nDemo people, all of them invented, one for each role:")
        for role, address in people.addresses:
            self.stdout.write(f"  {address:<36} {role}")
        if people.password:
            self.stdout.write(f"Their password, printed this once: {people.password}")
        else:
            self.stdout.write(
                "They keep the password that was printed when they were made; --new-password "
                "gives them another."
            )
