"""How fast a long trail is verified: by the product, and by the verifier that stands alone.

    python -m bench.trail                          1,000,000 entries on SQLite
    python -m bench.trail --entries 100000
    python -m bench.trail --database postgres://…  an empty PostgreSQL database

Entries are some 450 bytes long, with a signed checkpoint after every hundredth. The export is read
with every signature checked by the `cryptography` library, and once more without it. Asked for are
1,000,000 entries in 15 s, and 100,000 entries a second of the verifier that stands alone.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
PEELIAN = str(Path(sys.executable).with_name("peelian"))
VERIFIER = str(ROOT / "verifier" / "verify_trail.py")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--entries", type=int, default=1_000_000)
    parser.add_argument("--database", default="", help="address of an empty database")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        measure(Path(folder), options.entries, options.database)


def measure(home: Path, entries: int, database: str) -> None:
    """Fill, verify, export, and verify from outside."""
    os.environ["PEELIAN_HOME"] = str(home)
    if database:
        os.environ["PEELIAN_DATABASE"] = database
    run("fill", entries, sys.executable, "-m", "bench.trail_fill", str(entries))
    run("peelian trail verify", entries, PEELIAN, "trail", "verify")
    key, export = home / "key.pem", home / "trail.jsonl"
    key.write_text(run("peelian trail key", 1, PEELIAN, "trail", "key"))
    run("peelian trail export", entries, PEELIAN, "trail", "export", str(export))
    alone = [sys.executable, "-I", VERIFIER, "--key", str(key)]
    alone += ["--checkpoints", str(home / "checkpoints")]
    run("verifier, export", entries, *alone, "--export", str(export))
    run("verifier, export, own Ed25519", entries, *alone, "--plain", "--export", str(export))
    if not database:
        run("verifier, SQLite", entries, *alone, "--sqlite", str(home / "peelian.sqlite3"))


def run(name: str, entries: int, *command: str) -> str:
    """What a command says; prints how long it took, and how much of that the processor worked."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.perf_counter()
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)  # noqa: S603  # ours
    took = time.perf_counter() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    busy = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(
        f"{name:30} {took:6.1f} s, {entries / took:9,.0f} entries/s; of the processor alone "
        f"{busy:6.1f} s, {entries / busy:9,.0f} entries/s",
        flush=True,
    )
    if done.returncode:
        sys.exit(done.stdout + done.stderr)
    return done.stdout


if __name__ == "__main__":
    main()
