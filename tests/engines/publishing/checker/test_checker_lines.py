"""The table of findings: a line each, what was and was not read, and the count last."""

from dataclasses import replace

import pytest

from engines.publishing.checker.made_up import CHECKED, DOCUMENT, FINDINGS, NOTHING, WRONG
from peelian.engines.publishing.checker.findings import Checked, Verdict
from peelian.engines.publishing.checker.lines import lines, plain
from peelian.engines.publishing.checker.summing import answer


def test_each_finding_has_a_line_and_the_last_counts_the_verdicts():
    assert list(lines(DOCUMENT, CHECKED)) == [
        "place   verdict            printed       recomputed, or why not",
        "line 3  agrees             72.5 percent  542 of 748 is 72.46 percent",
        "line 3  does not follow    73.4 percent  587 of 748 is 78.48 percent; rounding allows "
        "78.4 to 78.5 percent; No rounding leads from one to the other.",
        "line 5  cannot be checked  61 percent    no counts are given",
        "line 7  does not follow    750           542 + 206 = 748; rounding allows 748",
        "",
        "Read as Markdown: 4 sentences, 3 of them with figures, 9 figures, 1 table.",
        "Not read: line 12: a picture of text",
        "Not read: line 5: not a sentence",
        "agrees 1, does not follow 2, cannot be checked 1",
    ]


def test_sentences_stand_under_their_lines_when_asked_for():
    written = list(lines(DOCUMENT, CHECKED, sentences=True))

    assert written[3].startswith("line 3  does not follow")
    assert written[4] == f"    {WRONG}"


def test_one_verdict_alone_leaves_the_count_as_it_is():
    written = list(lines(DOCUMENT, CHECKED, only=Verdict.CANNOT))

    assert [line for line in written if line.startswith("line")] == [
        "line 5  cannot be checked  61 percent  no counts are given"
    ]
    assert written[-1] == "agrees 1, does not follow 2, cannot be checked 1"


def test_nothing_to_check_is_still_counted():
    assert list(lines(DOCUMENT, NOTHING))[-1] == (
        "agrees 0, does not follow 0, cannot be checked 0"
    )


def test_nothing_in_a_report_steers_a_terminal():
    hostile = replace(FINDINGS[0], place="page 1\x1b[2J", printed="7\u202e5\n%", computed="\x07a")
    (line,) = [
        one for one in lines(DOCUMENT, Checked((hostile,), CHECKED.read)) if one.startswith("page")
    ]

    assert line == "page 1[2J  agrees   75 %     a"
    assert plain("soft\u00adhyphen and\u2028line") == "softhyphen and line"


def test_a_long_figure_is_cut_in_its_column_alone():
    long = replace(FINDINGS[0], printed="1" * 60)

    assert "1" * 43 + "…  542 of 748" in "\n".join(lines(DOCUMENT, Checked((long,), CHECKED.read)))


@pytest.mark.parametrize(
    ("verdicts", "sentence"),
    [
        ([], "No figure was found that follows from another, so there was nothing to check."),
        (
            [Verdict.DOES_NOT_FOLLOW, Verdict.AGREES],
            "1 figure does not follow from others in the report, 1 agrees, 0 cannot be checked.",
        ),
        (
            [Verdict.DOES_NOT_FOLLOW] * 3 + [Verdict.AGREES] * 21 + [Verdict.CANNOT] * 64,
            "3 figures do not follow from others in the report, 21 agree, 64 cannot be checked.",
        ),
        (
            [Verdict.AGREES] * 2,
            "No figure contradicts another, 2 agree, 0 cannot be checked.",
        ),
    ],
)
def test_one_sentence_sums_up(verdicts, sentence):
    findings = tuple(replace(FINDINGS[0], verdict=one) for one in verdicts)

    assert answer(Checked(findings, CHECKED.read)) == sentence
