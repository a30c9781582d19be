"""The rules of columns whose words stand for others: yes and no, and the words of other lists."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pyarrow as pa
import pyarrow.compute as pc

from peelian.records.codes import CodeList
from peelian.records.load.rules import Place, quoted

YES = ("true", "1", "1.0", "yes", "y")
NO = ("false", "0", "0.0", "no", "n")


@dataclass(frozen=True)
class Flag:
    """Yes or no in one of several spellings, small letters or capitals.

    A blank is unknown, never no, and refused only if `required`. What is stored for rows that
    keep the rule is true, false or nothing.
    """

    true: tuple[str, ...] = YES
    false: tuple[str, ...] = NO
    required: bool = False

    def proven(self, values: pa.Array, place: Place) -> bool:
        known = pa.array([*_small(self.true), *_small(self.false)], pa.string())
        given = values.drop_null()
        if self.required and len(given) < len(values):
            return False
        return bool(pc.all(pc.is_in(pc.utf8_lower(given), value_set=known)).as_py() in (True, None))

    def wrong(self, value: str, place: Place) -> str:
        unknown = f"lower({value}) NOT IN ({_listed(_small((*self.true, *self.false)))})"
        return f"({value} IS NULL OR {unknown})" if self.required else unknown

    def converted(self, value: str) -> str:
        return (
            f"CASE WHEN lower({value}) IN ({_listed(_small(self.true))}) THEN true "
            f"WHEN lower({value}) IN ({_listed(_small(self.false))}) THEN false END"
        )

    def reason(self, value: str) -> str:
        return "neither yes nor no" if value else "blank"

    def expected(self, value: str, place: Place) -> str:
        return f"{' or '.join(self.true)}; {' or '.join(self.false)}"


@dataclass(frozen=True)
class Recoded:
    """One word of a closed list, or a word of another list that means one of it.

    `words` gives what is stored for each of the others: a word of the list, or None for one that
    says that nothing is known. Blank is allowed unless `required`, and so are words for nothing.
    """

    codes: CodeList
    words: Mapping[str, str | None] = field(default_factory=dict, hash=False)
    required: bool = False

    def proven(self, values: pa.Array, place: Place) -> bool:
        allowed: list[str | None] = [word for word in self._known() if self._allowed(word)]
        if not self.required:
            allowed.append(None)
        return bool(pc.all(pc.is_in(values, value_set=pa.array(allowed, pa.string()))).as_py())

    def wrong(self, value: str, place: Place) -> str:
        allowed = [word for word in self._known() if self._allowed(word)]
        unknown = f"{value} NOT IN ({_listed(allowed)})"
        return f"({value} IS NULL OR {unknown})" if self.required else unknown

    def converted(self, value: str) -> str:
        changed = {old: new for old, new in self.words.items() if old != new}
        if not changed:
            return value
        cases = " ".join(
            f"WHEN {quoted(old)} THEN {'NULL' if new is None else quoted(new)}"
            for old, new in changed.items()
        )
        return f"CASE {value} {cases} ELSE {value} END"

    def reason(self, value: str) -> str:
        if not value or value in self.words:
            return "blank" if not value else "a word for nothing"
        return f"not in the list '{self.codes.name}'"

    def expected(self, value: str, place: Place) -> str:
        return self.codes.nearest(value)

    def _known(self) -> tuple[str, ...]:
        return (*(code for code in self.codes.codes if code not in self.words), *self.words)

    def _allowed(self, word: str) -> bool:
        return not self.required or self.words.get(word, word) is not None


def _small(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word.lower() for word in words)


def _listed(words: tuple[str, ...] | list[str]) -> str:
    return ", ".join(quoted(word) for word in words)
