"""Decoding processes started by these tests end with them."""

from collections.abc import Iterator

import pytest

from rescind import fingerprint


@pytest.fixture(scope="session", autouse=True)
def _no_process_left_behind() -> Iterator[None]:
    yield
    fingerprint.close()
