"""Names and sentences of the comparison page."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from peelian.engines.comparisons.compared import Band, Chance, Compared, Funnel, Zone
from peelian.engines.measures.kinds import Measure
from peelian.engines.publishing.comparison import ReleasedComparison
from peelian.engines.publishing.sentences import force_name
from peelian.web.components.figures import level
from peelian.web.public.compare_filters import CONTROL, PEERS

# What every force is called: left out on charts, where there is room for a place alone.
ENDINGS = (" Police Service", " Police", " Constabulary")
TERRITORIAL_FORCES = 43
BY_NATURE = 14
# How much wider a funnel is at its small end before a reader would call it wider.
FLARED = 1.1


def short_name(slug: str) -> str:
    """A force by its place alone, for labels on charts."""
    name = force_name(slug)
    return next((name.removesuffix(end) for end in ENDINGS if name.endswith(end)), name)


def question(measure: Measure, *, show: str, own: str) -> str:
    """The heading of the page: what is asked of whom."""
    title = measure.title
    lowered = title[:1].lower() + title[1:] if title[1:2].islower() else title
    text = _("How do forces compare on {measure}?")
    if own and show == PEERS:
        text = _("How does {force} compare with forces like it on {measure}?")
    elif own and show == CONTROL:
        text = _("{force}: is anything unusual in {measure}?")
    return text.format(measure=lowered, force=force_name(own))


def band_words(band: Band) -> str:
    """Where a force lies against the lines at one standard deviation."""
    words = {
        "above": _("above the upper line"),
        "within": _("between the lines"),
        "below": _("below the lower line"),
    }
    return words[band]


def zone_words(zone: Zone | None) -> str:
    """Where a force lies against the funnel."""
    if zone is None:
        return ""
    words = {
        "far above": _("far above: outside the 99.8% limits"),
        "above": _("above: outside the 95% limits"),
        "within": _("within the limits"),
        "below": _("below: outside the 95% limits"),
        "far below": _("far below: outside the 99.8% limits"),
    }
    return words[zone]


def deviations_words(one: Compared) -> str:
    """How many standard deviations a force lies from the mean: "1.4 above"."""
    if not one.deviations:
        return _("at the mean")
    text = _("{number} above") if one.deviations > 0 else _("{number} below")
    return text.format(number=f"{abs(one.deviations):.1f}")


def standing(found: ReleasedComparison, own: str) -> tuple[str, ...]:
    """Where the own force stands by each rule, or why it is set aside; else empty."""
    comparison = found.comparison
    one = comparison.force(own)
    if not own or comparison.refusal or comparison.lines is None:
        return ()
    if one is None:
        return tuple(
            _("{force} is not compared. {reason}").format(force=force_name(own), reason=each.reason)
            for each in comparison.set_aside
            if each.force == own
        )
    mean = level(found.shown[own], comparison.lines.mean)
    sentences = [
        _("{force} ranks {rank} of {forces} from the highest and lies {band}, {mean}.").format(
            force=found.shown[own].force,
            rank=one.rank,
            forces=len(comparison.forces),
            band=_by_lines(one.band),
            mean=mean,
        )
    ]
    if one.zone is not None:
        sentences.append(_by_funnel(one.zone))
    return tuple(sentences)


def usual(found: ReleasedComparison) -> str:
    """What is usual among the forces, where none is picked out."""
    forces, lines = found.comparison.forces, found.comparison.lines
    if lines is None:
        return ""
    like = found.shown[forces[0].force]
    return _(
        "{title}, {period}: the mean of {forces} forces is {mean}, from {lowest} in {low} to "
        "{highest} in {high}."
    ).format(
        title=found.measure.title,
        period=like.cell.period.in_words,
        forces=len(forces),
        mean=level(like, lines.mean),
        lowest=found.shown[forces[-1].force].value,
        low=force_name(forces[-1].force),
        highest=like.value,
        high=force_name(forces[0].force),
    )


def _by_lines(band: Band) -> str:
    words = {
        "above": _("more than one standard deviation above the mean of forces"),
        "within": _("within one standard deviation of the mean of forces"),
        "below": _("more than one standard deviation below the mean of forces"),
    }
    return words[band]


def _by_funnel(zone: Zone) -> str:
    words = {
        "far above": _("For its size it lies far above: outside the funnel's 99.8% limits."),
        "above": _("For its size it lies above: outside the funnel's 95% limits."),
        "within": _("For its size it lies within the limits of the funnel."),
        "below": _("For its size it lies below: outside the funnel's 95% limits."),
        "far below": _("For its size it lies far below: outside the funnel's 99.8% limits."),
    }
    return words[zone]


def by_nature(chance: Chance) -> str:
    """How many forces the rule of one standard deviation sets apart whatever they do."""
    if chance.forces == TERRITORIAL_FORCES:
        usual = _(
            "The rule of one standard deviation sets about {nature} of {all} forces apart by its "
            "nature"
        ).format(nature=BY_NATURE, all=TERRITORIAL_FORCES)
    else:
        usual = _(
            "The rule of one standard deviation sets about {nature} of {all} forces apart by its "
            "nature, and so about {expected} of these {forces}"
        ).format(
            nature=BY_NATURE,
            all=TERRITORIAL_FORCES,
            expected=f"{chance.expected:.0f}",
            forces=chance.forces,
        )
    return _("{usual}; here it sets {flagged} apart.").format(usual=usual, flagged=chance.flagged)


def lines_heading(forces: Sequence[Compared]) -> str:
    """What the chart of bars shows."""
    above = sum(one.band == "above" for one in forces)
    below = sum(one.band == "below" for one in forces)
    return _(
        "{outside} of {forces} forces lie outside one standard deviation of the mean: {above} "
        "above, {below} below"
    ).format(outside=above + below, forces=len(forces), above=above, below=below)


def funnel_heading(forces: Sequence[Compared]) -> str:
    """What the funnel shows."""
    outside = sum(one.zone not in (None, "within") for one in forces)
    if not outside:
        return _("No force lies outside the limits of the funnel")
    return _("{outside} of {forces} forces lie outside the 95% limits of the funnel").format(
        outside=outside, forces=len(forces)
    )


def size_words(funnel: Funnel) -> str:
    """Whether the size of a force matters to where it may be expected to lie."""
    widths = [each.upper95 - each.lower95 for each in (funnel.curve[0], funnel.curve[-1])]
    if widths[0] > FLARED * widths[1]:
        return _(
            "The smaller a force, the more its figure moves by chance: the limits are wider on "
            "the left."
        )
    return _(
        "These forces are so large that chance moves their figures little: the limits hardly "
        "depend on size."
    )


def overdispersion_words(funnel: Funnel) -> str:
    """How much more forces differ than chance would have it, and what was done about it."""
    number = f"{funnel.overdispersion:,.1f}"
    if funnel.adjusted:
        return _(
            "Forces differ more than chance explains (overdispersion {number}; chance alone would "
            "give 1 or less). The limits are widened to allow for it, so that a force outside them "
            "stands out among forces that all differ."
        ).format(number=number)
    return _(
        "Forces differ no more than chance explains (overdispersion {number}; chance alone would "
        "give 1 or less), so the limits are not widened."
    ).format(number=number)


def rule_of(chance: Chance) -> str:
    """A rule, with a capital for the first column of a table."""
    return chance.rule[:1].upper() + chance.rule[1:]
