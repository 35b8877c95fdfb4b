"""JSON from a stranger, read strictly: UTF-8, no key twice, nothing that is not JSON."""

import json


def read_json(content: bytes) -> object:
    """Return the value; raise ValueError when it is not UTF-8, not JSON, too deep or says a key twice."""
    try:
        return json.loads(content.decode("utf-8"), object_pairs_hook=_once, parse_constant=_refused)
    except RecursionError as error:
        raise ValueError("too deep") from error


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    values = dict(pairs)
    if len(values) != len(pairs):
        raise ValueError("a key stands twice")
    return values


def _refused(constant: str) -> object:
    raise ValueError(f"{constant} is not JSON")
