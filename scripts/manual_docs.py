"""Write the manual under docs/ (measures, duties, procedures, audits …) from the declarations.

Usage: manual_docs.py [--check]. With --check nothing is written; stale files are named and the exit
code tells if there are any.
"""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "peelian.config.settings")
django.setup()  # record types, and so the declarations over them, can be imported only after it

from django.apps import apps  # noqa: E402

from peelian import catalogue  # noqa: E402
from peelian.engines.publishing.audit_pages import audit_pages  # noqa: E402
from peelian.engines.publishing.duty_pages import duty_pages  # noqa: E402
from peelian.engines.publishing.manual_pages import pages  # noqa: E402
from peelian.engines.publishing.procedure_pages import procedure_pages  # noqa: E402
from peelian.engines.publishing.protection_pages import protection_pages  # noqa: E402
from peelian.engines.publishing.survey_pages import survey_pages  # noqa: E402
from peelian.records.base import Record  # noqa: E402

DOCS = Path(__file__).parents[1] / "docs"


def stale(wanted: Mapping[str, str], folder: Path) -> list[str]:
    """The names of files that differ from what is wanted, are missing, or belong to nothing."""
    held = {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.md"))}
    return sorted(name for name in {*wanted, *held} if wanted.get(name) != held.get(name))


def write(wanted: Mapping[str, str], folder: Path) -> None:
    """Bring the folder to what is wanted; files that are fresh are left alone."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in stale(wanted, folder):
        if name in wanted:
            (folder / name).write_text(wanted[name], encoding="utf-8")
        else:
            (folder / name).unlink()


def wanted() -> dict[str, dict[str, str]]:
    """Folder under docs to file name to text."""
    record_types = [model for model in apps.get_models() if issubclass(model, Record)]
    return {
        "measures": pages((listed.area, listed.measures) for listed in catalogue.AREAS),
        "duties": duty_pages((listed.area, listed.rules) for listed in catalogue.LISTED),
        "procedures": procedure_pages(catalogue.procedures()),
        "audits": audit_pages(catalogue.audits()),
        "surveys": survey_pages(catalogue.surveys()),
        "protection": protection_pages(record_types),
    }


def main(arguments: list[str]) -> int:
    """Write the manual or, with --check, only say which files are stale."""
    found = []
    for folder, files in wanted().items():
        if "--check" in arguments:
            found += [f"docs/{folder}/{name}" for name in stale(files, DOCS / folder)]
        else:
            write(files, DOCS / folder)
    for name in found:
        print(f"{name} is stale: run make fix", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
