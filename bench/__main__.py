"""`make bench`: loading, then measures, each as a ratio against a bare baseline of the same run."""

import runpy

for part in ("load", "measures"):
    print(f"\n{part}\n", flush=True)
    runpy.run_module(f"bench.{part}", run_name="__main__")
