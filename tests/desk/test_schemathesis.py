"""A served desk is asked by schemathesis from its own description: each answer is described, and none is our mistake."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.desk.test_metrics import KEY
from tests.desk.test_served import Served, made, serving
from tests.desk.test_work import in_process
from tests.house.sources import ROOT

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
EXAMPLES = 25
DESCRIBED = schemathesis.openapi.from_dict(
    json.loads((ROOT / "docs" / "platform" / "openapi.json").read_text(encoding="utf-8"))
)
OPERATIONS = [found.ok() for found in DESCRIBED.get_all_operations()]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(made(tmp_path_factory.mktemp("described") / "desk")) as one:
        yield one


@pytest.fixture(scope="module")
def key(served: Served) -> str:
    """A key that may do everything."""
    scopes = '"requests match feedback copies metrics")'
    return in_process(served.folder, KEY.replace('"requests")', scopes)).split()[-1]


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda one: one.label)
def test_every_answer_is_described_and_none_is_a_mistake_of_ours(
    operation: schemathesis.schemas.APIOperation, served: Served, key: str
) -> None:
    @given(case=operation.as_strategy())
    @settings(
        max_examples=EXAMPLES,
        derandomize=True,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    def asked(case: schemathesis.Case) -> None:
        with_key = {"Authorization": f"Bearer {key}"} if operation.method == "post" else {}
        case.call_and_validate(
            base_url=f"http://localhost:{served.port}", headers=with_key, checks=CHECKS, timeout=30
        )

    asked()
