"""What keeps a change from being registered, by the field in which it would be mended."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from difflib import get_close_matches
from typing import Final

from peelian.engines.evaluations.design import Comparison, Design, Window
from peelian.engines.evaluations.models import Evaluation
from peelian.engines.evaluations.reckoning import DOWN, UP, why_never
from peelian.engines.measures.calculate import calculate
from peelian.engines.measures.kinds import Measure
from peelian.engines.measures.request import FORCE, BadRequest, Request, request
from peelian.engines.measures.sampled import Sampled
from peelian.engines.measures.status import Status
from peelian.engines.measures.tables import TableSource
from peelian.records.months import in_words, shift

LONGEST_TITLE: Final = 200
LONGEST_WORDS: Final = 2000
# Longer than this nobody remembers what was meant. Peelian's default.
LATEST: Final = timedelta(days=5 * 366)


def wrong_with(
    one: Evaluation,
    measure: Measure,
    design: Design,
    *,
    accepted: bool,
    where: Mapping[str, tuple[str, ...]],
    today: date,
    tables: TableSource,
) -> dict[str, str]:
    """What is wrong, a sentence by field; empty where the change can be registered."""
    errors = dict(_wrong(one, measure, design, accepted, where, today))
    if not set(errors) - {"accepted"}:
        errors |= dict(_no_range(measure, design, where, one.force_id, tables))
    return errors


def earliest_check(measure: Measure, design: Design) -> date:
    """The first day on which the last month that is needed can be over."""
    follow_up = measure.follow_up
    months = 1 + ((follow_up.months or 0) if follow_up else 0)
    return date.fromisoformat(f"{shift(design.last, months)}-01")


def _wrong(
    one: Evaluation,
    measure: Measure,
    design: Design,
    accepted: bool,
    where: Mapping[str, tuple[str, ...]],
    today: date,
) -> Iterator[tuple[str, str]]:
    """What is wrong, by field; the first fault of a field counts last and so stands."""
    for name, said, what, longest in (
        ("title", one.title, "what changes, in a few words", LONGEST_TITLE),
        ("words", one.words, "what is done otherwise, and for whom", LONGEST_WORDS),
        ("what_counts", one.what_counts, "what would count as a success", LONGEST_WORDS),
    ):
        if not said:
            yield name, f"Write {what}."
        elif len(said) > longest:
            yield name, f"Use at most {longest:,} characters; these are {len(said):,}."
    if why := why_never(measure):
        yield "measure", why
    if one.wanted not in (UP, DOWN):
        yield "wanted", "Choose which way the figure is meant to go."
    if not accepted:
        yield "accepted", "Read what this comparison cannot rule out, and accept it."
    yield from _wrong_units(measure, design, where, one.force_id)
    yield from _wrong_days(one, measure, design, today)


def _wrong_days(
    one: Evaluation, measure: Measure, design: Design, today: date
) -> Iterator[tuple[str, str]]:
    if not design.starts:
        return
    if design.starts_on <= today:
        yield (
            "starts",
            "A change is registered before it starts, so that nobody can choose the test after "
            f"seeing the figures. It would have to start after {today.day} {today:%B %Y}.",
        )
        return
    if not design.windows:
        yield (
            "last",
            "No whole month is left before the change, or after it, or nobody to compare with. "
            "Begin earlier, or end later.",
        )
        return
    earliest = earliest_check(measure, design)
    if one.check_on < earliest:
        yield (
            "check_on",
            f"{in_words(design.last)} must be over and its cases followed up: the earliest day is "
            f"{earliest.day} {earliest:%B %Y}.",
        )
    elif one.check_on > today + LATEST:
        yield "check_on", "Choose a day within five years."


def _wrong_units(
    measure: Measure, design: Design, where: Mapping[str, tuple[str, ...]], force_id: str
) -> Iterator[tuple[str, str]]:
    known = {dimension.key for dimension in measure.by}
    for name in where:
        if name not in known or name == FORCE:
            yield "narrowed", f"{measure.short} cannot be narrowed by {name}."
    if design.comparison is Comparison.BEFORE:
        if design.told_apart_by or any(design.starts) or design.others:
            yield "comparison", "Before and after is of the whole: name nobody else."
        elif not design.starts:
            yield "starts", "Enter the first day of the change."
        return
    if design.told_apart_by not in known or design.told_apart_by in where:
        yield "told_apart_by", "Choose by what those with and without the change are told apart."
        return
    if not design.starts or not all(design.starts):
        yield "starts", "Name who has the change, and from which day."
        return
    if set(design.starts) & set(design.others):
        yield "others", "Nobody can have the change and be held against it."
    if design.told_apart_by == FORCE and set(design.starts) != {force_id}:
        yield "starts", "Between forces, the one that has the change is your own."
    if design.comparison is Comparison.MATCHED:
        if not design.others:
            yield "others", "Name at least one without the change."
        if len(set(design.starts.values())) > 1:
            yield "starts", "With one start each, choose the comparison by steps."
    elif len(design.starts) < 2:
        yield "starts", "Steps need two or more who begin one after the other."


def _no_range(
    measure: Measure,
    design: Design,
    where: Mapping[str, tuple[str, ...]],
    force_id: str,
    tables: TableSource,
) -> Iterator[tuple[str, str]]:
    """What can be seen of the figures already: names that do not exist, samples without a range."""
    try:
        request(measure, where=where)
    except BadRequest as error:
        yield "narrowed", str(error)
        return
    if unknown := _unknown_units(measure, design, force_id, tables):
        yield unknown
        return
    for window in design.windows:
        try:
            found = calculate(_asked(measure, design, window, where, force_id), tables)
        except BadRequest as error:
            yield "starts", str(error)
            return
        of_no_lot = any(cell.status is Status.OK and cell.lower is None for cell in found.cells)
        if isinstance(measure, Sampled) and of_no_lot:
            yield (
                "measure",
                "Its figures are of whoever answered, or of files that were chosen: they describe "
                "themselves, so no change of them can be judged.",
            )


def _unknown_units(
    measure: Measure, design: Design, force_id: str, tables: TableSource
) -> tuple[str, str] | None:
    """Names that no loaded row has: they would be found misspelt when it is too late to mend."""
    if not design.told_apart_by:
        return None
    of_force = design.told_apart_by != FORCE and any(one.key == FORCE for one in measure.by)
    asked = request(
        measure, by=(design.told_apart_by,), where={FORCE: force_id} if of_force else None
    )
    cells = calculate(asked, tables).cells
    known = {name for cell in cells if (name := cell.at(design.told_apart_by)) is not None}
    for field, names in (("starts", design.starts), ("others", design.others)):
        strange = [name for name in names if name not in known]
        if known and strange:
            close = get_close_matches(strange[0], known, n=2, cutoff=0.3) or sorted(known)[:3]
            return field, f"No row has '{strange[0]}'. Perhaps {' or '.join(close)}?"
    return None


def _asked(
    measure: Measure,
    design: Design,
    window: Window,
    where: Mapping[str, tuple[str, ...]],
    force_id: str,
) -> Request:
    conditions = dict(where)
    if window.units:
        conditions[design.told_apart_by] = (*window.units, *window.others)
    if design.told_apart_by != FORCE and any(one.key == FORCE for one in measure.by):
        conditions[FORCE] = (force_id,)
    return request(measure, where=conditions, first=window.before.first, last=window.before.last)
