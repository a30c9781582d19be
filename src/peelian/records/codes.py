"""Code lists: the closed sets of words that a source may use in a field."""

from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True)
class CodeList:
    """The words a field may hold, with where the list comes from."""

    name: str
    authority: str
    codes: tuple[str, ...]

    def __contains__(self, value: object) -> bool:
        return value in self.codes

    def nearest(self, value: str) -> str:
        """What would be right instead of `value`, as half a sentence for an error or a reject."""
        # Case apart, or 'male' would be nearest to 'Female'.
        codes = {code.casefold(): code for code in self.codes}
        close = get_close_matches(value.casefold(), codes, n=1, cutoff=0.6)
        if close:
            return f"perhaps '{codes[close[0]]}'"
        return f"one of: {'; '.join(self.codes)}"
