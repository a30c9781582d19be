"""The items of one sentence, with where each word of it stands: many phrases are sought in it."""

from functools import cached_property

from peelian.engines.publishing.checker.language.item import Item


class Row(tuple[Item, ...]):
    """A tuple of items that is indexed once, when the first phrase is sought."""

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The text of every item, in lower case."""
        return tuple(one.text for one in self)

    @cached_property
    def tags(self) -> str:
        """The tag of every item, one letter each."""
        return "".join(one.tag for one in self)

    @cached_property
    def letters(self) -> dict[int, str]:
        """Its letters by each lexicon that it was read with (``tags``)."""
        return {}

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """At which items each text stands, in order."""
        found: dict[str, list[int]] = {}
        for at, said in enumerate(self.texts):
            found.setdefault(said, []).append(at)
        return found
