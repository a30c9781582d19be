"""A figure card as facts in words: what was counted, out of what, how sure, what is not known."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from peelian.engines.measures.kinds import Count, Measure, Rate, RateRatio, Share, Typical
from peelian.engines.publishing.card import Card
from peelian.engines.publishing.days import day_in_words
from peelian.web.components.parts import Link, SummaryRow
from peelian.web.sides import Side


def numbers(card: Card, snapshot: str, side: Side) -> tuple[SummaryRow, ...]:
    """The figure taken apart. `snapshot` is the query that keeps links on the card's snapshot."""
    if not card.shown.ok:
        return ()
    rows = dict(card.rows)
    facts = [*_counts(card), _likely_range(card), SummaryRow(_("Not known"), _unknown(card))]
    facts += [
        SummaryRow(
            _("Rows it is out of") if part == "among" else _("Rows counted"),
            _("{shown} shown of {counted} counted").format(
                shown=f"{totals.shown:,}", counted=f"{totals.counted:,}"
            ),
            Link(_("See the rows"), side.url("rows", card.address, part) + snapshot),
        )
        for part, totals in rows.items()
    ]
    facts.append(SummaryRow(_("Signed off"), card.signed_off))
    return tuple(facts)


def definition(measure: Measure) -> tuple[SummaryRow, ...]:
    """Since when the measure is defined so, who owns it and whether forces may be compared."""
    return (
        *(
            SummaryRow(
                _("Version {number}").format(number=version.number),
                _("From {day}. {reason}").format(
                    day=day_in_words(version.since), reason=version.reason
                ),
            )
            for version in reversed(measure.versions)
        ),
        SummaryRow(
            _("Owner"),
            _("{owner}. To be reviewed by {day}.").format(
                owner=measure.owner, day=day_in_words(measure.review_by)
            ),
        ),
    )


def cautions(card: Card) -> tuple[str, ...]:
    """What to beware of: of this figure first, then of every figure of the measure."""
    measure = card.measure
    notes = card.shown.cell.notes if card.shown.ok else ()
    compare = (
        measure.comparable.reason
        if measure.comparable.allowed
        else _("Do not compare forces on this. {reason}").format(reason=measure.comparable.reason)
    )
    return (*notes, *card.warnings, *measure.cautions, compare)


def _counts(card: Card) -> Iterator[SummaryRow]:
    shown, measure, parts = card.shown, card.measure, card.shown.cell.parts
    match measure:
        case Share():
            yield SummaryRow(_("Counted"), shown.numerator)
            yield SummaryRow(_("Out of"), f"{shown.denominator} {measure.among_words}")
        case Rate(per=per):
            yield SummaryRow(_("Counted"), shown.numerator)
            yield SummaryRow(_("Out of"), f"{shown.denominator} {per.title}\n{per.authority}")
        case RateRatio(per=per, group=group, compared=(one, other)):
            title = group.title.partition(" (")[0].lower()
            people = parts["population"], parts["population compared"]
            told = _("{counted}, among {people} {per}")
            yield SummaryRow(
                _("Counted in {group} {one}").format(group=title, one=one),
                told.format(counted=shown.numerator, people=f"{people[0]:,.0f}", per=per.title),
            )
            yield SummaryRow(
                _("Held against {group} {other}").format(group=title, other=other),
                told.format(counted=shown.denominator, people=f"{people[1]:,.0f}", per=per.title)
                + f"\n{per.authority}",
            )
        case Typical():
            yield SummaryRow(_("Counted"), f"{shown.numerator} {measure.among_words}")
            if (tail := shown.tail) is not None:
                yield SummaryRow(
                    _("Nine in ten took"), _("{value} or less").format(value=tail.ninth)
                )
                if tail.over:
                    yield SummaryRow(
                        _("Of those whose limit is known"), f"{tail.over} {measure.over_words}"
                    )
                if tail.mean:
                    yield SummaryRow(_("Mean, which a few long ones move"), tail.mean)
        case _:
            yield SummaryRow(_("Counted"), shown.numerator)


def _likely_range(card: Card) -> SummaryRow:
    interval, shown = card.interval, card.shown
    if interval is None:
        told = _("None: this is a plain count of what the files hold.")
        if not isinstance(card.measure, Count):
            told = _("None: there are too few cases for one.")
    else:
        told = _("{lower} to {upper}\n{method}, 95%. {assumes}").format(
            lower=shown.lower, upper=shown.upper, method=interval.name, assumes=interval.assumes
        )
    return SummaryRow(_("Likely range"), told)


def _unknown(card: Card) -> str:
    """What is not known, beside what is; refused rows are not known either."""
    measure, cell = card.measure, card.shown.cell
    unknown = cell.unknown or 0
    match measure:
        case Count(distinct=str() as field) | Share(distinct=str() as field):
            told = ngettext(
                "{number} row without {field}, which cannot be told apart and is left out",
                "{number} rows without {field}, which cannot be told apart and are left out",
                unknown,
            ).format(number=card.shown.unknown, field=field)
            if not unknown:
                told = _("Nothing: every row has a {field}").format(field=field)
        case Count(weight=str()) | Rate(weight=str()):
            told = ngettext(
                "{number} line of the source without a number",
                "{number} lines of the source without a number",
                unknown,
            ).format(number=card.shown.unknown)
        case RateRatio():
            low = cell.parts["lowest if all unknown were compared"]
            high = cell.parts["highest if all unknown were counted"]
            told = ngettext(
                "{number} row whose group is not recorded: had it been known, the ratio could lie "
                "anywhere from {low} to {high}",
                "{number} rows whose group is not recorded: had it been known, the ratio could lie "
                "anywhere from {low} to {high}",
                unknown,
            ).format(number=card.shown.unknown, low=f"{low:.2f}", high=f"{high:.2f}")
        case Share() | Typical():
            told = ngettext(
                "{number} row of which it is not known whether it counts",
                "{number} rows of which it is not known whether they count",
                unknown,
            ).format(number=card.shown.unknown)
        case _:
            told = _("Nothing: every row either counts or does not")
    refused = card.sources.refused
    if refused:
        told += ngettext(
            ". {number} row of the files was refused, and may belong here",
            ". {number} rows of the files were refused, and may belong here",
            refused,
        ).format(number=f"{refused:,}")
    return f"{told}."
