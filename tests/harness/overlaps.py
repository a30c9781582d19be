"""Things that only one may have at a time: were two ever told that they have the same one?"""

from collections import defaultdict
from collections.abc import Iterable

from harness.histories import Event


def overlaps(events: Iterable[Event], *, taken: str, left: str) -> list[str]:
    """Two steps `taken` of one thing with nobody leaving it between them, as sentences.

    A step says in `saw` which thing, and in `wrote` by which name this taking is known. Somebody
    surely has a thing from when they were told so until they began to leave it.
    """
    begun: dict[object, int] = {}
    held: dict[object, list[tuple[int, float, object]]] = defaultdict(list)
    every = list(events)
    for event in every:
        if event.step.name == left:
            begun[event.step.wrote] = event.begun
    for event in every:
        if event.step.name == taken:
            name = event.step.wrote
            held[event.step.saw].append((event.ended, begun.get(name, float("inf")), name))
    faults = []
    for thing, spans in held.items():
        latest: tuple[int, float, object] | None = None
        for span in sorted(span for span in spans if span[0] < span[1]):
            if latest is not None and span[0] < latest[1]:
                faults.append(f"{thing}: {latest[2]} and {span[2]} at the same time")
            if latest is None or span[1] > latest[1]:
                latest = span
    return faults
