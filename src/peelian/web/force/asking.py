"""Names that stand in the address of a list, beside those of fields."""

from typing import Final

# No field of a record is called so.
SEARCH: Final = "q"
