"""What stands becomes findings, and so figures, once nothing of the run is open.

Until then nobody can learn from a figure, or from the rows behind it, what others have answered;
and a share that still grows with every file is no estimate of anything.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from datetime import datetime

from peelian.engines.audits.declared import PASSED
from peelian.engines.audits.framed import in_figures
from peelian.engines.audits.models import Finding, FrameRow, Item, Marking, Run, Turn
from peelian.engines.audits.turns import final_of, finished, with_reviews
from peelian.engines.registers.addresses import new_address
from peelian.records.openness import TYPED


def release_if_whole(run: Run, *, at: datetime) -> int:
    """Write the findings of a run of which every file is settled or set aside; how many.

    In the caller's transaction, with the run held.
    """
    if Item.objects.filter(run=run, settled_at=None, set_aside="").exists():
        return 0
    return release(run, at=at)


def release(run: Run, *, at: datetime) -> int:
    """Write the findings of every settled file, once; how many.

    Each stands for its part of those settled in its stratum: files without an answer cannot.
    """
    if Finding.objects.filter(sample_ref=run.ref).exists():
        return 0
    items = with_reviews(
        Item.objects.filter(run=run, settled_at__isnull=False).order_by("position")
    )
    framed = FrameRow.objects.filter(run=run, left_out="").values_list("stratum", flat=True)
    sizes, settled = Counter(framed), Counter(item.stratum for item, _reviews in items)
    rows = [
        row
        for item, reviews in items
        for row in _findings(run, item, reviews, sizes[item.stratum], settled[item.stratum], at)
    ]
    return len(Finding.objects.bulk_create(rows, batch_size=1000))


def _findings(
    run: Run, item: Item, reviews: Collection[Marking], size: int, settled: int, at: datetime
) -> Iterator[Finding]:
    """One for each question that was answered, and one for the pass rule."""
    done = finished(reviews)
    final = final_of(item, done)
    assert final is not None  # it is settled
    for question, answer in (final.answers | {PASSED: final.passed}).items():
        agreed = _agreed(question, done)
        yield Finding(
            record_id=new_address(at),
            source=TYPED,
            force_id=run.force_id,
            of_id=item.of_id,
            sample_ref=run.ref,
            design=run.design,
            method=run.method,
            stratum=in_figures(item.stratum),
            stratum_size=size,
            stratum_drawn=settled,
            finding_ref=f"{run.ref}-{item.position}",
            audit=run.audit,
            asked_version=run.asked_version,
            question=question,
            answer=answer,
            agreed=agreed,
            decided=agreed is False,
            settled_at=item.settled_at,
            words=_remarks(question, done),
            **item.about,
        )


def _agreed(question: str, done: Mapping[Turn, Marking]) -> bool | None:
    """Whether two reviewers agreed; nothing where one reviewed it, or the file itself answered."""
    if Turn.SECOND not in done:
        return None
    first, second = done[Turn.FIRST], done[Turn.SECOND]
    if question == PASSED:
        return bool(first.passed == second.passed)
    if question in first.by_itself:
        return None
    return bool(first.answers.get(question) == second.answers.get(question))


def _remarks(question: str, done: Mapping[Turn, Marking]) -> str | None:
    """What the reviewers remarked on a question, each in a paragraph of its own."""
    said = (one.words.get(question, "") for _turn, one in sorted(done.items()))
    return "\n\n".join(dict.fromkeys(text for text in said if text)) or None
