"""How a round can go on: the one table that verbs, pages and the manual read."""

from collections.abc import Mapping
from typing import Final

from peelian.engines.surveys.errors import SurveyRefused
from peelian.engines.surveys.models import Round, State

MOVES: Final[Mapping[State, frozenset[State]]] = {
    State.OPEN: frozenset({State.CLOSED, State.ABANDONED}),
    # Results are told once: a round that could open again would tell who came late.
    State.CLOSED: frozenset(),
    State.RECORDED: frozenset(),
    State.ABANDONED: frozenset(),
}
WORDS: Final[Mapping[State, str]] = {
    State.OPEN: "open",
    State.CLOSED: "closed",
    State.RECORDED: "published elsewhere",
    State.ABANDONED: "abandoned",
}


def check_move(held: Round, to: State) -> None:
    """Raise `SurveyRefused` unless the round can go there from where it stands."""
    standing = State(held.state)
    if to not in MOVES[standing]:
        raise SurveyRefused(
            f"{held.ref} is {WORDS[standing]}, so it cannot become {WORDS[to]}: open a new round."
        )
