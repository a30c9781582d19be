"""What a run found: counts of each question, and what they say of the frame, if anything."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count

from peelian.engines.audits.declared import NOT_APPLICABLE, PASSED, UNCLEAR, Audit
from peelian.engines.audits.framed import in_figures
from peelian.engines.audits.models import Finding, FrameRow, Item, Marking, Run, Turn
from peelian.engines.procedures.questions import NO, YES
from peelian.numbers.estimates import estimate_share
from peelian.numbers.ratios import NotComputable
from peelian.numbers.stratified import Estimate, Stratum
from peelian.records.drawn import CHOSEN, RANDOM, WHOLE

# Stratum and answer.
Counts = Counter[tuple[str, str]]


@dataclass(frozen=True)
class Part:
    """One stratum: records of the frame, files drawn, and files settled."""

    stratum: str
    size: int
    drawn: int
    settled: int


@dataclass(frozen=True)
class StratumResult:
    """One question in one stratum: `yes` of the `among` to which it applies."""

    stratum: str
    size: int
    drawn: int
    among: int
    yes: int


@dataclass(frozen=True)
class QuestionResult:
    """One question, or under "passed" the pass rule over all.

    Files to which it does not apply are not `among` those that count; where nobody can tell, they
    are. `estimate` is nothing where nothing can be said, and `why` says why.
    """

    key: str
    text: str
    words: str
    yes: int
    no: int
    unclear: int
    not_applicable: int
    estimate: Estimate | None
    why: str
    strata: tuple[StratumResult, ...]

    @property
    def among(self) -> int:
        """Files to which the question applies."""
        return self.yes + self.no + self.unclear


@dataclass(frozen=True)
class Results:
    """All results of a run. `describes` says of what they speak, in a sentence.

    `reviews` were finished by first and second reviewers, `not_blind` of them by somebody who had
    read the record itself.
    """

    design: str
    describes: str
    drawn: int
    settled: int
    set_aside: int
    reviews: int
    not_blind: int
    parts: tuple[Part, ...]
    questions: tuple[QuestionResult, ...]


def results_of(run: Run, audit: Audit) -> Results:
    """The results of the settled files of a run.

    Whether a reader may have them yet is `reading.results_open`.
    """
    parts = parts_of(run)
    version = audit.version(run.asked_version)
    named = [(one.key, one.text, one.words) for one in version.questions]
    named.append((PASSED, "All that the pass rule asks", version.passes.words))
    counted = _counts(run)
    settled = sum(part.settled for part in parts)
    reviews = Marking.objects.filter(
        item__run=run, item__set_aside="", done_at__isnull=False
    ).exclude(turn=Turn.DECIDING)
    return Results(
        design=run.design,
        describes=describes(run, settled),
        drawn=sum(part.drawn for part in parts),
        settled=settled,
        set_aside=Item.objects.filter(run=run).exclude(set_aside="").count(),
        reviews=reviews.count(),
        not_blind=reviews.filter(blind=False).count(),
        parts=parts,
        questions=tuple(
            _result(run, key, text, words, counted.get(key, Counter()), parts)
            for key, text, words in named
        ),
    )


def describes(run: Run, settled: int) -> str:
    """Of what the results speak."""
    listed = f"{run.frame_size or 0:,} records of the frame"
    if run.design == CHOSEN:
        return f"Describes these {settled:,} files; it is no estimate for the {listed}."
    if run.design == WHOLE:
        return f"Describes {settled:,} of the {listed}: nothing was drawn."
    return f"Estimates the {listed} from {settled:,} drawn by lot."


def parts_of(run: Run) -> tuple[Part, ...]:
    """Each stratum with what was drawn and settled of it."""
    sizes = frame_sizes(run)
    drawn, settled = Counter[str](), Counter[str]()
    for stratum, settled_at in Item.objects.filter(run=run).values_list("stratum", "settled_at"):
        drawn[stratum] += 1
        settled[stratum] += settled_at is not None
    return tuple(
        Part(name, size, drawn[name], settled[name]) for name, size in sorted(sizes.items())
    )


def frame_sizes(run: Run) -> dict[str, int]:
    """How many records of the frame each stratum has."""
    rows = FrameRow.objects.filter(run=run, left_out="").order_by().values_list("stratum")
    return dict(rows.annotate(n=Count("pk")))


def _counts(run: Run) -> dict[str, Counts]:
    found: dict[str, Counts] = {}
    rows = Finding.objects.filter(sample_ref=run.ref)
    for question, stratum, answer in rows.values_list("question", "stratum", "answer"):
        found.setdefault(question, Counter())[stratum, answer] += 1
    return found


def _result(
    run: Run, key: str, text: str, words: str, counted: Counts, parts: Sequence[Part]
) -> QuestionResult:
    total = Counter[str]()
    for (_stratum, answer), n in counted.items():
        total[answer] += n
    strata = tuple(
        StratumResult(
            stratum=part.stratum,
            size=part.size,
            drawn=part.drawn,
            among=sum(counted[in_figures(part.stratum), said] for said in (YES, NO, UNCLEAR)),
            yes=counted[in_figures(part.stratum), YES],
        )
        for part in parts
    )
    estimate, why = _estimate(run, strata, parts)
    return QuestionResult(
        key=key,
        text=text,
        words=words,
        yes=total[YES],
        no=total[NO],
        unclear=total[UNCLEAR],
        not_applicable=total[NOT_APPLICABLE],
        estimate=estimate,
        why=why,
        strata=strata,
    )


def _estimate(
    run: Run, strata: Sequence[StratumResult], parts: Sequence[Part]
) -> tuple[Estimate | None, str]:
    """What the files say of the frame; settled ones stand for their part of the stratum."""
    sampled = [
        Stratum(size=one.size, drawn=part.settled, among=one.among, counted=one.yes)
        for one, part in zip(strata, parts, strict=True)
        if part.settled
    ]
    try:
        found = estimate_share(sampled, method=run.method, by_lot=run.design == RANDOM)
    except NotComputable as error:
        return None, str(error)
    return found, found.why
