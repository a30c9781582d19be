"""A report checked: the kindest plain verdict on each figure, in reading order, and counted."""

from dataclasses import replace

from engines.publishing.checker.language.seen import text_in
from peelian.engines.publishing.checker.checking import check, settled, unsupported
from peelian.engines.publishing.checker.claims.saying import finding
from peelian.engines.publishing.checker.documents import Document, Kind, Passage, Table, Unread
from peelian.engines.publishing.checker.findings import About, Verdict

TEXT = text_in("Of 748 files, 542 (72.5 percent) were sound.")
WHOLE, PART, PERCENT = TEXT.sentences[0].quantities
REFUSED = Verdict.DOES_NOT_FOLLOW


def said(verdict, *figures, about=About.SHARE, computed=""):
    return finding(TEXT.sentences[0], about, verdict, figures or (PERCENT, PART), computed=computed)


def report(*passages, **more):
    parts = tuple(
        one if isinstance(one, Table) else Passage(one, f"line {number}")
        for number, one in enumerate(passages, start=1)
    )
    return Document("text", parts, **more)


def test_one_reading_that_agrees_keeps_the_others_from_refusing_the_figure():
    agrees = said(Verdict.AGREES)

    assert settled([said(REFUSED), agrees]) == [agrees]
    assert settled([agrees, said(REFUSED, about=About.CHANGE)]) == [agrees]


def test_a_refusal_of_another_figure_stays():
    agrees, refused = said(Verdict.AGREES), said(REFUSED, PART, WHOLE)

    assert settled([agrees, refused]) == [agrees, refused]


def test_what_cannot_be_checked_one_way_is_not_said_where_another_could():
    for other in (said(Verdict.AGREES), said(REFUSED)):
        assert settled([said(Verdict.CANNOT), other]) == [other]
    assert settled([said(Verdict.CANNOT)]) == [said(Verdict.CANNOT)]


def test_one_verdict_of_one_kind_is_said_once_of_a_figure():
    first, second = said(REFUSED, computed="one way"), said(REFUSED, computed="another way")

    assert settled([first, first, second]) == [first]
    assert len(settled([first, replace(first, about=About.SUM)])) == 2


def test_percentages_that_nothing_explains_cannot_be_checked():
    text = text_in("Of 748 files, 542 (72.5 percent) were sound and 12 percent urgent.")

    kept = [said(Verdict.AGREES, text.sentences[0].quantities[2])]

    assert [(one.printed, one.verdict, one.because) for one in unsupported(text, kept)] == [
        ("12 percent", Verdict.CANNOT, "the report gives no counts for it")
    ]


def test_findings_stand_in_reading_order_and_are_counted():
    checked = check(
        report(
            "In all 61 percent agreed.",
            "Of 748 files, 542 (72.5 percent) were sound. A plan was in 587 of 748 (78.4 percent).",
        )
    )

    assert [(one.printed, str(one.verdict), one.place) for one in checked.findings] == [
        ("61 percent", "cannot be checked", "line 1"),
        ("72.5 percent", "agrees", "line 2"),
        ("78.4 percent", "does not follow", "line 2"),
    ]
    assert checked.counted() == {
        Verdict.AGREES: 1,
        Verdict.DOES_NOT_FOLLOW: 1,
        Verdict.CANNOT: 1,
    }


def test_it_says_how_much_was_read_and_what_was_not():
    checked = check(
        report(
            "Nothing is here. Of 748 files, 542 were sound.",
            Table((("Kind", "Files"), ("Sound", "542")), "line 3"),
            unread=(Unread("page 4", "a picture of text"),),
            pages=5,
        )
    )

    read = checked.read
    assert (read.sentences, read.with_figures, read.figures) == (2, 1, 3)
    assert (read.tables, read.pages) == (1, 5)
    assert checked.unread == (("page 4", "a picture of text"),)


def test_a_report_without_figures_has_no_findings():
    checked = check(Document("text", (Passage("Peel founded it.", "line 1", Kind.HEADING),)))

    assert checked.findings == ()
    assert set(checked.counted().values()) == {0}


def test_the_whole_report_of_the_seed_says_what_rounding_allows():
    (refused,) = (
        one
        for one in check(report("A plan was made in 571 of 748 files (76.4 percent).")).findings
        if one.verdict is REFUSED
    )

    assert refused.allowed == "76.35 to 76.45 per cent"
    assert refused.computed == "571 of 748 is 76.34 per cent, which rounds to 76.3"
