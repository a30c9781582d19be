"""One file of a load: held already, made ready before, or read now."""

import dataclasses
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from peelian.records.erased import erased_of
from peelian.records.load import ledger
from peelian.records.load.compare import Difference, compare
from peelian.records.load.errors import CannotLoad, NothingLoads
from peelian.records.load.opened import recipe_of, sha256_of
from peelian.records.load.peek import peek
from peelian.records.load.prepare import (
    Draft,
    EngineOf,
    InOrder,
    NoGoodRow,
    prepare,
    settle,
)
from peelian.records.load.report import FileReport
from peelian.records.load.source import Found
from peelian.records.load.streams import Caps
from peelian.records.store import layout
from peelian.records.store.publish import stamp
from peelian.records.store.snapshot import Part, Snapshot, Superseded


@dataclass(frozen=True)
class Outcome:
    """What became of one file: its report, the part to publish if any, where its rejects lie."""

    report: FileReport
    part: Part | None = None
    rejects: Path | None = None


@dataclass(frozen=True)
class FileLoader:
    """Makes files ready against one standing snapshot. Safe to share between threads.

    `sample` is how many good rows a report shows, with the words that no code list knows.
    """

    root: Path
    standing: Snapshot
    at: datetime
    caps: Caps
    dry_run: bool
    engine_of: EngineOf
    begun_before: bool
    sample: int = 0

    def load(self, found: Found, in_order: InOrder) -> Outcome:
        """Make one file ready; what is wrong with it as a whole becomes its report."""
        try:
            return self._load(found, in_order)
        except NoGoodRow as refusal:
            report = FileReport(
                origin=found.origin,
                status="refused",
                sentence=str(refusal),
                read=refusal.draft.read,
                rejected=refusal.draft.rejected,
            )
            report = self._peeked(found, report, None, refusal.draft.refused)
            return Outcome(report, rejects=refusal.draft.refused)
        except CannotLoad as refusal:
            return Outcome(FileReport(found.origin, "refused", str(refusal)))

    def _load(self, found: Found, in_order: InOrder) -> Outcome:
        held = self.standing.by_key.get(found.key)
        if held is not None and not _same_delivery(held, found):
            there, here = held.source, found.source
            if there == here:
                there, here = held.feed, found.feed
            raise NothingLoads(
                f"'{there}' is authoritative for {_place_in_words(found)} "
                f"({held.origin}), so '{here}' cannot be loaded for it as well."
            )
        part = None
        if held is not None or self.begun_before:
            digest = sha256_of(found, caps=self.caps)
            same_file = held is not None and held.origin_sha256 == digest
            if held is not None and same_file and held.recipe == recipe_of(found):
                return self._held(found, held, self._renamed(found, held))
            part = ledger.recall(self.root, ledger.note_path(self.root, found, digest))
        if part is None:
            draft = prepare(
                found,
                staging=layout.staging(self.root),
                engine_of=self.engine_of,
                in_order=in_order,
                caps=self.caps,
                erased=erased_of(self.root, found.kind.type_key),
            )
            if self.dry_run:
                return self._told(found, held, self._part(draft, str(draft.good), draft.refused))
            part = self._part(draft, *settle(self.root, draft))
            ledger.remember(ledger.note_path(self.root, found, draft.origin_sha256), part)
        return self._told(found, held, part)

    def _part(self, draft: Draft, path: str, rejects_path: str | Path | None) -> Part:
        found = draft.found
        return Part(
            type_key=found.kind.type_key,
            source=found.source,
            force_id=found.place.force_id,
            month=found.place.month,
            path=path,
            rows=draft.rows,
            read=draft.read,
            rejected=draft.rejected,
            rejects_path=str(rejects_path or ""),
            origin=found.origin,
            origin_sha256=draft.origin_sha256,
            loaded_at=stamp(self.at),
            recipe=recipe_of(found),
            until=draft.until,
            **_of_delivery(found),
        )

    def _renamed(self, found: Found, held: Part) -> Part | None:
        """The held part with what is said of its delivery today; nothing if that is the same."""
        today = dataclasses.replace(held, recipe=recipe_of(found), **_of_delivery(found))
        return None if today == held else today

    def _held(self, found: Found, held: Part, part: Part | None = None) -> Outcome:
        report = FileReport(
            origin=found.origin,
            status="already held",
            sentence=f"is already held ({held.rows:,} rows).",
            read=held.read,
            rejected=held.rejected,
            already_held=held.rows,
        )
        rejects = self._rejects_of(held)
        return Outcome(self._peeked(found, report, self.root / held.path, rejects), part, rejects)

    def _told(self, found: Found, held: Part | None, part: Part) -> Outcome:
        """The outcome for a part that is ready, beside the one that is held if there is one."""
        # In a dry run paths are those of the staging folder, and absolute: joining keeps them so.
        rejects = self._rejects_of(part)
        if held is None:
            report = FileReport(
                origin=found.origin,
                status="loaded",
                sentence=_loaded_in_words(part),
                read=part.read,
                loaded=part.rows,
                rejected=part.rejected,
            )
            report = self._peeked(found, report, self.root / part.path, rejects)
            return Outcome(report, part, rejects)
        difference = compare(
            self.root / held.path,
            self.root / part.path,
            engine=self.engine_of(),
            content=bool(found.kind.natural_key) or held.recipe != part.recipe,
        )
        if not difference.any and held.rejected == part.rejected:
            # The same file read in another way to the same end is from now on known as such.
            same_file = held.origin_sha256 == part.origin_sha256
            return self._held(found, held, self._renamed(found, held) if same_file else None)
        replaced = Superseded(held.origin, held.origin_sha256, held.rows, held.loaded_at)
        restated = dataclasses.replace(part, restated=True, superseded=(*held.superseded, replaced))
        report = FileReport(
            origin=found.origin,
            status="superseded",
            sentence=_superseded_in_words(held, part, difference),
            read=part.read,
            loaded=difference.new + difference.changed,
            rejected=part.rejected,
            already_held=difference.unchanged,
        )
        report = self._peeked(found, report, self.root / part.path, rejects)
        return Outcome(report, restated, rejects)

    def _peeked(
        self, found: Found, report: FileReport, rows: Path | None, rejects: Path | None
    ) -> FileReport:
        """The report with the first good rows and the words without a code, if asked for."""
        if not self.sample:
            return report
        seen = peek(found.kind, rows=rows, rejects=rejects, most=self.sample)
        return dataclasses.replace(report, sample=seen.sample, uncoded=seen.uncoded)

    def _rejects_of(self, part: Part) -> Path | None:
        return self.root / part.rejects_path if part.rejects_path else None


def _same_delivery(held: Part, found: Found) -> bool:
    """Whether a part came by the source and the feed of a file; one without a feed has no other."""
    other_feed = held.feed and found.feed and held.feed != found.feed
    return held.source == found.source and not other_feed


def _of_delivery(found: Found) -> dict[str, Any]:
    """What a part keeps of the delivery that it came with, apart from its rows."""
    return {
        "feed": found.feed,
        "rhythm": found.rhythm,
        "attribution": found.attribution,
    }


def _loaded_in_words(part: Part) -> str:
    if not part.read:
        return "holds a header and no rows: its month now counts as loaded, with nothing in it."
    if part.rejected:
        return f"{part.rows:,} rows loaded, {part.rejected:,} of {part.read:,} rejected."
    return f"{part.rows:,} rows loaded."


def _superseded_in_words(held: Part, part: Part, difference: Difference) -> str:
    words = (
        f"replaces {held.origin}, loaded on {held.loaded_at[:10]}: {difference.new:,} rows are "
        f"new, {difference.unchanged:,} are as before, {difference.gone:,} are gone"
    )
    words += f", {difference.changed:,} say something else" if difference.changed else ""
    rejected = f", {part.rejected:,} of {part.read:,} rejected" if part.rejected else ""
    return f"{words}{rejected}. Figures that rest on it are marked restated."


def _place_in_words(found: Found) -> str:
    words = (found.kind.type_key, found.place.force_id, found.place.month)
    return " ".join(word for word in words if word)
