"""`GET /metrics`: the desk in numbers, as Prometheus reads them, for a key with the scope `metrics`.

No number is about anybody.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Final

from django.http import HttpRequest, HttpResponse
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_1_0_0

from rescind.desk import keys
from rescind.desk.api import problems
from rescind.desk.api.match import bearer
from rescind.desk.flows.figures import Figures, figures

PREFIX: Final = "rescind_desk_"


@problems.told
def metrics(asked: HttpRequest) -> HttpResponse:
    """Answer the numbers of this moment."""
    if asked.method != "GET":
        return problems.wrong_method("GET")
    now = datetime.now(UTC)
    keys.service_of(bearer(asked.headers.get("Authorization", "")), keys.METRICS, now=now)
    registry = CollectorRegistry(auto_describe=False)
    registry.register(_Numbers(figures(now)))
    return HttpResponse(generate_latest(registry), content_type=CONTENT_TYPE_PLAIN_1_0_0)


class _Numbers:
    """Figures as the library wants them."""

    def __init__(self, found: Figures) -> None:
        self._found = found

    def collect(self) -> Iterator[Metric]:
        """Yield every number with what it means."""
        found = self._found
        yield _by("requests", "Removal requests, by state.", "state", found.requests)
        yield _one("requests_undecided", "Requests that wait for a decision.", found.undecided)
        yield _one(
            "requests_overdue", "Requests that nobody decided though their time is over.", found.overdue
        )
        yield _moment("next_due", "When the next undecided request is due.", found.next_due)
        owed = found.owed
        counts = {
            "waiting": owed.waiting,
            "without_hook": owed.without_hook,
            "mail": owed.mail,
            "stopped": owed.stopped,
        }
        yield _by("owed", "Calls and mails that are not delivered, by what they wait for.", "state", counts)
        yield _moment("owed_oldest", "Since when the oldest of them waits.", owed.oldest)
        yield _by("bank_entries", "Live entries of the banks, by their source.", "source", found.entries)
        yield CounterMetricFamily(
            PREFIX + "journal_lines", "Lines of the journal.", value=found.journal_lines
        )
        yield _moment("work_alive", "When the process work last said that it is alive.", found.work_alive)


def _one(name: str, what: str, value: float) -> Metric:
    return GaugeMetricFamily(PREFIX + name, what, value=value)


def _by(name: str, what: str, label: str, counts: dict[str, int]) -> Metric:
    family = GaugeMetricFamily(PREFIX + name, what, labels=[label])
    for value, count in counts.items():
        family.add_metric([value], count)
    return family


def _moment(name: str, what: str, at: datetime | None) -> Metric:
    """A moment in seconds since 1970, or no value where there is none."""
    family = GaugeMetricFamily(f"{PREFIX}{name}_timestamp_seconds", what, labels=[])
    if at is not None:
        family.add_metric([], at.timestamp())
    return family
