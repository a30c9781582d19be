"""How an officer is asked for grounds: seen, told and known, with what is weak told at once."""

from peelian.areas.stop_and_search.grounds import Grounds, copied, weaknesses
from peelian.areas.stop_and_search.record_asking import IF_GROUNDS
from peelian.engines.procedures.declared import Advice, Asked, Page, Question


def weak_grounds(asked: Asked) -> tuple[str, ...]:
    """What is weak in the grounds as written so far, in sentences, before anything is saved."""
    grounds = Grounds(
        seen=asked.words.get("seen", ""),
        told=asked.words.get("told", ""),
        known=asked.words.get("known", ""),
        object_of_search=asked.answers.get("object", ""),
        power=asked.answers.get("power", ""),
    )
    return tuple(finding.says for finding in weaknesses(grounds))


def copied_from_earlier(part: str) -> Advice:
    """Advice on one of the three parts: whether the officer wrote it before."""

    def found(asked: Asked) -> tuple[str, ...]:
        told = copied(asked.words.get(part, ""), asked.earlier.get(part, ()))
        return (told.says,) if told else ()

    return Advice("copied", found)


GROUNDS_PAGE = Page(
    "grounds",
    "Your grounds",
    (
        Question(
            "seen",
            "What did you see, hear or smell?",
            "What this person did, here and now, that made you suspect the item.",
            "words",
            only=IF_GROUNDS,
            field="grounds_seen",
            hint="Who did what, with what, when and where. If you saw nothing yourself, write so.",
            # With the one part that nobody leaves open: what is told reads all three.
            advice=(copied_from_earlier("seen"), Advice("weak_grounds", weak_grounds)),
        ),
        Question(
            "told",
            "What were you told, by whom, and when?",
            "Information counts with its source and its age.",
            "words",
            only=IF_GROUNDS,
            field="grounds_told",
            hint="The caller's or witness's words. Not the name of a source who must be protected.",
            required=False,
            advice=(copied_from_earlier("told"),),
        ),
        Question(
            "known",
            "What did you know before?",
            "Intelligence counts if it is recent and about this item. A record alone does not.",
            "words",
            only=IF_GROUNDS,
            field="grounds_known",
            hint="Which briefing or log, of which day, and what it says.",
            required=False,
            advice=(copied_from_earlier("known"),),
        ),
    ),
    says=(
        "Write what you had before you decided to search. What was found later is no part of it."
    ),
)
