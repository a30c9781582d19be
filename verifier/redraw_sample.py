"""Draw the sample of an audit again without Peelian: one file, Python's standard library alone.

    python3 redraw_sample.py frame.csv --seed "4 8 15 16 23 42" --sizes 235
    python3 redraw_sample.py frame.csv --seed S --sizes White=80 "Not stated=20" --second 20
        --hash HASH --draw draw.csv

It reads, and never writes. The sample goes to the output, what was found to the error output. It
ends with 0 if nothing speaks against it, with 1 if the hash or the sample is another one, and with
2 if the frame could not be read. Tested with Python 3.11.

How a sample is drawn: the frame is a text in UTF-8 with the columns record_id, stratum and digest,
sorted by record_id, each line ended by a line feed. Its SHA-256 was published before the seed was
known. The lot of a record is the SHA-256 of "HASH:SEED:RECORD_ID", all in lower-case hexadecimal
digits. Of each stratum those with the lowest lots are drawn, as many as its size says, and are
reviewed in the order of their lots. A record is reviewed twice if the SHA-256 of
"HASH:SEED:second:RECORD_ID", read as a number and divided by 2 to the power of 256, is below the
share that is reviewed twice.
"""

import argparse
import csv
import hashlib
import io
import sys
from pathlib import Path

FRAME, DRAW = ["record_id", "stratum", "digest"], ["position", "record_id", "stratum", "second"]


def sha256(text):
    """SHA-256 of a text as hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def rows_of(content):
    """Address and stratum of each record; raises ValueError where the file is no frame."""
    header, *lines = list(csv.reader(io.StringIO(content.decode(), newline=""))) or [[]]
    if header != FRAME or any(len(line) != len(FRAME) for line in lines):
        raise ValueError(f"a frame has the columns {', '.join(FRAME)}")
    addresses = [line[0] for line in lines]
    if addresses != sorted(set(addresses)):
        raise ValueError("the records are not sorted, or one is there twice")
    return [(line[0], line[1]) for line in lines]


def sample(content, seed, sizes, percent):
    """The lines of the sample, in the order of review."""
    hashed = hashlib.sha256(content).hexdigest()
    left = dict(sizes)
    drawn = []
    for _lot, address, stratum in sorted(
        (sha256(f"{hashed}:{seed}:{address}"), address, stratum)
        for address, stratum in rows_of(content)
    ):
        if left.get(stratum, 0) > 0:
            left[stratum] -= 1
            again = int(sha256(f"{hashed}:{seed}:second:{address}"), 16) * 100 < percent * 16**64
            drawn.append([len(drawn) + 1, address, stratum, "yes" if again else "no"])
    if any(left.values()):
        raise ValueError(f"the frame holds too few of {[name for name in left if left[name]]}")
    return drawn


def as_file(drawn):
    """The sample as a file."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([DRAW, *drawn])
    return text.getvalue()


def main(words=None):
    """The command; returns its exit code."""
    parser = argparse.ArgumentParser(description="Draw the sample of an audit again.")
    parser.add_argument("frame", type=Path)
    parser.add_argument("--seed", required=True)
    parser.add_argument("--sizes", required=True, nargs="+", metavar="[STRATUM=]N")
    parser.add_argument("--second", type=int, default=0, metavar="PERCENT")
    parser.add_argument("--hash", default="")
    parser.add_argument("--draw", type=Path)
    given = parser.parse_args(words)
    try:
        content = given.frame.read_bytes()
        parted = [word.rpartition("=") for word in given.sizes]
        sizes = {stratum: int(number) for stratum, _equals, number in parted}
        made = as_file(sample(content, given.seed, sizes, given.second))
        expected = given.draw.read_bytes() if given.draw else made.encode()
    except (OSError, ValueError) as error:
        print(f"Could not be drawn: {error}", file=sys.stderr)
        return 2
    hashed = hashlib.sha256(content).hexdigest()
    faults = []
    if given.hash and given.hash.strip().lower() != hashed:
        faults.append("This is not the frame whose hash was published.")
    if made.encode() != expected:
        faults.append(f"The sample is not the one in {given.draw}.")
    sys.stdout.write(made)
    print(f"Frame: SHA-256 {hashed}", *faults, sep="\n", file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
