"""Copies of a report in which numbers are changed so that they contradict each other.

Seeded: copy 7 is the same today and tomorrow. Run as a script it writes the copies to a folder,
with a list of what was changed: ``PYTHONPATH=tests python -m
engines.publishing.checker.perturbing REPORT FOLDER``.
"""

import random
import sys
from dataclasses import dataclass
from pathlib import Path

from engines.publishing.checker.checkable import RELATIONS, Figure, Relation

COPIES = 20
MOST = 4
SEED = 20_240_607
WORDS = ("two", "three", "five", "six", "seven", "eight")


@dataclass(frozen=True)
class Copy:
    """A changed report: the new text of every figure that changed, and what is broken by it."""

    number: int
    text: str
    changed: dict[Figure, str]
    broken: tuple[Relation, ...]


def printed(relation: Relation, changed: dict[Figure, str]) -> dict[str, str]:
    """The numbers of a relation, by name, as a copy prints them, with those beside it."""
    figures = {**relation.figures, **relation.beside}
    return {name: changed.get(one, one.text) for name, one in figures.items()}


def copies(text: str, seed: int = SEED, many: int = COPIES) -> list[Copy]:
    """So many changed copies, each with one to four changes, no two in one line.

    Every relation has its turn to be the first that is broken.
    """
    chance = random.Random(seed)
    return [copy(text, number, chance) for number in range(1, many + 1)]


def copy(text: str, number: int, chance: random.Random) -> Copy:
    changed: dict[Figure, str] = {}
    wanted = chance.randint(1, MOST)
    while len(changed) < wanted:
        turn = RELATIONS[(number - 1) % len(RELATIONS)]
        relation = chance.choice(RELATIONS) if changed else turn
        figure = chance.choice(list(relation.figures.values()))
        if any(one.line == figure.line for one in changed):
            continue
        value = other(figure, chance)
        if value != figure.text and relation.broken(printed(relation, {figure: value})):
            changed[figure] = value
    broken = tuple(
        one
        for one in RELATIONS
        if any(figure in changed for figure in (*one.figures.values(), *one.beside.values()))
        and one.broken(printed(one, changed))
    )
    return Copy(number, replaced(text, changed), changed, broken)


def other(figure: Figure, chance: random.Random) -> str:
    """Another number of the same look: near by, far off, or with two digits the wrong way round."""
    if figure.words:
        return chance.choice(WORDS)
    places = len(figure.text.partition(".")[2])
    unit = 10**places
    value = round(float(figure.text) * unit)
    way = chance.randrange(3)
    if way == 0:
        value += chance.choice((-1, 1)) * chance.randint(1, 9)
    elif way == 1:
        value = round(value * chance.choice((chance.uniform(0.4, 0.9), chance.uniform(1.1, 1.9))))
    else:
        digits = list(str(value))
        at = chance.randrange(len(digits) - 1)
        digits[at], digits[at + 1] = digits[at + 1], digits[at]
        value = int("".join(digits))
    return f"{max(1, value) / unit:.{places}f}"


def replaced(text: str, changed: dict[Figure, str]) -> str:
    """The report with its figures changed; each must stand where the table says, once."""
    lines = text.split("\n")
    for figure, value in changed.items():
        line = lines[figure.line - 1]
        start, end = place(line, figure)
        lines[figure.line - 1] = f"{line[:start]}{value}{line[end:]}"
    return "\n".join(lines)


def place(line: str, figure: Figure, value: str | None = None) -> tuple[int, int]:
    """Where a figure starts and ends on its line, as printed in the report or changed."""
    wanted = value or figure.text
    found = [
        at + len(figure.before)
        for at in range(len(line))
        if line.startswith(figure.before + wanted, at)
        and not line[at + len(figure.before) + len(wanted) :][:1].isdigit()
    ]
    if len(found) != 1:
        raise ValueError(f"Line {figure.line} has {figure.before + wanted!r} {len(found)} times.")
    return found[0], found[0] + len(wanted)


def main(report: str, folder: str) -> None:
    """Write the copies and a list of their changes."""
    text = Path(report).read_text(encoding="utf-8")
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    with (target / "changes.csv").open("w", encoding="utf-8") as listed:
        listed.write("copy,line,from,to,breaks\n")
        for one in copies(text):
            (target / f"copy-{one.number:02d}.txt").write_text(one.text, encoding="utf-8")
            for figure, value in one.changed.items():
                names = "; ".join(
                    relation.name for relation in one.broken if figure in relation.figures.values()
                )
                listed.write(f"{one.number},{figure.line},{figure.text},{value},{names}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
