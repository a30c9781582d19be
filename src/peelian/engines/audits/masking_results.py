"""Finds in a text what came of it: what was found, and what became of the person."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import chain

from peelian.engines.audits.masking_spans import Span, alternatives, phrases, whole
from peelian.engines.audits.masking_words import BEFORE, ENDS, FINDS, ON_BODY, TURNS

SENTENCE = re.compile(r"[^.;\n!?]+(?:\.(?=\w)[^.;\n!?]*)*")
CLAUSE = re.compile(
    r",\s+|\s+-\s+|:\s+|\s+(?:and(?!\s+(?:later|then|subsequently))|that|as|because|so|when|who|which|after|but|he|she)\s+",
    re.IGNORECASE,
)
FIND = re.compile(whole(rf"(?i:{alternatives(FINDS)})"))
EARLIER = re.compile(whole(rf"(?i:{alternatives(BEFORE)})"))
TURN = re.compile(rf",?\s+(?i:{alternatives(TURNS)})(?!\w)")
WAS_ON = re.compile(
    whole(
        rf"(?i:(?:was|were)\s+(?:in|inside|under|down)\s+(?:his|her|their)\s+(?:\w+\s+)?(?:{alternatives(ON_BODY)}))"
    )
)
OUTCOME = re.compile(
    r"(?i:\boutcome\s+(?:code\s+)?\d{1,2}[a-z]?\b|\b(?:crime|incident|file)\s+filed\b)"
)


def results(text: str) -> Iterator[Span]:
    """Where a text tells the result: whole phrases, and clauses with a verb of finding.

    A clause of that kind goes to the end of its sentence, or to a "but". What was found before, by
    others, or as somebody said, is grounds, and stays.
    """
    yield from phrases(text, ENDS)
    yield from (found.span() for found in OUTCOME.finditer(text))
    for sentence in SENTENCE.finditer(text):
        yield from _clauses(sentence.group(), sentence.start())


def _clauses(sentence: str, offset: int) -> Iterator[Span]:
    lead = len(sentence) - len(sentence.lstrip())
    starts = [lead, *(found.end() for found in CLAUSE.finditer(sentence))]
    ends = [*(found.start() for found in TURN.finditer(sentence)), len(sentence.rstrip())]
    earlier = [found.start() for found in EARLIER.finditer(sentence)]
    done = -1
    for found in sorted(
        one.span() for one in chain(FIND.finditer(sentence), WAS_ON.finditer(sentence))
    ):
        start = starts[max(0, bisect_right(starts, found[0]) - 1)]
        end = ends[min(bisect_left(ends, found[1]), len(ends) - 1)]
        if end <= done:
            continue
        place = bisect_left(earlier, start)
        if place == len(earlier) or earlier[place] >= end:
            yield offset + start, offset + end
            done = end
