"""Results of an audit in words: shares with their counts, likely ranges, agreement."""

from collections.abc import Sequence
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from peelian.engines.audits.agreement import Agreed
from peelian.engines.audits.declared import PASSED
from peelian.engines.audits.results import QuestionResult

# From so many files on a share has one decimal; with fewer it would tell more than there is.
DECIMAL_FROM: Final = 100
# How kappa is called, from the least of each: Landis and Koch 1977, who say themselves that the
# borders are arbitrary. They are a way of speaking, not a threshold of anybody's.
KAPPA_WORDS: Final = (
    (0.81, "almost perfect"),
    (0.61, "substantial"),
    (0.41, "moderate"),
    (0.21, "fair"),
    (0.0, "slight"),
)


def sentence(one: QuestionResult) -> str:
    """The answer to one question: share, counts and likely range in a sentence."""
    among = one.among
    if not among:
        return one.why or _("No file gives an answer yet.")
    told = _("{share} {words}: {yes} of {among} files").format(
        share=percentage(one), words=one.words, yes=one.yes, among=among
    )
    ranged = range_in_words(one)
    told += _(", likely range {range}.").format(range=ranged) if ranged else "."
    if one.unclear:
        told += " " + ngettext(
            "Of {n} file nobody could tell: it counts among them.",
            "Of {n} files nobody could tell: they count among them.",
            one.unclear,
        ).format(n=one.unclear)
    return told


def percentage(one: QuestionResult) -> str:
    """The estimated share; weighted back to the frame where it was divided."""
    return _as_share(one.estimate.value if one.estimate is not None else None, one.among)


def of_files(one: QuestionResult) -> str:
    """The counts under a share."""
    return _("{yes} of {among}").format(yes=one.yes, among=one.among)


def range_in_words(one: QuestionResult) -> str:
    """The likely range; empty where there is none."""
    estimate = one.estimate
    if estimate is None or estimate.lower is None or estimate.upper is None:
        return ""
    return _("{lower} to {upper}").format(
        lower=_as_share(estimate.lower, one.among), upper=_as_share(estimate.upper, one.among)
    )


def agreement_in_words(agreed: Sequence[Agreed]) -> str:
    """Whether two reviewers judge alike, on whether a file passes."""
    held = next((one.agreement for one in agreed if one.question == PASSED), None)
    if held is None or not held.n:
        return _("No file was marked by two reviewers, so nobody can tell.")
    told = _("Of {n} files that two reviewers marked, they agreed on {agreed} ({share}).").format(
        n=held.n, agreed=held.agreed, share=f"{held.agreed / held.n:.0%}"
    )
    if held.kappa is None:
        return f"{told} {held.why}"
    words = _("Beyond what chance alone would bring, agreement is {word} (kappa {kappa}").format(
        word=kappa_word(held.kappa), kappa=f"{held.kappa:.2f}"
    )
    if held.lower is not None and held.upper is not None:
        words += _(", likely range {lower} to {upper}").format(
            lower=f"{held.lower:.2f}", upper=f"{held.upper:.2f}"
        )
    return f"{told} {words})."


def kappa_word(kappa: float | None) -> str:
    """Kappa in a word; empty where there is none."""
    if kappa is None:
        return ""
    return next((_(word) for least, word in KAPPA_WORDS if kappa >= least), _("worse than chance"))


def _as_share(value: float | None, among: int) -> str:
    if value is None:
        return ""
    return f"{value:.1%}" if among >= DECIMAL_FROM else f"{value:.0%}"
