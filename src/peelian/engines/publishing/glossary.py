"""The words that pages and files use, each in a sentence or two, and the methods of intervals."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from peelian.engines.measures.declared import View
from peelian.engines.measures.explain import OF_SAMPLES, methods_of
from peelian.engines.measures.kinds import Measure
from peelian.engines.measures.periods import GRAINS, OVERLAPPING
from peelian.engines.measures.status import Status
from peelian.engines.publishing.covered import covered
from peelian.numbers.coverage import Coverage
from peelian.numbers.interval import METHODS
from peelian.records.schema import fields_of


@dataclass(frozen=True)
class Word:
    """A word with its meaning. `written` is how files and the command line write it."""

    term: str
    meaning: str
    written: str = ""


@dataclass(frozen=True)
class Chapter:
    """Words that belong together."""

    title: str
    words: tuple[Word, ...]


@dataclass(frozen=True)
class IntervalMethod:
    """A way to draw a likely range: what it assumes, where it is from, which measures use it.

    `covered` says how often it held the truth in invented samples, `also` what else it is drawn
    round: figures of samples, changes, agreement.
    """

    key: str
    name: str
    assumes: str
    source: str
    used_by: tuple[Measure, ...]
    covered: tuple[Coverage, ...] = ()
    also: str = ""


OF_SAMPLE = "figures estimated from samples, where the planner named it or it is the one that fits"
ALSO = dict.fromkeys(OF_SAMPLES, OF_SAMPLE) | {
    "kappa": "agreement between two reviewers",
    "newcombe": "changes of a share from one period to another",
    "log_rate_ratio": "changes of a rate or of a number from one period to another",
    "mover": "changes of figures estimated from samples, and changes less the change elsewhere",
    "pooled": "the effect of a change that begins by steps",
}

STATUSES = {
    Status.OK: "There is a number.",
    Status.SUPPRESSED: (
        "There is a number, and it is hidden because it could give a person away. Numbers from "
        "which it could be worked out are hidden with it."
    ),
    Status.NO_DATA: (
        "The file that would answer is not loaded. This is not nought: nobody knows yet."
    ),
    Status.NOT_COMPUTABLE: (
        "Something is loaded, but not all that the question needs. The note says what is missing."
    ),
    Status.NOT_COMPARABLE: (
        "The numbers of two forces or periods do not mean the same, so they are not set side by "
        "side. The note says why."
    ),
}

FIGURES = Chapter(
    "Figures",
    (
        Word(
            "Measure",
            "A question over records, written down once with its owner, its definition and worked "
            "examples. Pages, files and this manual are made from it.",
        ),
        Word(
            "Figure",
            "The answer of a measure for one force or place and one period. It has a permanent "
            "address, at which its card can be opened.",
        ),
        Word(
            "Counted, out of",
            "The two numbers that a share is made of, such as 382 of 6,049. A share is never shown "
            "without them.",
        ),
        Word(
            "Likely range",
            "The 95% interval: if the same were to happen again by chance alone, about 19 in 20 "
            "ranges drawn in this way would hold the underlying value. It says nothing of mistakes "
            "in recording, which can be larger.",
        ),
        Word(
            "Not known",
            "Rows of which it is not known whether they belong in the figure, such as crimes "
            "without an identifier. They stand beside the figure and are never guessed.",
        ),
        Word(
            "Cohort",
            "The crimes recorded in one month, followed from then on, as against the work done in "
            "a month. A measure is one or the other.",
        ),
        Word(
            "Maturing",
            "A cohort that is followed as far as files are loaded. Younger months have had less "
            "time and look lower for that alone, so they are never drawn as a trend or compared.",
        ),
        Word(
            "Version",
            "The number of a measure's definition. A change of definition makes a new version with "
            "a date and a reason, so that two figures of one version mean the same.",
        ),
        Word(
            "Doubtful",
            "A mark that the owner of a measure sets, with a reason and the source that says "
            "otherwise. It follows the measure wherever it is shown.",
        ),
        Word(
            "No clear change",
            "The interval round the change from an earlier period holds nought. Figures are called "
            "up or down only where it does not.",
        ),
    ),
)

DATA = Chapter(
    "Data",
    (
        Word(
            "Row",
            "One line of a file that a force published: one crime, one incident of anti-social "
            "behaviour, or one outcome.",
        ),
        Word(
            "Snapshot",
            "All that was loaded at one moment. Figures of one snapshot agree with each other. Its "
            "name is a fingerprint: the same files give the same name anywhere. Snapshots are kept "
            "for 30 days after the next one, unless something rests on them.",
        ),
        Word(
            "Loaded",
            "A file of this force and month was read, and its good rows are held. A file with a "
            "header and no rows is loaded too: then nought is an answer.",
        ),
        Word(
            "Missing",
            "No file of this force and month was loaded, while other forces have theirs. A missing "
            "file is not a month without crime.",
        ),
        Word(
            "Refused",
            "A row that breaks a rule of its file was left out, with its line, the value and what "
            "would be right. All refused rows can be read on the page of their file.",
        ),
        Word(
            "Restated",
            "A corrected file took the place of an earlier one, so figures that rest on it may "
            "have changed. The page of the file says what was there before.",
        ),
        Word(
            "Distinct",
            "Counted once however many rows it stands on. The same crime can stand on several "
            "rows, so there can be more rows than crimes.",
        ),
        Word(
            "Crime identifier",
            "The 64 letters and digits by which a street file and an outcomes file name the same "
            "crime. Anti-social behaviour has none.",
            "crime_id",
        ),
        Word(
            "Month",
            "In a street file the month of the report, in an outcomes file the month in which the "
            "outcome was given.",
        ),
    ),
)

PLACES = Chapter(
    "Places",
    (
        Word(
            "LSOA",
            "Lower layer super output area: a neighbourhood of about 1,500 residents, drawn for "
            "the census. Those of 2011 are used, as the crime files do.",
            "lsoa",
        ),
        Word(
            "Map point",
            "The place that a crime is moved to before it is published, so that no address can be "
            "told. Each stands for at least eight addresses or for none.",
        ),
        Word(
            "Residents",
            "People who usually live there at mid-2020, as estimated by the Office for National "
            "Statistics. Commuters and visitors are not among them.",
        ),
        Word(
            "Deprivation tenth",
            "All areas of England in order of deprivation, cut into ten equal parts; 1 is the most "
            "deprived. Wales has an index of its own and no tenths here.",
            "deprivation_decile",
        ),
        Word(
            "Place not recorded",
            "The row has no map point. It counts in the total of its force and in no "
            "neighbourhood.",
        ),
        Word(
            "Police force",
            "The force that recorded the row. A few of its crimes happened in another force's "
            "area.",
            "force",
        ),
    ),
)


def chapters(measures: Iterable[Measure] = ()) -> tuple[Chapter, ...]:
    """Every word, by chapter; the breakdowns are those of the measures."""
    statuses = Chapter(
        "What stands where there is no number",
        tuple(
            Word(status.in_words.capitalize(), STATUSES[status], str(status)) for status in Status
        ),
    )
    spans = Chapter(
        "Periods",
        tuple(
            Word(
                title,
                "Periods of this kind share months: do not add them up."
                if key in OVERLAPPING
                else "Whole calendar months.",
                key,
            )
            for key, title in GRAINS.items()
        ),
    )
    return (FIGURES, statuses, DATA, PLACES, spans, *_breakdowns(measures))


def _breakdowns(measures: Iterable[Measure]) -> Iterator[Chapter]:
    """What each breakdown is, in the words of the field that it reads."""
    explained = {word.written for word in PLACES.words}
    found: dict[str, Word] = {}
    for measure in measures:
        of = measure.of
        meanings = {card.name: card.help_text for card in fields_of(measure.record_type)}
        meanings |= of.adds if isinstance(of, View) else {}
        for one in measure.by:
            if one.key not in explained and one.field in meanings:
                found.setdefault(one.key, Word(one.title, meanings[one.field], one.key))
    if found:
        yield Chapter("Breakdowns", tuple(found.values()))


def interval_methods(measures: Iterable[Measure]) -> tuple[IntervalMethod, ...]:
    """Every method, with the measures whose likely range it draws; those in use come first."""
    users: dict[str, list[Measure]] = {}
    held = covered()
    for measure in measures:
        for found in methods_of(measure):
            users.setdefault(found.key, []).append(measure)
    listed = (
        IntervalMethod(
            key=one.key,
            name=one.name,
            assumes=one.assumes,
            source=one.source,
            used_by=tuple(users.get(one.key, ())),
            covered=tuple(found for found in held if found.method == one.key),
            also=ALSO.get(one.key, ""),
        )
        for one in METHODS.values()
    )
    return tuple(sorted(listed, key=lambda one: not one.used_by))
