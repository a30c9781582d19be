"""A snapshot open for one person who has signed in."""

from datetime import datetime

from peelian.access.user import User
from peelian.engines.measures.cells import Answer
from peelian.engines.measures.request import Request
from peelian.engines.publishing.inside import shown_inside
from peelian.engines.publishing.shown import Internal
from peelian.records.store.reader import Reader


class InsideReader(Reader):
    """What is asked of it is shown as `Internal`, to this person alone.

    The reader carries the door, so that no page between a view and its figures can show by another
    one: whoever asks a plain `Reader` gets what the public gets.
    """

    def __init__(self, tables: Reader, *, actor: User, at: datetime) -> None:
        super().__init__(tables.root, tables.snapshot)
        self._actor, self._at = actor, at

    def shown(self, answer: Answer, asked: Request) -> tuple[Internal, ...]:
        """The cells of an answer for this person. Raises `NotInside`."""
        return shown_inside(answer, asked, self.snapshot, actor=self._actor, at=self._at)
