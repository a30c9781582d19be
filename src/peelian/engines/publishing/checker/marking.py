"""Marks in a text: which signs are marked, by which notes, and what stands behind them."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from itertools import pairwise

from peelian.engines.publishing.checker.findings import Verdict

# The number of a note, its verdict, and from and to in the text.
Mark = tuple[int, Verdict, tuple[int, int]]
# Where marks overlap, the one that has to be looked at gives its look.
GRAVEST = (Verdict.DOES_NOT_FOLLOW, Verdict.CANNOT, Verdict.AGREES)


def marked(
    text: str,
    marks: Iterable[Mark],
    *,
    classes: Mapping[Verdict, str],
    begun: set[int] | None = None,
) -> str:
    """The text as HTML, escaped, with <mark> round what is marked and links to the notes behind.

    Marks may overlap and repeat: the text is cut where any begins or ends, so that nothing is
    written twice. The first mark of a note bears the address to which the note links back;
    ``begun`` holds the notes that have theirs in an earlier text of the same part.
    """
    kept = [
        (number, verdict, (max(first, 0), min(last, len(text))))
        for number, verdict, (first, last) in marks
    ]
    begun = set() if begun is None else begun
    cuts = sorted({0, len(text), *(edge for _n, _v, span in kept for edge in span)})
    cuts = [cut for cut in cuts if 0 <= cut <= len(text)]
    # Thousands of marks may lie in one text: each is taken up and laid down once.
    waiting = sorted(range(len(kept)), key=lambda at: kept[at][2][0], reverse=True)
    open_now: list[int] = []
    written = []
    for first, last in pairwise(cuts):
        while waiting and kept[waiting[-1]][2][0] <= first:
            open_now.append(waiting.pop())
        open_now = sorted(at for at in open_now if last <= kept[at][2][1])
        over = [kept[at] for at in open_now]
        piece = escape(text[first:last])
        if not over:
            written.append(piece)
            continue
        ended = [one for one in over if one[2][1] == last]
        written.append(_mark(piece, over, classes, begun) + _links(ended))
    # A mark without any signs, as in an empty cell, still needs its address.
    lost = [one for one in kept if one[2][0] >= one[2][1] and one[0] not in begun]
    written.extend(_mark("", [one], classes, begun) + _links([one]) for one in lost)
    return "".join(written)


def _mark(piece: str, over: Sequence[Mark], classes: Mapping[Verdict, str], begun: set[int]) -> str:
    gravest = min((verdict for _number, verdict, _span in over), key=GRAVEST.index)
    made = f'<mark class="{classes[gravest]}">{piece}</mark>'
    for number in dict.fromkeys(number for number, _verdict, _span in over):
        if number not in begun:
            made = f'<span id="figure-{number}">{made}</span>'
    begun.update(number for number, _verdict, _span in over)
    return made


def _links(ended: Sequence[Mark]) -> str:
    return "".join(
        f' <a class="note" href="#note-{number}">[{verdict.value}, note {number}]</a>'
        for number, verdict in dict.fromkeys((number, verdict) for number, verdict, _s in ended)
    )
