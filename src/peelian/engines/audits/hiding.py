"""What is to be hidden of one record: what its hidden fields hold, and who works in its force."""

from collections.abc import Iterable, Iterator, Sequence

from peelian.engines.audits.declared import Hides, Secret
from peelian.engines.audits.masking import Hidden
from peelian.engines.audits.staff import staff_of
from peelian.records.base import Record


def hidden_in(record: Record, hides: Sequence[Hides], *, extra: Iterable[str] = ()) -> Hidden:
    """What `mask` takes out of the texts of this record.

    `extra` are further words, of whoever prepares the file: they count as words for the person, so
    they are masked as ethnicity is. Where officers are hidden, so is every member of staff of the
    force, and of those whom a hidden field names the last name alone.
    """
    values: dict[Secret, tuple[str, ...]] = {}
    words: dict[Secret, tuple[str, ...]] = {}
    for one in hides:
        found = tuple(value for name in one.fields for value in _told(record, name))
        values[one.secret] = (*values.get(one.secret, ()), *found)
        words[one.secret] = (*words.get(one.secret, ()), *one.words)
    more = tuple(extra)
    if more:
        words["ethnicity"] = (*words.get("ethnicity", ()), *more)
    return Hidden(
        values=values,
        words=words,
        staff=staff_of(record.force_id),
        present=frozenset(values.get("officer", ())),
    )


def _told(record: Record, name: str) -> Iterator[str]:
    """The texts of a field: whole and, where it names several, each of them.

    A number or a yes has no words of its own that could be looked for.
    """
    value = getattr(record, name)
    if isinstance(value, str) and value.strip():
        yield value.strip()
        for part in value.split(","):
            if part.strip():
                yield part.strip()
