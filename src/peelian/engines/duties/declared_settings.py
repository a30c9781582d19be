"""Every setting that declarations name, wherever it stands in them: found, not listed by hand."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from peelian.engines.duties.settings import Setting


@dataclass(frozen=True)
class Declared:
    """A setting with the titles of the rules and assessments that go by it, in their order."""

    setting: Setting
    used_by: tuple[str, ...]


def declared_settings(declared: Iterable[Any]) -> tuple[Declared, ...]:
    """The settings of rules and procedures, by key. Each of them has a `title`.

    Two declarations that name one key mean one setting: the first one's words count.
    """
    known: dict[str, Setting] = {}
    used: dict[str, list[str]] = {}
    for one in declared:
        for setting in _within(one):
            known.setdefault(setting.key, setting)
            titles = used.setdefault(setting.key, [])
            if one.title not in titles:
                titles.append(one.title)
    return tuple(Declared(known[key], tuple(used[key])) for key in sorted(known))


def _within(value: Any) -> Iterator[Setting]:
    """The settings within a declaration, however deep."""
    if isinstance(value, Setting):
        yield value
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _within(getattr(value, field.name))
    elif isinstance(value, tuple | list | frozenset):
        for one in value:
            yield from _within(one)
