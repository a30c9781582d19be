"""What loaded, typed and edited rows say has happened, written down for the clocks of duties.

Every run reads the places that have changed since it read them last, and compares: what is new is
written, what now says another moment or other facts is corrected in place, what no row says any
more is withdrawn. Whatever was written or changed waits to be settled again. A run that is killed
leaves its place unread, and the next one does it once more with the same answer (T51).
"""

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime
from typing import Final
from uuid import uuid4

from django.db import transaction

from peelian.records.correcting import correct
from peelian.records.happenings import Happening
from peelian.records.noted import Noted
from peelian.records.places import Place, model_in, places, rows_at, rows_called
from peelian.records.store.reader import Reader
from peelian.records.telling import Told, repeating, told_by

# Rows in one transaction.
SOME: Final = 1000


class _Overtaken(Exception):
    """Another run has begun to read the same place, and knows at least as much."""


def note_loaded(tables: Reader, *, besides: Collection[str], by: str, at: datetime) -> int:
    """Write what rows say has happened; how many happenings are new, corrected or withdrawn.

    `besides` are the sources whose rows start no clock: what anyone can download is a figure about
    the past, and nobody's work. Moments are taken as they stand, in the future or in 1900: what is
    wrong with a row is its owner's to mend. Cheap when nothing is new, harmless to run at the same
    time. `by` is the name in the trail of who notes.
    """
    known = dict(Noted.objects.values_list("place", "says"))
    written = 0
    for place in places(tables, besides):
        if known.pop(place.name, None) != place.says:
            written += _Run(tables, besides, by, at).read(place)
    for name in sorted(known):
        written += _Run(tables, besides, by, at).forget(name)
    return written


class _Run:
    """One reading of one place, under a number of its own."""

    def __init__(self, tables: Reader, besides: Collection[str], by: str, at: datetime) -> None:
        self.tables = tables
        self.besides = besides
        self.by = by
        self.at = at
        self.number = uuid4().hex
        self.written = 0

    def read(self, place: Place) -> int:
        """Bring what is noted of a place to what its rows say."""
        self._begin(place.name)
        said: set[str] = set()
        try:
            for rows in rows_at(place, self.tables, self.besides, SOME):
                told = [one for row in rows for one in told_by(place.model, row, place.name)]
                said.update(one.once for one in told)
                self._write(place.name, told)
            self._withdraw(place.name, said)
            Noted.objects.filter(place=place.name, run=self.number).update(says=place.says)
        except _Overtaken:
            pass
        return self.written

    def forget(self, name: str) -> int:
        """Withdraw what was said in a place that is no more."""
        self._begin(name)
        try:
            self._withdraw(name, frozenset())
            Noted.objects.filter(place=name, run=self.number).delete()
        except _Overtaken:
            pass
        return self.written

    def _begin(self, name: str) -> None:
        begun = {"run": self.number, "says": "", "at": self.at}
        Noted.objects.update_or_create(place=name, defaults=begun)

    def _check(self, name: str) -> None:
        """In the writing transaction: nobody has begun to read this place after us."""
        standing = Noted.objects.select_for_update(no_key=True).filter(place=name)
        if standing.values_list("run", flat=True).first() != self.number:
            raise _Overtaken

    def _write(self, name: str, told: Sequence[Told]) -> None:
        # Always in one order, so that of two runs one waits for the other and never both.
        ordered = sorted(told, key=lambda one: one.once)
        for first in range(0, len(ordered), SOME):
            with transaction.atomic():
                self._check(name)
                some = ordered[first : first + SOME]
                self.written += correct(some, by=self.by, at=self.at)

    def _withdraw(self, name: str, said: Collection[str]) -> None:
        """Withdraw what was said in a place and is said no more, there or anywhere else."""
        model, force_id = model_in(name)
        for some in _no_longer(name, said):
            stays: dict[str, str] = {}
            if model is not None:
                rows = rows_called(
                    model, force_id, sorted(set(some.values())), self.tables, self.besides
                )
                stands = {row["record_id"]: (place.name, row) for place, row in rows}
                told = [one for at, row in stands.values() for one in told_by(model, row, at)]
                self._write(name, told)
                again = repeating(model)
                stays = {one.once: one.place for one in told} | {
                    once: stands[record_id][0]
                    for once, record_id in some.items()
                    if record_id in stands and once.split(":", 1)[0] in again
                }
            with transaction.atomic():
                self._check(name)
                mine = Happening.objects.filter(said_in=name)
                for place in set(stays.values()) - {name}:
                    moved = [once for once, at in stays.items() if at == place]
                    mine.filter(once__in=moved).update(said_in=place)
                gone = mine.filter(once__in=sorted(some.keys() - stays.keys()), withdrawn_at=None)
                self.written += gone.update(
                    withdrawn_at=self.at, changed_at=self.at, settled_at=None
                )


def _no_longer(name: str, said: Collection[str]) -> Iterator[dict[str, str]]:
    """What was said in a place and stands, without what is said there: addresses by `once`."""
    rows = Happening.objects.filter(said_in=name, withdrawn_at=None).order_by("pk")
    last = 0
    while found := list(rows.filter(pk__gt=last)[:SOME].values_list("pk", "once", "record_id")):
        last = found[-1][0]
        some = {once: record_id for _pk, once, record_id in found if once not in said}
        if some:
            yield some
