"""What may be said of a rate after N trials of which none failed."""


def zero_in(trials: int, what: str) -> str:
    """The rule of three: with 95% confidence the true rate is below 3 in N.

    >>> zero_in(1000, "kills")
    '0 in 1,000 kills: below 3 in 1,000 (0.3%, with 95% confidence)'
    """
    return (
        f"0 in {trials:,} {what}: below 3 in {trials:,} ({300 / trials:.2g}%, with 95% confidence)"
    )
