"""Words of change, and the row of a sentence in which they are told apart.

Each item of the row gets one letter. The capitals are: ``U`` up, ``D`` down, ``C`` a change either
way, ``M`` more, ``L`` less, ``T`` than, ``F`` from, ``O`` to, ``B`` by, ``V`` compared with, ``N``
on or since, ``K`` a word that begins another thought, ``A`` and.
"""

from collections.abc import Sequence
from typing import Final

from peelian.engines.publishing.checker.language.item import Item
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.phrases import Lexicon, lexicon, tags
from peelian.engines.publishing.checker.language.quantities import Quantity, What
from peelian.engines.publishing.checker.language.rows import Row

UP, DOWN = 1, -1
_WITH_UP: Final = words(
    "make makes made making set sets setting follow followed sign signed take takes taken took "
    "pick picked end ended back backed turn turned speak"
)
"""Verbs that take "up" without any rise: "made up 18 percent"."""
_WITH: Final = {"up": _WITH_UP, "with": words("dealt deal deals dealing met worked")}
LETTERS: Final[Lexicon] = lexicon(
    U="up increase increases increased increasing rise rises rose risen rising grow grows grew "
    "grown growing growth climb climbs climbed climbing jump jumps jumped jumping "
    "surge surged surging soar soared soaring uplift upturn upsurge uptick raised raising "
    "expanded expansion escalated leapt leap swelled swollen lengthened widened advanced advancing "
    "rocketed skyrocketed spiked ballooned mushroomed rebounded rallied mounted strengthened "
    "accelerated heightened bounced firmed gained added lengthening widening",
    D="down decrease decreases decreased decreasing fall falls fell fallen falling drop drops "
    "dropped dropping decline declines declined declining reduce reduces reduced reducing "
    "reduction cut cuts cutting shrank shrunk shrinking slump slumped slid plunge plunged "
    "plummeted dip dipped tumbled eased downturn slipped shortened narrowed sank sunk "
    "contracted receded retreated diminished dwindled crashed collapsed weakened softened lowered "
    "trimmed slashed sliding slimmed lessened nosedived loss shortening narrowing",
    C="change changes changed changing difference movement swing variation improvement improved "
    "improving improve gain gains lead saving savings worsened worsening deteriorated "
    "deterioration moved went gap",
    M="more higher greater above longer larger bigger extra additional",
    L="fewer less lower below shorter smaller",
    T="than",
    F="from",
    O="to",
    B="by",
    V="compared_with compared_to against versus vs as_against in_comparison_with in_comparison_to "
    "rather_than",
    N="on since",
    K="while whereas but although though however with including which where when of_which "
    "rather instead",
    A="and",
)
_SPANS: Final = words(
    "the last past next first previous every these those in within for during after per each "
    "recent final same"
)
"""Words after which a duration is the period of a report and no figure of it: "the 12 months"."""
NOUNS: Final = words(
    "increase rise growth jump gain surge uplift upturn upsurge uptick expansion leap decrease "
    "fall drop decline reduction cut slump dip downturn saving change difference movement swing "
    "variation improvement deterioration climb gap"
)
"""Words of change that may stand after the size of it: "a 12 percent rise"."""


def letters(row: Sequence[Item]) -> str:
    """One letter for each item of a row."""
    row = row if isinstance(row, Row) else Row(row)
    found = list(tags(row, LETTERS))
    for at in row.places.get("\u2192", ()):
        found[at] = "O"
    for word, verbs in _WITH.items():
        for at in row.places.get(word, ()):
            if at and row.texts[at - 1] in verbs:
                found[at] = "w"
    for at, item in enumerate(row):
        if item.quantity is not None and (
            item.quantity.what in (What.BASE, What.PER)
            or (at and row[at - 1].tag in "=<>g")
            or (at + 1 < len(row) and row[at + 1].text in ("confidence", "ci"))
            or (item.quantity.what is What.DURATION and at and row[at - 1].text in _SPANS)
            or (item.quantity.what is What.COUNT and _counts_moves(row, at))
        ):
            found[at] = "z"
    return "".join(found)


_MOVES: Final = words("increases rises falls decreases drops declines reductions gains jumps cuts")
_IN_A_ROW: Final = words("consecutive successive straight year-on-year quarterly monthly annual")


def _counts_moves(row: Sequence[Item], at: int) -> bool:
    """Whether a number counts changes and is no level: "after four year-on-year increases"."""
    ahead = [one.text for one in row[at + 1 : at + 4]]
    return bool(ahead) and (
        ahead[0] in _MOVES or (ahead[0] in _IN_A_ROW and bool(_MOVES & {*ahead[1:]}))
    )


_RANKED: Final = words("rank ranked ranking rankings place places position league grade")
_OF_QUALITY: Final = words(
    "performance service compliance timeliness standard standards quality efficiency"
)


def may_fall_to_rise(row: Sequence[Item], figure: Quantity) -> bool:
    """Whether words of direction can be held against figures: a rise in the ranks is a fall.

    Nor is a performance that fell from 8 minutes to 12 contradicted by its figures.
    """
    said = {one.text for one in row}
    return not said & _RANKED and not (figure.what is What.DURATION and said & _OF_QUALITY)
