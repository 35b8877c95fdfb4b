"""The process that decodes. It reads one picture after the other from a pipe and writes one answer for each.

Started as `python -I -m rescind.fingerprint.child`; everything it needs is loaded before the fence closes,
since no file can be opened after.
"""

import gc
import os
import sys
from typing import BinaryIO

from PIL import AvifImagePlugin, ImageFile

from rescind.fingerprint import reading, wire
from rescind.fingerprint.fence import HEADROOM, Fence
from rescind.fingerprint.limits import HEADER_SECONDS
from rescind.fingerprint.unclear import Unclear
from rescind.fingerprint.values import Fingerprint, Wanted

WITH_REFERENCE = 2
"""How many times the memory may be used when the reference-style value is wanted: it needs the full decode.
"""


PIECE = 1 << 20
"""Bytes that Pillow hands over at once: most web pictures in one piece, which spares a copy of their pixels.
"""


def main() -> None:
    """Answer pictures until the pipe ends."""
    answers = _take_over_standard_output()
    AvifImagePlugin.DEFAULT_MAX_THREADS = 1
    ImageFile.MAXBLOCK = PIECE
    gc.freeze()
    fence = Fence()
    os.write(answers, wire.framed(wire.READY))
    while question := sys.stdin.buffer.read(wire.QUESTION_BYTES):
        wanted, length = wire.read_question(question)
        fence.allow_seconds(HEADER_SECONDS)
        fence.allow_memory(HEADROOM * (WITH_REFERENCE if wanted.reference else 1))
        os.write(answers, wire.answer_bytes(_answer(sys.stdin.buffer, length, fence, wanted)))


def _answer(pipe: BinaryIO, length: int, fence: Fence, wanted: Wanted) -> Fingerprint | Unclear:
    try:
        return reading.fingerprint(pipe.read(length), fence.allow_seconds, wanted)
    except Unclear as unclear:
        return Unclear(unclear.reason)


def _take_over_standard_output() -> int:
    """Return the pipe for answers, and send elsewhere whatever a decoder prints."""
    answers = os.dup(1)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    return answers


if __name__ == "__main__":
    main()
