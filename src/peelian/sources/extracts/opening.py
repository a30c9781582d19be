"""Which reader opens a file, by what the mapping says or by its name."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from peelian.records.load.errors import Unreadable
from peelian.sources.extracts.csv_table import open_csv
from peelian.sources.extracts.declared import FileForm, Format
from peelian.sources.extracts.parquet_table import open_parquet
from peelian.sources.extracts.sheet_table import open_sheet
from peelian.sources.extracts.tables import Opened, suffix_of

BY_SUFFIX: dict[str, Format] = {
    ".csv": "csv",
    ".txt": "csv",
    ".tsv": "csv",
    ".xlsx": "excel",
    ".xlsm": "excel",
    ".xlsb": "excel",
    ".xls": "excel",
    ".ods": "excel",
    ".parquet": "parquet",
}


@contextmanager
def open_table(path: Path, form: FileForm, wanted: Sequence[str]) -> Iterator[Opened]:
    """The wanted columns of a table. Raises `CannotLoad`."""
    found = form.format or BY_SUFFIX.get(suffix_of(path))
    if found == "csv":
        with open_csv(path, form, wanted) as opened:
            yield opened
    elif found == "excel":
        with open_sheet(path, form, wanted) as opened:
            yield opened
    elif found == "parquet":
        with open_parquet(path, wanted) as opened:
            yield opened
    else:
        raise Unreadable(
            f"{path.name} does not tell what it is: say it with file.format, one of csv, excel or "
            "parquet. A zip archive is unpacked first."
        )
