"""What stands beside every result of a round, so that nobody reads more into it than it says."""

from peelian.engines.surveys.declared import RANDOM, WHOLE
from peelian.engines.surveys.models import Round, State
from peelian.engines.surveys.progress import Progress


def caveats_of(held: Round, progress: Progress) -> tuple[str, ...]:
    """Sentences, the weightiest first."""
    told = [progress.says]
    if held.design == RANDOM:
        told.append(
            "People were drawn by lot. The range tells of chance alone: those who were drawn and "
            "did not answer may think otherwise."
        )
    elif held.design == WHOLE:
        told.append(
            "Everybody was invited. The figures describe those who answered; those who did not may "
            "think otherwise, so there is no range and no verdict on a change."
        )
    else:
        told.append(
            "Whoever answered chose to. The figures describe those who answered and are no "
            "estimate for others, so there is no range and no verdict on a change."
        )
    if held.state == State.RECORDED:
        told.append(f"The counts are as printed in: {held.source}.")
    told.append(
        f"Groups of fewer than {held.smallest} replies are never told, and results are told by one "
        "grouping at a time."
    )
    return tuple(told)
