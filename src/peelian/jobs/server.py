"""The web server. Every worker process has engines of its own, so that readers share no lock."""

from granian.constants import Interfaces
from granian.server import Server

DEFAULT_PORT = 8000
APPLICATION = "peelian.config.wsgi:application"


def serve(*, host: str, port: int, workers: int) -> None:
    """Serve until the process is told to stop."""
    Server(
        target=APPLICATION,
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        # Queries hold a thread while they run; a few per worker keep small pages quick meanwhile.
        blocking_threads=4,
        log_access=False,
    ).serve()
