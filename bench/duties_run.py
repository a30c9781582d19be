"""The measurements of `bench.duties`, on the installation that PEELIAN_HOME names."""

import os
import sys

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "peelian.config.settings")
django.setup()

# Models can be imported only now.
from bench.costs import timed, told  # noqa: E402
from bench.duties_force import Bench  # noqa: E402


def run(number: int) -> None:
    """Prepare a force, then measure."""
    bench = Bench(number)
    bench.prepare()
    print(
        f"{bench.engine}, {number:,} happenings; load {os.getloadavg()[0]:.1f} on {os.cpu_count()}"
    )
    with timed() as bare:
        bench.write_bare()
    with timed() as settled:
        bench.settle()
    told("settled, against rows written bare", number, bare, settled)
    again = bench.tell_again()
    with timed() as anew:
        bench.settle()
    told("settled again with news, against the first", again, settled, anew, of=number)
    with timed() as ticked:
        looked = bench.tick()
    told("time is over, against settling", looked, settled, ticked, of=number)
    bench.list_duties()
    with timed() as read:
        rows = bench.read_bare()
    with timed() as listed:
        shown = bench.list_duties()
    told(f"my {shown} most urgent of {rows}, against rows read bare", shown, read, listed)


if __name__ == "__main__":
    run(int(sys.argv[1]))
