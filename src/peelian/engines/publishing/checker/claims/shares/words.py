"""The words that bind a percentage to its counts, and those that say it is something else."""

from typing import Final

from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.phrases import lexicon

_SAYING: Final = (
    *("is", "was", "means", "meant", "gives", "gave", "makes", "made"),
    *("represents", "represented", "equates", "equated", "equals", "equalled"),
)

SHARE: Final = lexicon(
    # What may stand between "of" and the whole.
    D="the all its our their a an both some total a_total_of the_total a_sample_of the_total_of "
    "overall every his her your my only just the_full those_same",
    # What points back to a whole that was named before.
    A="these those them whom which this it",
    # What sets a percentage equal to the counts before it, or the other way round.
    C="or equivalent equating equates equated representing represents represented constituting "
    "constitutes constituted comprising corresponding namely equal equalling equalled giving "
    "gives gave i.e ie meaning accounting accounts accounted amounting amounts amounted making_up "
    "made_up makes_up make_up for_a_rate_of a_rate_of a_proportion_of translating translates "
    "working_out works_out which_amounts_to which_comes_to which_works_out_at making equivalently "
    "being is was were are equal_to equivalent_to amounting_to equating_to corresponding_to "
    "translating_to which_is_equal_to which_is_equivalent_to in_other_words that's totalling "
    "numbering "
    + " ".join(f"{one}_{verb}" for one in ("which", "that", "this") for verb in _SAYING),
    R="respectively",
    # What says that the whole is the one named before.
    E="of_the_total of_the_whole of_total of_all_of_them of_them_all",
    # What leads from a whole to its part.
    G="led_to resulted_in resulting_in leading_to yielded",
    # What opens a sentence that names the whole first.
    B="among amongst across in",
    F="from",
    O="out_of",
    # What never stands between "of" and the whole that it is of.
    X="against for to by on at with and but as than per after before during since until into over "
    "under while when where who that if not had has have do did said agreed",
    # A number after these is a percentage though no sign says so.
    T="percentage percentages rate proportion share turnover turnout",
)

CONFIDENCE: Final = words("confidence ci cis credible prediction significance level cri")
"""What follows a percentage that says how sure somebody is, and nothing of the world."""

NARROWING: Final = words("who that which with where aged weighted whose having in from by")
"""Words after a whole that may make it smaller than its number."""

COMPARING: Final = words("versus vs compared group groups arm arms while whereas than")
"""Words that set groups side by side."""

TOTALS: Final = words("total totalling sample overall altogether cohort population")
"""Words before a number that call it a whole."""

OCCASIONS: Final = words("time occasion one")
"""What names no kind of thing of its own: "774 completed ones"."""
