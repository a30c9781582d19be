"""One file of a load: held already, made ready before, or read now."""

import dataclasses
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from peelian.records.load import ledger
from peelian.records.load.compare import Difference, compare
from peelian.records.load.errors import CannotLoad, NothingLoads
from peelian.records.load.prepare import (
    Draft,
    EngineOf,
    InOrder,
    NoGoodRow,
    prepare,
    settle,
    sha256_of,
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
    """Makes files ready against one standing snapshot. Safe to share between threads."""

    root: Path
    standing: Snapshot
    at: datetime
    caps: Caps
    dry_run: bool
    engine_of: EngineOf
    begun_before: bool

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
            return Outcome(report, rejects=refusal.draft.refused)
        except CannotLoad as refusal:
            return Outcome(FileReport(found.origin, "refused", str(refusal)))

    def _load(self, found: Found, in_order: InOrder) -> Outcome:
        held = self.standing.by_key.get(found.key)
        if held is not None and held.source != found.source:
            raise NothingLoads(
                f"'{held.source}' is authoritative for {_place_in_words(found)} "
                f"({held.origin}), so '{found.source}' cannot be loaded for it as well."
            )
        part = None
        if held is not None or self.begun_before:
            digest = sha256_of(found, caps=self.caps)
            if held is not None and held.origin_sha256 == digest:
                return self._held(found, held)
            part = ledger.recall(self.root, ledger.note_path(self.root, found, digest))
        if part is None:
            draft = prepare(
                found,
                staging=layout.staging(self.root),
                engine_of=self.engine_of,
                in_order=in_order,
                caps=self.caps,
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
        )

    def _held(self, found: Found, held: Part) -> Outcome:
        report = FileReport(
            origin=found.origin,
            status="already held",
            sentence=f"is already held ({held.rows:,} rows).",
            read=held.read,
            rejected=held.rejected,
            already_held=held.rows,
        )
        return Outcome(report, rejects=self._rejects_of(held))

    def _told(self, found: Found, held: Part | None, part: Part) -> Outcome:
        """The outcome for a part that is ready, beside the one that is held if there is one."""
        # In a dry run paths are those of the staging folder, and absolute: joining keeps them so.
        rejects = self._rejects_of(part)
        if held is None:
            return Outcome(
                FileReport(
                    origin=found.origin,
                    status="loaded",
                    sentence=_loaded_in_words(part),
                    read=part.read,
                    loaded=part.rows,
                    rejected=part.rejected,
                ),
                part,
                rejects,
            )
        difference = compare(self.root / held.path, self.root / part.path)
        if not difference.new and not difference.gone and held.rejected == part.rejected:
            return self._held(found, held)
        replaced = Superseded(held.origin, held.origin_sha256, held.rows, held.loaded_at)
        restated = dataclasses.replace(part, restated=True, superseded=(*held.superseded, replaced))
        report = FileReport(
            origin=found.origin,
            status="superseded",
            sentence=_superseded_in_words(held, part, difference),
            read=part.read,
            loaded=difference.new,
            rejected=part.rejected,
            already_held=difference.unchanged,
        )
        return Outcome(report, restated, rejects)

    def _rejects_of(self, part: Part) -> Path | None:
        return self.root / part.rejects_path if part.rejects_path else None


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
    rejected = f", {part.rejected:,} of {part.read:,} rejected" if part.rejected else ""
    return f"{words}{rejected}. Figures that rest on it are marked restated."


def _place_in_words(found: Found) -> str:
    words = (found.kind.type_key, found.place.force_id, found.place.month)
    return " ".join(word for word in words if word)
