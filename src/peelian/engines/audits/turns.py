"""Whose turn it is on a file, and what two reviewers agree on."""

from collections.abc import Collection, Iterable, Mapping

from django.db.models import QuerySet

from peelian.engines.audits.models import Item, Marking, Turn


def with_reviews(items: QuerySet[Item]) -> list[tuple[Item, tuple[Marking, ...]]]:
    """These files in their order, each with its reviews, in two questions.

    Django's own prefetching makes a query set for every file, which takes longer than reading it.
    """
    held: dict[int, list[Marking]] = {}
    for one in Marking.objects.filter(item__in=items.order_by()):
        held.setdefault(one.item_id, []).append(one)
    return [(item, tuple(held.get(item.pk, ()))) for item in items]


def next_turn(item: Item, markings: Collection[Marking], among: Collection[Turn]) -> Turn | None:
    """The first of these turns that nobody has taken and that can be taken now."""
    taken = {one.turn: one for one in markings}
    if Turn.FIRST in among and Turn.FIRST not in taken:
        return Turn.FIRST
    if item.second and Turn.SECOND in among and Turn.SECOND not in taken:
        return Turn.SECOND
    both = [taken[turn] for turn in (Turn.FIRST, Turn.SECOND) if turn in taken]
    ready = len(both) == len((Turn.FIRST, Turn.SECOND)) and all(one.done_at for one in both)
    if ready and Turn.DECIDING in among and Turn.DECIDING not in taken and not agree(both):
        return Turn.DECIDING
    return None


def finished(markings: Iterable[Marking]) -> dict[Turn, Marking]:
    """The finished reviews of a file by turn."""
    return {Turn(one.turn): one for one in markings if one.done_at is not None}


def final_of(item: Item, done: Mapping[Turn, Marking]) -> Marking | None:
    """The review whose answers stand, among those finished; None while something is open."""
    if Turn.DECIDING in done:
        return done[Turn.DECIDING]
    if not item.second:
        return done.get(Turn.FIRST)
    both = [done[turn] for turn in (Turn.FIRST, Turn.SECOND) if turn in done]
    return both[0] if len(both) > 1 and agree(both) else None


def agree(both: Collection[Marking]) -> bool:
    """Whether reviewers gave the same answer to everything, what was not asked included."""
    first, *others = both
    return all(one.answers == first.answers for one in others)


def agreed_answers(markings: Iterable[Marking]) -> dict[str, str]:
    """The answers that first and second reviewer have in common."""
    done = finished(markings)
    first, second = done[Turn.FIRST].answers, done[Turn.SECOND].answers
    return {key: said for key, said in first.items() if second.get(key) == said}
