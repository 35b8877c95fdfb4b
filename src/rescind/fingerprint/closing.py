"""End every decoding process that stands idle, those for pictures and those for videos."""

from rescind.fingerprint import pool
from rescind.fingerprint.video import processes


def close() -> None:
    """End the decoding processes that stand idle. The next picture or video starts a new one."""
    pool.close()
    processes.close()
