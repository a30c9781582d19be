"""The page of the documentation that tells a journey, made from the steps that its test walks."""

from datetime import datetime

from journeys.story import SAYS, STEPS, TITLE, Step
from peelian import catalogue

MADE = "<!-- Made by scripts/journey_docs.py from tests/journeys/story.py: change it there. -->"


def page() -> str:
    """The whole page as Markdown."""
    steps = [_step(number, step) for number, step in enumerate(STEPS, start=1)]
    return "\n\n".join([MADE, f"# {TITLE}", SAYS, WALKED, *steps]) + "\n"


WALKED = (
    "A browser test walks these steps over extracts of the record systems and asserts after each "
    "one what is said here. Every duty named has its entries in the trail: that it began, and that "
    "it was met. A second test leaves one system's extract out for six hours: every list then says "
    "which feed is late and since when, and the late feed is a duty of the force's analyst."
)


def _step(number: int, step: Step) -> str:
    at = datetime.strptime(step.at, "%Y-%m-%d %H:%M")  # noqa: DTZ007  # local time, as told
    lines = [f"## {number}. {step.title}", f"*{at:%A} {at.day} {at:%B %Y, %H:%M}*", step.says]
    if step.typed:
        lines.append(f"Typed in Peelian: {step.typed[0].lower()}{step.typed[1:]}")
    if step.duties:
        lines.append("\n".join(["| Duty | About | Stands |", "|---|---|---|", *_duties(step)]))
    if step.figures:
        lines.append("\n".join(["| Figure | Counted | Of |", "|---|---|---|", *_figures(step)]))
    return "\n\n".join(lines)


def _duties(step: Step) -> list[str]:
    titles = {rule.key: rule.title for rule in catalogue.rules()}
    return [
        f"| [{titles[rule]}](../duties/{rule}.md) | {matter} | {state} |"
        for rule, matter, state in step.duties
    ]


def _figures(step: Step) -> list[str]:
    return [
        f"| {catalogue.measure(key).title} (`{key}`) | {counted} | {of} |"
        for key, counted, of in step.figures
    ]
