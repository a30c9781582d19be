"""The whole examination, in the order in which it is printed."""

from collections.abc import Callable, Iterator
from datetime import datetime

from peelian.jobs.checking import duty_checks, machine_checks, people_checks, settings_checks
from peelian.jobs.checking.finding import Finding, Level, warning

Check = Callable[[datetime], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    lambda now: settings_checks.weak_settings(),
    lambda now: settings_checks.files_of_the_owner(),
    lambda now: settings_checks.letters(),
    machine_checks.database,
    machine_checks.store,
    machine_checks.checkpoints,
    machine_checks.backup_key,
    machine_checks.copies,
    machine_checks.worker,
    duty_checks.happenings,
    machine_checks.disk,
    machine_checks.clock,
    people_checks.accounts,
)
CODES = {Level.WELL: 0, Level.WARNING: 1, Level.UNSAFE: 2}


def examine(now: datetime) -> tuple[Finding, ...]:
    """Every finding. A check that breaks is a finding itself, and the others go on."""
    found: list[Finding] = []
    for number, check in enumerate(CHECKS, start=1):
        try:
            found.extend(check(now))
        except Exception as error:
            name = getattr(check, "__name__", str(number))
            says = f"It could not be looked at ({type(error).__name__})."
            found.append(warning(name, says, "Run `peelian upgrade`, then look again."))
    return tuple(found)


def exit_code(findings: tuple[Finding, ...]) -> int:
    """0 where all is well, 1 for warnings, 2 where something is unsafe."""
    return max((CODES[finding.level] for finding in findings), default=0)
