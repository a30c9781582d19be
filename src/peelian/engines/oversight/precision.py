"""How often each signal was right, as far as reviewers have said."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from peelian.access.decide import check_power
from peelian.access.powers import Power
from peelian.access.user import User
from peelian.engines.oversight.evidence import Signal
from peelian.engines.oversight.feedback import Finding, Said
from peelian.engines.oversight.kept import said_in
from peelian.engines.oversight.review_night import ALERT
from peelian.numbers.interval import Interval
from peelian.numbers.shares import wilson
from peelian.trail.append import append
from peelian.trail.particulars import Particulars
from peelian.trail.verbs import Verb


@dataclass(frozen=True)
class Precision:
    """The alerts in which a signal spoke, by what was said of them.

    `share` is misuse suspected among those that a reviewer could tell, None before any was. An open
    alert and one that could not be told count for neither side.
    """

    signal: Signal
    listed: int
    suspected: int
    not_misuse: int
    cannot_tell: int
    called_wrong: int
    share: Interval | None

    @property
    def open(self) -> int:
        """Alerts that nobody has judged."""
        return self.listed - self.suspected - self.not_misuse - self.cannot_tell


def read_precision(*, force_id: str, by: User, at: datetime) -> tuple[Precision, ...]:
    """The same of a force's own alerts, for those who judge them; written before it returns.

    Raises `NotAllowed` (C-AUD-5).
    """
    check_power(by, Power.REVIEW_LOOKUPS, force_id=force_id, at=at)
    found = precision_by_signal(said_in(force_id))
    with transaction.atomic():
        append(
            actor=by.trail_name,
            verb=Verb.CONSULTED,
            ref=(ALERT, "precision"),
            detail=Particulars().detail(force=force_id),
            at=at,
        )
    return found


def precision_by_signal(said: Iterable[Said]) -> tuple[Precision, ...]:
    """One row for each signal that spoke in any alert, in the order of declaration."""
    listed: Counter[Signal] = Counter()
    found: Counter[tuple[Signal, Finding | None]] = Counter()
    wrong: Counter[Signal] = Counter()
    for one in said:
        listed.update(one.signals)
        found.update((signal, one.finding) for signal in one.signals)
        wrong.update(one.wrong)
    return tuple(_row(signal, listed, found, wrong) for signal in Signal if listed[signal])


def _row(
    signal: Signal,
    listed: Counter[Signal],
    found: Counter[tuple[Signal, Finding | None]],
    wrong: Counter[Signal],
) -> Precision:
    suspected = found[signal, Finding.MISUSE_SUSPECTED]
    other = found[signal, Finding.EXPLAINED] + found[signal, Finding.WRONG_SIGNAL]
    told = suspected + other
    return Precision(
        signal=signal,
        listed=listed[signal],
        suspected=suspected,
        not_misuse=other,
        cannot_tell=found[signal, Finding.CANNOT_TELL],
        called_wrong=wrong[signal],
        share=wilson(suspected, told) if told else None,
    )
