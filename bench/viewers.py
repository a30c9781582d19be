"""How long pages take while two hundred people look at an installation at once.

    python -m bench.viewers                              an installation of its own, with samples
    python -m bench.viewers --site http://127.0.0.1:8000 one that is served already
    python -m bench.viewers --viewers 50 --rate 10 --seconds 60

Every viewer keeps a connection and asks in turn, so that so many requests a second arrive whether
or not those before are answered: time is counted from when a request was due, and one that had to
wait for its turn counts its wait. No two addresses of the first round are the same, so that every
answer is worked out; the second round asks them again, as a busy day would. A few viewers run no
scripts and fetch the pictures of charts too. The load comes from the same machine and takes a share
of its processors.
"""

import argparse
import gzip
import http.client
import itertools
import os
import queue
import random
import re
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode, urlsplit

PEELIAN = Path(sys.executable).with_name("peelian")
SAMPLES = Path(__file__).parents[1] / "src" / "peelian" / "sources" / "police_uk" / "samples"
FORCES = ("cheshire", "derbyshire", "staffordshire", "merseyside", "kent", "surrey", "essex")
TYPES = ("", "Burglary", "Drugs", "Robbery", "Shoplifting", "Vehicle crime", "Bicycle theft")
MONTHS = tuple(f"2021-{number:02}" for number in range(3, 13))
KEYS = ("crime.recorded", "crime.rate", "crime.charged_within_2_months", "crime.any_outcome_share")
# How many requests of a hundred go to each kind of page.
MIX = {"measure": 35, "compare": 30, "api cells": 15, "api comparison": 15, "home": 5}
# How many viewers of a hundred run no scripts.
PLAIN = 2
PICTURE = re.compile(rb'<img src="(/pictures/[^"]+)"')
PATIENCE = 60.0
WAIT_FOR_SITE = 60.0


@dataclass(frozen=True)
class Asked:
    """One request: what kind of page, where, and how many seconds after the start it is due.

    `plain` is for a browser that runs no scripts.
    """

    kind: str
    path: str
    due: float
    plain: bool = False


@dataclass(frozen=True)
class Told:
    """What came of it: seconds from when it was due, and the status; 0 where none came."""

    kind: str
    seconds: float
    status: int


def addresses(kind: str, chance: random.Random) -> Iterator[str]:
    """Addresses of one kind of page, no two alike as long as there are any."""
    spans = list(itertools.combinations_with_replacement(MONTHS, 2))
    found = list(itertools.product(KEYS, FORCES, TYPES, spans))
    chance.shuffle(found)
    for key, force, crime_type, (first, last) in found:
        own = {"force": force, "type": crime_type, "from": first, "to": last}
        where = [f"type={crime_type}"] if crime_type else []
        asked = {"where": where, "from": first, "to": last}
        match kind:
            case "measure":
                yield f"/measures/{key}/?{urlencode(own)}"
            case "compare":
                yield f"/measures/{key}/compare/?{urlencode(own)}"
            case "api cells":
                pairs = asked | {"by": "month", "where": [f"force={force}", *where]}
                yield f"/api/measures/{key}/cells?{urlencode(pairs, doseq=True)}"
            case "api comparison":
                pairs = asked | {"force": force}
                yield f"/api/measures/{key}/comparison?{urlencode(pairs, doseq=True)}"
            case _:
                yield "/"


def plan(rate: float, seconds: float, seed: int) -> list[Asked]:
    """All requests of a round, in the order in which they are due."""
    chance = random.Random(seed)  # noqa: S311  # a load, not a secret
    sources = {kind: addresses(kind, chance) for kind in MIX}
    number = round(rate * seconds)
    kinds = chance.choices(tuple(MIX), weights=tuple(MIX.values()), k=number)
    return [
        Asked(kind, next(sources[kind]), at / rate, chance.uniform(0, 100) < PLAIN)
        for at, kind in enumerate(kinds)
    ]


def look(host: str, port: int, due: "queue.Queue[Asked]", told: list[Told], start: float) -> None:
    """One viewer: takes the next request, waits until it is due, asks, and reads all of it."""
    connection = http.client.HTTPConnection(host, port, timeout=PATIENCE)
    while True:
        try:
            asked = due.get_nowait()
        except queue.Empty:
            connection.close()
            return
        time.sleep(max(0.0, start + asked.due - time.perf_counter()))
        status, body = _answer(connection, asked.path)
        told.append(Told(asked.kind, time.perf_counter() - start - asked.due, status))
        for picture in PICTURE.findall(body) if asked.plain else ():
            began = time.perf_counter()
            status, _ = _answer(connection, picture.decode())
            told.append(Told("picture", time.perf_counter() - began, status))


def _answer(connection: http.client.HTTPConnection, path: str) -> tuple[int, bytes]:
    """The status and the body; 0 and nothing where none came."""
    try:
        connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
        answer = connection.getresponse()
        body = answer.read()
    except (OSError, http.client.HTTPException):
        connection.close()
        return 0, b""
    zipped = answer.getheader("Content-Encoding") == "gzip"
    return answer.status, gzip.decompress(body) if zipped else body


def round_of(site: str, requests: Sequence[Asked], viewers: int) -> list[Told]:
    """What came of every request."""
    parts = urlsplit(site)
    host, port = parts.hostname or "127.0.0.1", parts.port or 80
    due: queue.Queue[Asked] = queue.Queue()
    for asked in requests:
        due.put(asked)
    told: list[Told] = []
    start = time.perf_counter() + 1.0
    threads = [
        threading.Thread(target=look, args=(host, port, due, told, start), daemon=True)
        for _viewer in range(viewers)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return told


def report(title: str, told: Sequence[Told]) -> None:
    """One line for each kind of page and one for all."""
    by_kind = defaultdict(list)
    for one in told:
        by_kind[one.kind].append(one)
    print(f"\n{title}\n{'':16} {'asked':>6} {'p50':>7} {'p95':>7} {'max':>7}  answers")
    for kind, found in [*sorted(by_kind.items()), ("all", list(told))]:
        times = sorted(one.seconds for one in found)
        statuses = Counter(one.status for one in found)
        said = ", ".join(f"{status or 'none'}: {n}" for status, n in sorted(statuses.items()))
        print(
            f"{kind:16} {len(times):6} {_at(times, 0.5):7.3f} {_at(times, 0.95):7.3f} "
            f"{times[-1]:7.3f}  {said}"
        )
    load = " ".join(f"{number:.1f}" for number in os.getloadavg())
    print(f"load average {load} on {os.cpu_count()} processors")


@contextmanager
def served() -> Iterator[str]:
    """An installation of its own with the packaged samples, served until the end."""
    with tempfile.TemporaryDirectory() as home:
        environment = os.environ | {"PEELIAN_HOME": home}
        command = [str(PEELIAN), "load", "police_uk", str(SAMPLES)]
        subprocess.run(  # noqa: S603  # our own command
            command, env=environment, check=True, stdout=subprocess.DEVNULL
        )
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        serving = subprocess.Popen(  # noqa: S603  # our own command
            [str(PEELIAN), "serve", "--port", str(port)],
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        site = f"http://127.0.0.1:{port}"
        try:
            _wait_for(port)
            yield site
        finally:
            serving.terminate()
            serving.wait()


def _wait_for(port: int) -> None:
    until = time.monotonic() + WAIT_FOR_SITE
    while True:
        try:
            with socket.create_connection(("127.0.0.1", port)):
                return
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.5)


def _at(times: Sequence[float], share: float) -> float:
    """The time within which this share of the requests was answered."""
    return times[min(len(times) - 1, round(share * len(times)))]


def main(arguments: Sequence[str] | None = None) -> None:
    """Two rounds over the same addresses: each new at first, then all of them known."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--site", default="", help="address of what is served already")
    parser.add_argument("--viewers", type=int, default=200)
    parser.add_argument("--rate", type=float, default=50, help="requests a second")
    parser.add_argument("--seconds", type=float, default=30, help="length of a round")
    parser.add_argument("--seed", type=int, default=1, help="another one asks other addresses")
    given = parser.parse_args(arguments)
    requests = plan(given.rate, given.seconds, given.seed)
    with nullcontext(given.site) if given.site else served() as site:
        for title in ("every address for the first time", "the same addresses again"):
            report(title, round_of(site, requests, given.viewers))


if __name__ == "__main__":
    main()
