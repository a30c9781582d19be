"""The typed bodies lose nothing of what the engines say, and add where each figure opens."""

import pytest

from engines.comparisons.comparison_samples import STEADY, forces, series
from engines.measures.measure_samples import count, share
from peelian.engines.comparisons.compare import compare
from peelian.engines.comparisons.compared import Left, Peer, Peers, Rebased, Variable
from peelian.engines.comparisons.control import control_chart
from peelian.engines.measures.declared import Comparable
from peelian.engines.publishing.comparison import shown_chart, shown_comparison
from peelian.engines.publishing.comparison_json import as_json, chart_as_json
from peelian.web.api.bodies.charts import ControlChart
from peelian.web.api.bodies.comparisons import Comparison

FIVE = {"kent": (6, 10), "dorset": (2, 10), "gwent": (3, 10), "btp": (1, 9)}
LIKE = Peers(
    of=Peer(force="kent", distance=0.0, values={"residents": 1.0}),
    peers=(
        Peer(force="dorset", distance=0.5, values={"residents": 2.0}),
        Peer(force="gwent", distance=0.7, values={"residents": 3.0}),
    ),
    variables=(Variable(key="residents", title="residents", authority="ONS", scaling="log"),),
    method="nearest",
    left_out=(Left(force="btp", reason="It has no residents of its own."),),
)
BY_THE_DOOR = {"sentence": "Kent is highest.", "feeds": [], "attributions": ["Anyone."]}


def plain(value):
    """Lists for tuples and no address to follow, so that what is left can be set side by side."""
    if isinstance(value, dict):
        return {name: plain(inner) for name, inner in value.items() if name != "url"}
    return [plain(inner) for inner in value] if isinstance(value, list | tuple) else value


@pytest.mark.parametrize("peers", [None, LIKE], ids=["all", "peers"])
def test_a_comparison_goes_through_whole(peers):
    compared = compare(share(), forces(FIVE), own="kent", peers=peers)
    given = as_json(shown_comparison(compared, share())) | BY_THE_DOOR
    body = Comparison.model_validate(given).model_dump()

    assert plain(body) == plain(given)
    assert body["forces"][0]["cell"]["url"].startswith("/api/figures/sample.measure@1;")


def test_a_refused_comparison_goes_through_whole():
    refused = share(comparable=Comparable(allowed=False, reason="By habit."))
    given = as_json(shown_comparison(compare(refused, forces(FIVE)), refused)) | BY_THE_DOOR

    assert plain(Comparison.model_validate(given).model_dump()) == plain(given)


def test_a_control_chart_goes_through_whole():
    anew = Rebased(month="2021-01", by="Chief Constable", reason="New form", at="2021-02-01")
    chart = control_chart(count(), series(*STEADY, *STEADY, 14), force="kent", rebases=(anew,))
    given = chart_as_json(shown_chart(chart, count())) | {
        "definition": "Drug crimes.",
        "version": 1,
        "better": "lower",
        "feeds": [],
        "attributions": [],
    }
    body = ControlChart.model_validate(given).model_dump()

    assert plain(body) == plain(given)
    assert [step["first"] for step in body["steps"]] == [0, 12]
    assert [signal["at"] for signal in body["signals"]] == [[24]]
    assert body["rebases"][0]["reason"] == "New form"
