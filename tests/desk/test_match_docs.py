"""The examples of `docs/platform/match.md` do what they say, against a desk that answers and one that does not."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from rescind.desk.management.starting import start
from tests.desk.conftest import Make, at
from tests.desk.matching import SAMPLES, granted, new_key, picture
from tests.desk.test_served import free_port, made, serving

start(None)

PAGE = Path(__file__).parent.parent.parent / "docs" / "platform" / "match.md"
Says = Callable[[str, str, str], str]
"""What an example says of a picture (its path), asking a desk (its address) with a key."""


def example(language: str) -> str:
    found = re.search(rf"^```{language}\n(.*?)^```", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    assert found is not None
    return found[1]


def typed_in(*command: str, **named: str) -> str:
    done = subprocess.run(
        command, env={**os.environ, **named}, capture_output=True, text=True, check=True, timeout=60
    )
    return done.stdout


def by_curl(path: str, desk: str, key: str) -> str:
    said = typed_in("sh", "-c", example("sh").replace("photo.jpg", path), DESK=desk, KEY=key)
    action: str = json.loads(said)["items"][0]["action"]
    return action


def by_python(path: str, desk: str, key: str) -> str:
    names: dict[str, Any] = {}
    exec(example("python"), names)
    told: list[str] = []
    action = names["action_for"]("upload-1", Path(path).read_bytes(), desk, key, told.append)
    return f"{action}, told" if told else str(action)


def by_javascript(path: str, desk: str, key: str) -> str:
    ask = "actionFor('upload-1', require('fs').readFileSync(process.env.FILE), process.env.DESK, process.env.KEY)"
    script = f"{example('js')}\n{ask}.then(console.log)"
    return typed_in("node", "-e", script, DESK=desk, KEY=key, FILE=path).strip()


@pytest.mark.parametrize(
    ("says", "program", "otherwise"),
    [(by_curl, "curl", "hold"), (by_python, "sh", "none, told"), (by_javascript, "node", "refuse")],
)
def test_an_example_obeys_the_desk_and_knows_what_to_do_without_it(
    tmp_path: Path, make: Make, says: Says, program: str, otherwise: str
) -> None:
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not installed here")
    folder = made(tmp_path / "desk")
    key = new_key(folder, "uploads", "match")
    with at(folder):
        granted(make, picture("base-dogs.jpg"), now=datetime.now(UTC).replace(microsecond=0))
    with serving(folder) as served:
        desk = f"http://127.0.0.1:{served.port}"
        assert says(str(SAMPLES / "copy-q30.jpg"), desk, key) == "block"
        assert says(str(SAMPLES / "base-cat.jpg"), desk, key) == "none"
        assert says(str(SAMPLES / "copy-q30.jpg"), desk, "another key") == otherwise
    assert says(str(SAMPLES / "copy-q30.jpg"), f"http://127.0.0.1:{free_port()}", key) == otherwise
