"""What a reviewer has said decides what the next night shows, and never what a signal weighs."""

from datetime import timedelta

import pytest

from engines.oversight.look_up_samples import AT, DAY, PLAIN, earlier, reviewed, sight
from peelian.engines.oversight.evidence import Signal
from peelian.engines.oversight.feedback import Finding, Said
from peelian.engines.oversight.precision import precision_by_signal

WHO = ("person:officer", "p-1")


def said(finding, days_ago, *signals, wrong=()):
    then = AT - timedelta(days=days_ago)
    return Said(WHO, then, frozenset(signals), finding, finding and then, frozenset(wrong))


def listed(*before, **changes):
    return reviewed(sight(reason="enquiry"), said=before, **changes).listed


@pytest.mark.parametrize(
    ("finding", "days_ago", "shown"),
    [
        (None, 300, False),  # open: it stands on the list already
        (Finding.MISUSE_SUSPECTED, 300, False),  # with professional standards
        (Finding.EXPLAINED, 27, False),
        (Finding.EXPLAINED, 28, True),
        (Finding.CANNOT_TELL, 6, False),
        (Finding.CANNOT_TELL, 7, True),
    ],
)
def test_what_was_judged_is_not_shown_again_for_its_days(finding, days_ago, shown):
    assert bool(listed(said(finding, days_ago, Signal.NO_TIE))) is shown


def test_what_professional_standards_have_takes_no_place_on_the_list():
    suspected = said(Finding.MISUSE_SUSPECTED, 1, Signal.NO_TIE)

    assert reviewed(sight(reason="enquiry", hour=23), said=[suspected]).listed == ()


def test_something_new_is_shown_with_all_that_was_known():
    (alert,) = reviewed(
        sight(reason="enquiry", hour=23), said=[said(Finding.EXPLAINED, 1, Signal.NO_TIE)]
    ).listed

    assert alert.signals == {Signal.NO_TIE, Signal.OFF_SHIFT}


def test_more_of_the_same_is_nothing_new():
    """Contact that was explained may go on: from two days to many."""
    explained = said(Finding.EXPLAINED, 1, Signal.NO_TIE, Signal.AGAIN_ANOTHER_DAY)

    assert listed(explained, history=earlier(1, 2, 3)) == ()


def test_a_verdict_on_another_pair_hides_nothing():
    other = Said(("person:other", "p-1"), AT, frozenset({Signal.NO_TIE}), Finding.EXPLAINED, AT)

    assert len(listed(other)) == 1


def test_a_signal_called_wrong_no_longer_counts_for_the_pair():
    """The staff list had somebody else's hours: what is left is judged anew in time."""
    wrong = said(
        Finding.WRONG_SIGNAL, 30, Signal.NO_TIE, Signal.OFF_SHIFT, wrong=[Signal.OFF_SHIFT]
    )
    (alert,) = reviewed(sight(reason="enquiry", hour=23), said=[wrong]).listed

    assert alert.signals == {Signal.NO_TIE}
    assert alert.score == PLAIN.of[Signal.NO_TIE]


def test_a_signal_called_wrong_counts_again_after_its_year():
    wrong = said(
        Finding.WRONG_SIGNAL, 365, Signal.NO_TIE, Signal.OFF_SHIFT, wrong=[Signal.OFF_SHIFT]
    )
    (alert,) = reviewed(sight(reason="enquiry", hour=23), said=[wrong]).listed

    assert Signal.OFF_SHIFT in alert.signals


def test_precision_of_each_signal():
    """Off shift: 3 alerts, 1 suspected, 1 explained, 1 nobody could tell: 1 of 2."""
    rows = precision_by_signal(
        [
            said(Finding.MISUSE_SUSPECTED, 1, Signal.OFF_SHIFT, Signal.NO_TIE),
            said(Finding.EXPLAINED, 1, Signal.OFF_SHIFT),
            said(Finding.CANNOT_TELL, 1, Signal.OFF_SHIFT),
            said(Finding.WRONG_SIGNAL, 1, Signal.CROWD, wrong=[Signal.CROWD]),
            said(None, 1, Signal.OWN_RECORD),
        ]
    )
    by_signal = {row.signal: row for row in rows}
    off = by_signal[Signal.OFF_SHIFT]

    assert list(by_signal) == [Signal.NO_TIE, Signal.OFF_SHIFT, Signal.OWN_RECORD, Signal.CROWD]
    assert (off.listed, off.suspected, off.not_misuse, off.cannot_tell) == (3, 1, 1, 1)
    assert off.share is not None
    assert (round(off.share.lower, 3), round(off.share.upper, 3)) == (0.095, 0.905)
    assert (by_signal[Signal.CROWD].called_wrong, by_signal[Signal.CROWD].suspected) == (1, 0)
    assert (by_signal[Signal.OWN_RECORD].open, by_signal[Signal.OWN_RECORD].share) == (1, None)


def test_the_day_of_the_sample_is_the_day_reviewed():
    assert reviewed(sight()).night.day == DAY.date()
