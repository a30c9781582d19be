"""From the plan to the figure, drawn again elsewhere: ten of 400 searches, each marked twice."""

import subprocess
import sys
from pathlib import Path

import pytest

from engines.audits.grounds import AT, GROUNDS, NO_GROUNDS, YES_TO_ALL, put, search
from peelian.engines.audits.agreement import agreement_of
from peelian.engines.audits.checking import check_frame
from peelian.engines.audits.downloads import draw_csv, frame_csv
from peelian.engines.audits.ending import close
from peelian.engines.audits.measuring import measures_of
from peelian.engines.audits.models import FrameRow
from peelian.engines.audits.reading import progress_of
from peelian.engines.audits.results import results_of
from peelian.engines.audits.sizing import Size
from peelian.engines.audits.taking import decide_next
from peelian.engines.measures.calculate import calculate
from peelian.engines.measures.request import request
from peelian.records.mirror import mirror
from peelian.records.store.reader import open_reader

SCRIPT = Path(__file__).parents[3] / "verifier" / "redraw_sample.py"


@pytest.fixture
def tables(root):
    """Four hundred searches of team S1."""
    put(root, [search(number) for number in range(400)])
    return open_reader(root)


def cell_of(key, root):
    """The figure over all that is mirrored."""
    measure = next(one for one in measures_of(GROUNDS) if one.key.endswith(key))
    return calculate(request(measure), open_reader(root)).cells[0]


def test_a_whole_audit(bench, force, root, tmp_path):
    actor = force["auditor"]
    run = bench.draw(seed="4 8 15 16 23 42", size=Size(total=10), second_share=100)

    # Both say yes to six, the first alone to one, the second alone to another, and both no to two.
    first = [YES_TO_ALL] * 7 + [NO_GROUNDS] * 3
    second = [YES_TO_ALL] * 6 + [NO_GROUNDS, YES_TO_ALL] + [NO_GROUNDS] * 2
    for answers in first:
        bench.review("auditor", answers)
    for answers in second:
        bench.review("auditor-2", answers)

    # They agree on 8 of 10. The first says yes to 7, and so does the second: by chance they would
    # on 0.7² + 0.3² = 58%, so that kappa is (0.8 - 0.58) / 0.42.
    found = {one.question: one.agreement for one in agreement_of(run, GROUNDS)}
    assert (found["reasonable"].n, found["reasonable"].agreed) == (10, 8)
    assert found["reasonable"].kappa == pytest.approx(0.5238, abs=5e-5)
    assert progress_of(run).open_deciding == 2

    while bench.take("auditor-3", decide_next) is not None:
        bench.review("auditor-3", YES_TO_ALL, decide_next)
    close(run, actor=actor, at=AT)

    result = {one.key: one for one in results_of(run, GROUNDS).questions}["reasonable"]
    assert (result.yes, result.among, result.estimate.value) == (8, 10, 0.8)
    mirror(root, at=AT)
    cell = cell_of(".reasonable", root)
    assert (cell.numerator, cell.denominator, cell.value) == (8, 10, 0.8)
    assert (cell.lower, cell.upper) == (result.estimate.lower, result.estimate.upper)
    assert (cell_of(".agreed", root).numerator, cell_of(".agreed", root).denominator) == (8, 10)

    # Somebody else, with nothing but the two files, the seed and Python.
    (tmp_path / "frame.csv").write_bytes(frame_csv(run, actor=actor, at=AT))
    (tmp_path / "draw.csv").write_bytes(draw_csv(run, actor=actor, at=AT))
    words = ("--seed", "4 8 15 16 23 42", "--sizes", "10", "--second", "100")
    again = (*words, "--hash", run.frame_hash, "--draw", tmp_path / "draw.csv")
    script = (sys.executable, "-I", SCRIPT, tmp_path / "frame.csv")
    assert subprocess.run([*script, *again], capture_output=True).returncode == 0

    FrameRow.objects.filter(run=run, of_id="search-00001").delete()
    assert not check_frame(run, GROUNDS, actor=actor, at=AT, tables=bench.tables).holds
    (tmp_path / "frame.csv").write_bytes(frame_csv(run, actor=actor, at=AT))
    assert subprocess.run([*script, *again], capture_output=True).returncode == 1
