"""`make bench`: loading, then measures, each as a ratio against a bare baseline of the same run.

Then forces are invented and compared, in plain seconds, duties are settled and listed, an audit
and a survey are gone through, and a report is checked.

Sizes are millions of rows: 1, 5 and 30 unless others are named, as in `python -m bench 1 5`. The
largest needs some 10 GB of scratch space. A set of 1,035 small files is always loaded too.
"""

import runpy
import sys

sizes = sys.argv[1:] or ["1", "5", "30"]
for part, words in (
    ("load", ["--rows", *sizes]),
    ("load", ["--files", "1035"]),
    ("measures", ["--rows", *sizes]),
    ("national", ["--rows", *sizes]),
    ("duties", []),
    ("audits", []),
    ("checker", []),
):
    print(f"\n{part} {' '.join(words)}\n", flush=True)
    sys.argv = [part, *words]
    runpy.run_module(f"bench.{part}", run_name="__main__")
