"""What is asked of a contact: what is known first, the six elements of THRIVE, what was advised."""

from typing import Final

from peelian.engines.procedures.declared import (
    YES,
    Advice,
    Asked,
    Option,
    Page,
    Question,
    When,
)

# Key, name, question, and why it is asked.
ELEMENTS: Final = (
    (
        "threat",
        "Threat",
        "who or what threatens whom, and is it still there?",
        "A threat that goes on decides how soon somebody must come.",
    ),
    (
        "harm",
        "Harm",
        "what harm has been done, and to whom?",
        "Harm that was done needs help, and foretells more.",
    ),
    (
        "risk",
        "Risk",
        "what could happen next, how likely is it, and how bad would it be?",
        "The grade is about what may come, not only about what was.",
    ),
    (
        "investigation",
        "Investigation",
        "is there a crime, and what evidence could be lost?",
        "Evidence lost in the first hour does not come back.",
    ),
    (
        "vulnerability",
        "Vulnerability",
        "what makes them, or others in the home, less able to protect themselves?",
        "Children and others in the home count as much as whoever calls.",
    ),
    (
        "engagement",
        "Engagement",
        "what do they want and agree to, and how can they be reached safely?",
        "A plan that the person does not share will not hold.",
    ),
)
NOTHING_SAID: Final = frozenset({"", "none", "nil", "no", "n/a", "na", "not applicable", "-", "."})
KNOWN = Page(
    "known",
    "What is known already",
    (
        Question(
            "repeat",
            "Have they, or has this place, been reported before?",
            "Somebody who suffers again is to be answered sooner.",
            "look-up",
            personal=False,
        ),
        Question(
            "repeat-said",
            "And by what they say: has it happened before?",
            "These sources do not hold what was never reported, or reported elsewhere.",
            "yes-no",
            unasked=True,
            unknown=True,
        ),
        Question(
            "vulnerable",
            "Does a record say that they, or others at this place, are at risk?",
            "Earlier records know what a caller may not say.",
            "look-up",
            personal=False,
        ),
        Question(
            "vulnerable-said",
            "And by what you hear: are they, or is anybody there, vulnerable?",
            "Age, illness, disability, fear, dependence, and who else is in the home.",
            "yes-no",
            unasked=True,
            unknown=True,
        ),
    ),
    says="What is found is a match in these sources. No match is never a no.",
)
ADVISED = Page(
    "advised",
    "What you told them",
    (
        Question(
            "evidence-advice",
            "Did you say how to keep the evidence?",
            "Not to wash or tidy, to keep messages and footage, to note names.",
            "yes-no",
            unasked=True,
            personal=False,
        ),
        Question(
            "prevention-advice",
            "Did you say how to keep it from happening again?",
            "The next hours are theirs alone.",
            "yes-no",
            unasked=True,
            personal=False,
        ),
        Question(
            "advice",
            "What did you advise?",
            "Whoever comes next must know what was said.",
            "words",
            only=(When("evidence-advice", (YES,)),),
        ),
        Question(
            "again-why",
            "If you assess it again: what is new?",
            "A new fact, a delay, another grade, or an end without attendance.",
            "choice",
            options=(
                Option("new-facts", "New facts"),
                Option("delay", "A delay: nobody has come yet"),
                Option("regrade", "Another grade"),
                Option("closing", "It is to be closed without attendance"),
            ),
            required=False,
            personal=False,
        ),
    ),
)


def says_nothing(key: str, name: str) -> Advice:
    """What is said of an element that holds only "none" or "n/a"."""

    def found(asked: Asked) -> tuple[str, ...]:
        words = asked.words.get(key, "").strip().strip(".").lower()
        if words not in NOTHING_SAID:
            return ()
        return (
            f"{name}: “{words or 'nothing'}” says nothing of this call. If there is none, say what "
            "you asked and how you know.",
        )

    return Advice(f"{key}-says-nothing", found)


def thrive_pages() -> tuple[Page, ...]:
    """What is known, one page of the six elements, what was advised."""
    elements = tuple(
        Question(key, f"{name}: {text}", why, "words", advice=(says_nothing(key, name),))
        for key, name, text, why in ELEMENTS
    )
    return (KNOWN, Page("thrive", "THRIVE", elements), ADVISED)
