"""Plans of the staffing view, remembered, and made one at a time.

A plan takes seconds of a processor. Without a limit a few readers could keep every worker busy, so
those who come while one is made wait a while and are then asked to come back.
"""

import threading
from collections import OrderedDict

from peelian.areas.contact.staffing.plan import Plan, Question, plan
from peelian.records.store.reader import Reader

REMEMBERED = 64
PATIENCE_SECONDS = 20.0

_kept: OrderedDict[tuple[str, Question], Plan] = OrderedDict()
_room = threading.Lock()


class Busy(Exception):
    """Another plan is being made."""


def planned(tables: Reader, question: Question) -> Plan:
    """The plan for a question. Raises `Busy`, or `NotEnoughCalls` with a sentence."""
    key = (tables.snapshot.id, question)
    found = _kept.get(key)
    if found is not None:
        return found
    if not _room.acquire(timeout=PATIENCE_SECONDS):
        raise Busy
    try:
        # Whoever held the room may have answered the same question.
        if key not in _kept:
            _kept[key] = plan(question, tables)
            while len(_kept) > REMEMBERED:
                _kept.popitem(last=False)
        return _kept[key]
    finally:
        _room.release()
