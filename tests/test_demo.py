"""The demo opens with the address of the page, and the page is really there, with its checks, as long as the demo runs."""

from __future__ import annotations

import http.client
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from demo.board import Board
from demo.run import begun, page_beside


def asked(address: str, path: str, **headers: str) -> tuple[http.client.HTTPResponse, str]:
    """What the page's server answers."""
    calling = http.client.HTTPConnection("127.0.0.1", urlsplit(address).port or 0, timeout=10)
    calling.request("GET", path, headers=headers)
    answer = calling.getresponse()
    words = answer.read().decode()
    calling.close()
    return answer, words


def test_the_first_line_is_an_address_that_opens_the_page_with_its_checks(
    board: Callable[[], Board], tmp_path: Path
) -> None:
    with page_beside() as page:
        story = begun(board(), page, tmp_path)
        first = story.console.export_text().splitlines()[0]
        assert first == page
        let_in, _ = asked(first, urlsplit(first).path)
        cookie = (let_in.getheader("Set-Cookie") or "").partition(";")[0]
        assert '"checks": "/checks/"' in asked(first, "/offered.js", Cookie=cookie)[1]
    with pytest.raises(ConnectionRefusedError):
        asked(page, "/")
