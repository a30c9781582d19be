"""Reading what was typed on the command line."""

from collections.abc import Iterable

from peelian.engines.measures.request import BadRequest


def conditions(typed: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """`DIM=VALUE` texts as values by dimension; the same dimension again adds a value."""
    found: dict[str, tuple[str, ...]] = {}
    for text in typed:
        name, equals, value = text.partition("=")
        if not equals or not name.strip():
            raise BadRequest(f"'{text}' is not a condition. Write it as force=staffordshire.")
        found[name.strip()] = (*found.get(name.strip(), ()), value.strip())
    return found
