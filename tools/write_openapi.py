"""Writes `docs/platform/openapi.json` from the code that serves it.

    python tools/write_openapi.py

A test says when the file is not current.
"""

from __future__ import annotations

import json
from pathlib import Path

from rescind.desk.management.starting import start

PAGE = Path(__file__).resolve().parent.parent / "docs" / "platform" / "openapi.json"

if __name__ == "__main__":
    start(None)
    from rescind.desk.api.openapi import described

    PAGE.write_text(json.dumps(described(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
