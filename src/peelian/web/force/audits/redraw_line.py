"""The line by which anyone draws the same sample again, without this installation."""

import shlex

from peelian.engines.audits.models import Run


def redraw_line(run: Run) -> str:
    """What is typed beside the two files that were downloaded; empty where nothing was drawn.

    Files that somebody has named are drawn by nobody: only their order is by lot.
    """
    if run.drawn_at is None or run.plan.get("chosen_ids"):
        return ""
    sizes = [f"{name}={n}" if name else str(n) for name, n in sorted(run.wanted.items()) if n]
    words = ["python3", "redraw_sample.py", f"{run.ref}-frame.csv", "--seed", run.seed]
    words += ["--sizes", *sizes, "--second", str(run.second_share)]
    words += ["--hash", run.frame_hash, "--draw", f"{run.ref}-draw.csv"]
    return shlex.join(words)
