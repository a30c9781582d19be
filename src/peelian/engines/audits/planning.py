"""Planning a run: what is asked, of which records, how many, and where the seed will come from."""

import secrets
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from django.db import transaction

from peelian.access.standing import local_day
from peelian.access.user import User
from peelian.engines.audits.declared import Audit
from peelian.engines.audits.errors import WrongPlan
from peelian.engines.audits.models import Run
from peelian.engines.audits.running import check_runs, write
from peelian.engines.audits.seeds import SEALED_SOURCE, new_seed
from peelian.engines.audits.sizing import Size, preview
from peelian.engines.duties.settings import setting_on
from peelian.records.drawn import CHOSEN, METHODS, RANDOM, WHOLE
from peelian.records.months import MONTH, between
from peelian.records.store.reader import Reader
from peelian.spine.force import forces
from peelian.trail.verbs import Verb as Deed

LONGEST_TITLE: Final = 200
LONGEST_SOURCE: Final = 300
# More than these nobody reviews, and a frame of more nobody downloads. Peelian's default.
MOST_FILES: Final = 5000
MOST_MONTHS: Final = 120
PLANNED_DESIGNS: Final = (RANDOM, CHOSEN, WHOLE)
MONTHLY: Final = "month"


def plan(
    audit: Audit,
    *,
    force_id: str,
    title: str,
    first: str,
    last: str,
    narrowed: Mapping[str, Sequence[str]] | None = None,
    design: str = RANDOM,
    method: str | None = None,
    divided_by: str = "",
    size: Size,
    second_share: int | None = None,
    seed_source: str = "",
    rhythm: str = "",
    actor: User,
    at: datetime,
    tables: Reader,
) -> Run:
    """A planned run. Its frame is still alive, and its seed is known to nobody.

    `seed_source` says where a seed will be published that nobody can know yet; without one Peelian
    makes its own, seals it, and shows its hash at once. A `rhythm` of "month" makes a standing run:
    each month from `first` to `last` (or on, where `last` is "") draws one of its own.

    Raises `NotAllowed`, or `WrongPlan` with a sentence by field.
    """
    check_runs(actor, force_id, at=at)
    day = local_day(at)
    share = second_share
    if share is None:
        share = setting_on(audit.second_share, force_id, day).value
    chosen = {name: tuple(values) for name, values in (narrowed or {}).items()}
    run = Run(
        ref=new_ref(),
        audit=audit.key,
        asked_version=audit.version_on(day).number,
        force_id=force_id,
        title=title.strip(),
        first=first,
        last=last or (first if not rhythm else ""),
        narrowed={name: list(values) for name, values in chosen.items()},
        design=design,
        method=method or audit.method,
        divided_by=divided_by,
        second_share=share,
        rhythm=rhythm,
        seed_source=seed_source.strip(),
        made_by=actor,
        made_at=at,
    )
    wrong = _wrong(audit, run, size)
    if wrong:
        raise WrongPlan(wrong)
    run.plan = size.as_plan
    if not rhythm:
        seen = preview(
            audit,
            force_id=force_id,
            first=run.first,
            last=run.last,
            narrowed=chosen,
            divided_by=divided_by,
            size=size,
            actor=actor,
            at=at,
            tables=tables,
        )
        _check_fits(seen.total)
        run.plan |= {"frame": seen.frame}
        run.wanted = dict(seen.wanted)
    if not run.seed_source:
        run.seed_source, run.sealed_seed, run.plan["commitment"] = SEALED_SOURCE, *new_seed()
    with transaction.atomic():
        run.save(force_insert=True)
        write(
            run,
            Deed.COLLECTED,
            "run planned",
            actor=actor,
            at=at,
            design=run.design,
            months=f"{run.first} to {run.last}",
            seed_source=run.seed_source,
            commitment=run.plan.get("commitment", ""),
        )
    return run


def new_ref() -> str:
    """What people will call a run."""
    return f"A-{secrets.token_hex(4).upper()}"


def _check_fits(total: int) -> None:
    if total > MOST_FILES:
        raise WrongPlan(
            {"size": f"This would draw {total:,} files: draw at most {MOST_FILES:,} at once."}
        )


def _wrong(audit: Audit, run: Run, size: Size) -> dict[str, str]:
    """What is wrong with a plan, by field."""
    found = {
        "force_id": "" if run.force_id in forces() else "Choose a force.",
        "title": _title(run.title),
        "first": _months(run),
        "narrowed": _narrowed(audit, run),
        "divided_by": ""
        if run.divided_by in ("", *(one.key for one in audit.strata))
        else "Choose one of the ways in which this audit can be divided.",
        "design": "" if run.design in PLANNED_DESIGNS else "Choose how the files are come by.",
        "method": "" if run.method in METHODS.codes else "Choose one of the interval methods.",
        "second_share": ""
        if 0 <= run.second_share <= 100
        else "Choose a share from 0 to 100 per cent.",
        "seed_source": ""
        if len(run.seed_source) <= LONGEST_SOURCE
        else f"Use at most {LONGEST_SOURCE} characters.",
        "rhythm": "" if run.rhythm in ("", MONTHLY) else "Draw once, or every month.",
        "size": _size(run, size),
    }
    return {name: said for name, said in found.items() if said}


def _title(title: str) -> str:
    if not title:
        return "Say what the audit is for: its reviewers read it."
    return "" if len(title) <= LONGEST_TITLE else f"Use at most {LONGEST_TITLE} characters."


def _months(run: Run) -> str:
    open_end = bool(run.rhythm) and not run.last
    if not MONTH.fullmatch(run.first) or not (open_end or MONTH.fullmatch(run.last)):
        return "Give the first and the last month, for example 2026-03."
    if open_end:
        return ""
    count = len(list(between(run.first, run.last)))
    if not count:
        return "The last month is before the first."
    return "" if count <= MOST_MONTHS else f"Choose at most {MOST_MONTHS} months."


def _narrowed(audit: Audit, run: Run) -> str:
    known = {one.key for one in audit.by}
    unknown = sorted(set(run.narrowed) - known)
    if unknown:
        return f"This audit cannot be narrowed by {', '.join(unknown)}."
    empty = sorted(name for name, values in run.narrowed.items() if not values)
    return f"Choose at least one value of {', '.join(empty)}." if empty else ""


def _size(run: Run, size: Size) -> str:
    by_precision = size.half_width is not None or size.expected is not None
    ways = [size.total is not None, by_precision, bool(size.quotas), bool(size.chosen)]
    if run.design == WHOLE:
        return "Everything is reviewed, so leave the size out." if any(ways) else ""
    if sum(ways) != 1:
        return "Say how many in one way: a number, a precision, quotas, or a list of records."
    if by_precision:
        return _precision(size)
    if size.total is not None:
        return "" if 1 <= size.total <= MOST_FILES else f"Draw from 1 to {MOST_FILES:,} files."
    if size.chosen:
        if run.rhythm:
            return "Records that somebody has named are drawn once, not every month."
        if run.design != CHOSEN:
            return "Records that somebody has named are no random sample: call them chosen."
        return "" if len(size.chosen) <= MOST_FILES else f"Name at most {MOST_FILES:,} records."
    if not run.divided_by:
        return "Quotas are of strata: choose by what the frame is divided."
    good = all(isinstance(n, int) and n >= 0 for n in size.quotas.values())
    return "" if good and any(size.quotas.values()) else "Give a whole number for each quota."


def _precision(size: Size) -> str:
    if size.half_width is None or not 0.005 <= size.half_width <= 0.5:
        return "Give the margin that you want in points, from 0.5 to 50."
    if size.expected is None or not 0 < size.expected < 1:
        return "Give the share that you expect, between 0% and 100%; 50% where nobody knows."
    return ""
