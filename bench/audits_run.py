"""The measurements of `bench.audits`, on the installation that PEELIAN_HOME names."""

import os
import sys

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "peelian.config.settings")
django.setup()

# Models can be imported only now.
from bench.audits_force import Bench  # noqa: E402
from bench.costs import Cost, timed, told  # noqa: E402
from bench.surveys_force import Replies  # noqa: E402

# Looks at one page, so that one of them does not decide.
LOOKS = 20


def run(frame: int, drawn: int, replies: int) -> None:
    """Prepare a force, then measure."""
    bench = Bench(frame, drawn)
    bench.prepare()
    print(
        f"{bench.engine}, a frame of {frame:,}, {drawn:,} files, {replies:,} replies; load "
        f"{os.getloadavg()[0]:.1f} on {os.cpu_count()}"
    )
    bench.plan()
    bench.freeze_bare()
    with timed() as bare:
        bench.freeze_bare()
    with timed() as cost:
        bench.freeze()
    told("frozen, against rows read, hashed, written bare", frame, bare, cost)
    with timed() as bare:
        bench.draw_bare()
    with timed() as cost:
        bench.draw()
    told("drawn, against lots and rows alone", frame, bare, cost)
    review(bench)
    with timed() as bare:
        for _look in range(LOOKS):
            bench.results_bare()
    with timed() as cost:
        for _look in range(LOOKS):
            bench.results()
    told("results, against findings and reviews read bare", LOOKS, bare, cost)
    close(replies, bench)


def review(bench: Bench) -> None:
    """Both turns of all files and what is to be decided, each step summed by itself."""
    with timed() as bare:
        bench.take_bare(LOOKS)
    takes, shows, saves, finishes = Cost(), Cost(), Cost(), Cost()
    bare_show, bare_save, bare_finish = Cost(), Cost(), Cost()
    number = 0
    bench.waiting()
    with timed() as waiting:
        for _look in range(LOOKS):
            bench.waiting()
    for who, take in (
        ("auditor-1", bench.take),
        ("auditor-2", bench.take),
        ("auditor-3", bench.decide),
    ):
        while True:
            with timed() as one:
                marking = take(who)
            if marking is None:
                break
            number += 1
            add(takes, one)
            for to, step in (
                (bare_show, bench.show_bare),
                (shows, bench.show),
                (bare_save, bench.save_bare),
                (saves, bench.save),
                (bare_finish, bench.finish_bare),
                (finishes, bench.finish),
            ):
                with timed() as one:
                    step(marking)
                add(to, one)
    told("a file taken, against files read, one row written", number, bare, takes, of=LOOKS)
    told("what waits for me, against the same", LOOKS, bare, waiting)
    told("a file shown to mark, against one row of the store", number, bare_show, shows)
    told("saved, against one row written bare", number, bare_save, saves)
    told("finished, against two rows written bare", number, bare_finish, finishes)


def close(number: int, bench: Bench) -> None:
    """A survey with this many replies."""
    replies = Replies(number, bench.people["analyst"])
    with timed() as bare:
        replies.answer_bare()
    with timed() as cost:
        replies.answer()
    told("replies taken, against one row written bare", number, bare, cost)
    with timed() as bare:
        replies.close_bare()
    with timed() as cost:
        replies.close()
    told("survey closed, against replies read, rows written", number, bare, cost)


def add(to: Cost, one: Cost) -> None:
    to.processor += one.processor
    to.wall += one.wall


if __name__ == "__main__":
    run(*(int(one) for one in sys.argv[1:]))
