"""What the monitor may count: names and labels from this module and from nowhere else."""

from collections.abc import Callable, Iterator, Mapping

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

# In seconds: around the budgets of pages (0.3, 0.5 and 1 s).
BUCKETS = (0.05, 0.1, 0.3, 0.5, 0.8, 1.0, 2.0, 5.0)
CLASSES = ("1xx", "2xx", "3xx", "4xx", "5xx")

Gauges = Callable[[], Mapping[str, float]]

registry = CollectorRegistry()
_answered = Counter(
    "peelian_requests", "Requests answered.", ("route", "status"), registry=registry
)
_took = Histogram(
    "peelian_request_seconds", "Time to answer.", ("route",), buckets=BUCKETS, registry=registry
)


def count_request(route: str, status: int, seconds: float) -> None:
    """Count one answer under the name of its route and the class of its status."""
    _answered.labels(route, CLASSES[status // 100 - 1]).inc()
    _took.labels(route).observe(seconds)


class Standing(Collector):
    """Figures that are read when they are asked for: ages, sizes, lengths of queues."""

    def __init__(self, gauges: Gauges) -> None:
        self._gauges = gauges

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """One gauge for each figure."""
        for name, value in self._gauges().items():
            yield GaugeMetricFamily(f"peelian_{name}", name.replace("_", " "), value=value)


def in_text(gauges: Gauges) -> bytes:
    """Everything in the form that Prometheus reads."""
    own = CollectorRegistry()
    own.register(Standing(gauges))
    return generate_latest(registry) + generate_latest(own)
