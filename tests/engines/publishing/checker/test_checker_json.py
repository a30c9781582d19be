"""The JSON of a checked report: a shape that programs can rely on, and the way there and back."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engines.publishing.checker.made_up import CHECKED, DOCUMENT, NOTHING
from peelian.engines.publishing.checker.as_json import NotOurs, from_json, to_json
from peelian.engines.publishing.checker.documents import Document, Kind, Passage, Table, Unread
from peelian.engines.publishing.checker.findings import About, Checked, Finding, Read, Verdict


def test_the_shape_is_the_one_that_is_documented():
    shape = json.loads(to_json(DOCUMENT, CHECKED))

    assert shape["version"] == 1
    assert shape["verdicts"] == {"agrees": 1, "does not follow": 2, "cannot be checked": 1}
    assert shape["read"] == {
        "sentences": 4, "with_figures": 3, "figures": 9, "tables": 1, "pages": 0,
    }  # fmt: skip
    assert shape["unread"] == [{"place": "line 5", "why": "not a sentence"}]
    assert shape["findings"][1] == {
        "about": "percentage and counts",
        "verdict": "does not follow",
        "place": "line 3",
        "sentence": "In 587 of 748 files (73.4 percent) a plan was made.",
        "printed": "73.4 percent",
        "computed": "587 of 748 is 78.48 percent",
        "allowed": "78.4 to 78.5 percent",
        "because": "No rounding leads from one to the other.",
        "part": 1,
        "start": 45,
        "end": 96,
        "marks": [[66, 78]],
    }
    assert shape["report"]["unread"] == [{"place": "line 12", "why": "a picture of text"}]
    assert [part["kind"] for part in shape["report"]["parts"]] == [
        "heading", "paragraph", "item", "table",
    ]  # fmt: skip
    assert shape["report"]["parts"][3]["rows"][3] == ["All", "750"]


@pytest.mark.parametrize("checked", [CHECKED, NOTHING])
def test_it_leads_back_to_the_same(checked):
    assert from_json(to_json(DOCUMENT, checked)) == (DOCUMENT, checked)
    assert from_json(to_json(DOCUMENT, checked, indent=2)) == (DOCUMENT, checked)


words = st.text(st.characters(codec="utf-8"), max_size=8)
numbers = st.integers(0, 9)
passages = st.builds(Passage, words, words, st.sampled_from(Kind), numbers, numbers)
tables = st.builds(
    Table, st.lists(st.lists(words, max_size=2).map(tuple), max_size=2).map(tuple), words, words
)
findings = st.builds(
    Finding,
    st.sampled_from(About),
    st.sampled_from(Verdict),
    words,
    words,
    st.just(0),
    numbers,
    numbers,
    st.lists(st.tuples(numbers, numbers), max_size=2).map(tuple),
    words,
)


@given(
    parts=st.lists(passages | tables, min_size=1, max_size=3),
    found=st.lists(findings, max_size=2),
    unread=st.lists(st.tuples(words, words), max_size=1),
)
def test_so_does_every_report(parts, found, unread):
    document = Document("text", tuple(parts), tuple(Unread(*one) for one in unread), 3)
    checked = Checked(tuple(found), Read(1, 2, 3, 4, 5), tuple(unread))

    assert from_json(to_json(document, checked)) == (document, checked)


@pytest.mark.parametrize(
    "change",
    [
        lambda shape: shape.pop("report"),
        lambda shape: shape.update(version=2),
        lambda shape: shape["findings"][0].update(verdict="is wrong"),
        lambda shape: shape["findings"][0].update(part=4),
        lambda shape: shape["findings"][0].update(start=-1),
        lambda shape: shape["findings"][0].update(start=True),
        lambda shape: shape["findings"][0].update(marks=[[1]]),
        lambda shape: shape["findings"][0].update(printed=7),
        lambda shape: shape["report"]["parts"][3].update(rows=[[1]]),
        lambda shape: shape["report"].update(unread={}),
    ],
)
def test_what_is_not_of_the_shape_is_refused(change):
    shape = json.loads(to_json(DOCUMENT, CHECKED))
    change(shape)

    with pytest.raises(NotOurs):
        from_json(json.dumps(shape))


@pytest.mark.parametrize("text", ["", "[]", "null", "{", "[" * 100_000])
def test_what_is_none_of_it_is_refused(text):
    with pytest.raises(NotOurs):
        from_json(text)
