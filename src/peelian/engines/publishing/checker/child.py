"""The process in which a report is read and checked: `python -I -m … SECONDS`, and nothing else.

Started by `apart.check_apart`. On its standard input come one line, the name of the file, and then
the file; on its standard output goes JSON, of the checked report or of a sentence. The exit code
says which.
"""

import gc
import json
import sys

from peelian.engines.publishing.checker.apart import ANSWER_BYTES, REFUSED, TOO_MUCH
from peelian.engines.publishing.checker.as_json import to_json
from peelian.engines.publishing.checker.checking import check
from peelian.engines.publishing.checker.reading.errors import Unreadable
from peelian.engines.publishing.checker.reading.file import read
from peelian.engines.publishing.checker.rights import give_up_rights


def main(seconds: int) -> int:
    """Read, check, answer; the exit code. All that is needed was imported before."""
    give_up_rights(seconds)
    try:
        first, _, content = sys.stdin.buffer.read().partition(b"\n")
        document = read(first.decode("utf-8", "replace"), content)
        written = to_json(document, check(document)).encode("utf-8", "replace")
    except MemoryError:
        return TOO_MUCH
    except Unreadable as error:
        sys.stdout.buffer.write(json.dumps(str(error)).encode())
        return REFUSED
    if len(written) > ANSWER_BYTES:
        return TOO_MUCH
    sys.stdout.buffer.write(written)
    return 0


if __name__ == "__main__":
    gc.disable()  # what is made here is wanted until the end, and looking for more costs a tenth
    sys.exit(main(int(sys.argv[1])))
