"""Give texts their themes: two people by themselves, and a third where they differ.

Neither coder sees what the other found before both are done, and nobody sees an answer, a group or
a time beside a text: there are none.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction

from peelian.access.decide import check_power
from peelian.access.giving.refusal import fit_words
from peelian.access.powers import Power
from peelian.access.user import User
from peelian.engines.surveys.coded import Coding, Comment, Turn
from peelian.engines.surveys.declared import Survey, Theme
from peelian.engines.surveys.errors import SurveyRefused
from peelian.engines.surveys.models import Round
from peelian.engines.surveys.opening import write
from peelian.numbers.agreement import Agreement, cohen_kappa
from peelian.trail.verbs import Verb as Deed

CODERS = 2


@dataclass(frozen=True)
class ThemeAgreement:
    """How two coders agree on whether a theme is in a text."""

    theme: Theme
    agreement: Agreement


@dataclass(frozen=True)
class Coded:
    """How far the texts to one question are coded, and in how many each theme stands.

    `done` have themes that stand, `open` wait for a coder and `to_decide` for a third person.
    `counts` are of those done; a text may have several themes, or none.
    """

    texts: int
    done: int
    open: int
    to_decide: int
    counts: tuple[tuple[Theme, int], ...]


def next_to_code(held: Round, question: str, *, actor: User, at: datetime) -> Comment | None:
    """A text to this question that waits for this coder; None where none does."""
    check_power(actor, Power.RUN_SURVEYS, force_id=held.force_id, at=at)
    waiting = [
        one
        for one in _texts(held, question)
        if len(one.found) < CODERS and actor.pk not in one.coders and not one.comment.withheld
    ]
    # Begun ones first, so that pairs are complete soon; beyond that the order is chance.
    waiting.sort(key=lambda one: -len(one.found))
    return waiting[0].comment if waiting else None


def next_to_decide(held: Round, question: str, *, actor: User, at: datetime) -> Comment | None:
    """A text on which two coders differ and this person was neither; None where there is none."""
    check_power(actor, Power.RUN_SURVEYS, force_id=held.force_id, at=at)
    for one in _texts(held, question):
        if one.differ and actor.pk not in one.coders and not one.comment.withheld:
            return one.comment
    return None


def code_comment(
    comment: Comment, survey: Survey, *, themes: Iterable[str], actor: User, at: datetime
) -> Coding:
    """Keep the themes that this person finds in a text, none of them included.

    The first two code; a third decides, and only where those differ. Raises `NotAllowed` or
    `SurveyRefused`.
    """
    held = comment.round
    check_power(actor, Power.RUN_SURVEYS, force_id=held.force_id, at=at)
    known = [one.key for one in survey.themes_of(comment.question)]
    chosen = set(themes)
    if not chosen <= set(known):
        raise SurveyRefused(f"Choose themes of this question: {', '.join(known) or 'none'}.")
    with transaction.atomic():
        row = Comment.objects.select_for_update(no_key=True, of=("self",)).get(pk=comment.pk)
        before = list(row.codings.order_by("turn"))
        turn = _turn(before, actor)
        coding = Coding(
            comment=row,
            turn=turn,
            user=actor,
            themes=[key for key in known if key in chosen],
            coded_at=at,
        )
        try:
            with transaction.atomic():
                coding.save(force_insert=True)
        except IntegrityError as error:
            raise SurveyRefused("Somebody coded this text just now: take the next one.") from error
        write(held, Deed.ALTERED, "text coded", actor=actor, at=at, turn=int(turn))
    return coding


def withhold(comment: Comment, *, why: str, actor: User, at: datetime) -> Comment:
    """Take away a text that tells who wrote it or names somebody; its themes stay."""
    held = comment.round
    check_power(actor, Power.RUN_SURVEYS, force_id=held.force_id, at=at)
    said = fit_words(why, what="why it is taken away", refused=SurveyRefused)
    with transaction.atomic():
        row = Comment.objects.select_for_update(no_key=True, of=("self",)).get(pk=comment.pk)
        row.text, row.withheld = "", True
        row.save(update_fields=["text", "withheld"])
        write(held, Deed.ERASED, "text taken away", actor=actor, at=at, why=said)
    return row


def pair_of(comment: Comment) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What the two coders found, for whoever decides between them."""
    first, second = (tuple(one.themes) for one in comment.codings.order_by("turn")[:CODERS])
    return first, second


def agreement_of(held: Round, survey: Survey, question: str) -> tuple[ThemeAgreement, ...]:
    """By theme, how the two coders agree over the texts that both have coded."""
    pairs = [one.found[:CODERS] for one in _texts(held, question) if len(one.found) >= CODERS]
    return tuple(
        ThemeAgreement(
            theme, cohen_kappa((theme.key in one, theme.key in other) for one, other in pairs)
        )
        for theme in survey.themes_of(question)
    )


def themes_of(held: Round, survey: Survey, question: str) -> Coded:
    """How often each theme stands, over the texts to one question whose coding is settled."""
    texts = [one for one in _texts(held, question) if one.settled or not one.comment.withheld]
    settled = [one for one in texts if one.settled]
    counts = Counter(key for one in settled for key in one.found[-1])
    to_decide = sum(one.differ for one in texts)
    return Coded(
        texts=len(texts),
        done=len(settled),
        open=len(texts) - len(settled) - to_decide,
        to_decide=to_decide,
        counts=tuple((theme, counts[theme.key]) for theme in survey.themes_of(question)),
    )


@dataclass(frozen=True)
class _Text:
    """A text with what was found in it, in the order of turns, and by whom."""

    comment: Comment
    found: tuple[frozenset[str], ...]
    coders: frozenset[int]

    @property
    def differ(self) -> bool:
        return len(self.found) == CODERS and self.found[0] != self.found[1]

    @property
    def settled(self) -> bool:
        return len(self.found) >= CODERS and not self.differ


def _texts(held: Round, question: str) -> list[_Text]:
    """Every text to a question, in the order of its chance address."""
    rows = held.comments.filter(question=question).prefetch_related("codings").order_by("id")
    return [_text(row) for row in rows]


def _text(comment: Comment) -> _Text:
    codings = sorted(comment.codings.all(), key=lambda one: one.turn)
    return _Text(
        comment,
        tuple(frozenset(one.themes) for one in codings),
        frozenset(one.user_id for one in codings),
    )


def _turn(before: list[Coding], actor: User) -> Turn:
    if any(one.user_id == actor.pk for one in before):
        raise SurveyRefused("You have coded this text: the second look is somebody else's.")
    if len(before) < CODERS:
        return Turn(len(before) + 1)
    if len(before) == CODERS and set(before[0].themes) != set(before[1].themes):
        return Turn.DECIDING
    raise SurveyRefused("This text has its themes: take the next one.")
