"""The same amount in another currency, in brackets: "₹183 ($2.30)", "£5m (US$7m)"."""

from collections.abc import Sequence
from dataclasses import replace

from peelian.engines.publishing.checker.language.item import LABEL, WORD, Item
from peelian.engines.publishing.checker.language.quantities import What

_MONEY = What.MONEY.value


def without_conversions(found: Sequence[Item]) -> list[Item]:
    """Items in which such an amount counts nothing: it is no figure beside the one before it."""
    done = list(found)
    for at in range(2, len(done)):
        opening = at - 2 if done[at - 1].tag == WORD else at - 1
        if opening and done[opening].tag == "(" and _converts(done[opening - 1], done[at]):
            done[at] = replace(done[at], tag=LABEL, quantity=None)
    return done


def _converts(first: Item, second: Item) -> bool:
    return (
        first.tag == second.tag == _MONEY
        and first.quantity is not None
        and second.quantity is not None
        and first.quantity.unit != second.quantity.unit
        and "p" not in (first.quantity.unit, second.quantity.unit)
    )
