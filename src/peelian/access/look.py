"""What access reads for one look is read once: a page is of one moment.

A page of work asks of some sixty record types what its reader may see of them, and each answer
rests on the same posts, roles, ties and seals. Within `one_look` they are read once. Nothing
outlives the look: the next page reads all of it anew. Whoever changes something stands in no look,
so that a verb sees what the verb before it has written.
"""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

Answer = TypeVar("Answer")
_held: ContextVar[dict[Hashable, Any] | None] = ContextVar("held_for_one_look", default=None)


@contextmanager
def one_look() -> Iterator[None]:
    """From here to the end the same question of access is asked of the database once."""
    token = _held.set({})
    try:
        yield
    finally:
        _held.reset(token)


def read_once(*key: Hashable, read: Callable[[], Answer]) -> Answer:
    """What `read` answers; within a look, what it answered to the same key before."""
    held = _held.get()
    if held is None:
        return read()
    if key not in held:
        held[key] = read()
    answer: Answer = held[key]
    return answer
