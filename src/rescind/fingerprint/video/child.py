"""The process that decodes one video. It asks for pieces of the file and tells what it sees.

Started as `python -I -m rescind.fingerprint.video.child`; everything it needs is loaded before the fence closes.
It serves one video and ends, so that nothing a decoder leaves behind outlives the file.
"""

import gc
import os
import sys

import av.audio.codeccontext
import av.audio.stream
import av.sidedata.encparams
import av.sidedata.motionvectors
import av.subtitles.codeccontext
import av.subtitles.stream
import av.video.reformatter
from PIL import ImageFile

from rescind.fingerprint import wire as pictures
from rescind.fingerprint.fence import Fence
from rescind.fingerprint.unclear import Reason
from rescind.fingerprint.video import wire
from rescind.fingerprint.video.asking import AskedFile, teller
from rescind.fingerprint.video.limits import HEADROOM, OPENING_SECONDS
from rescind.fingerprint.video.looking import Look
from rescind.fingerprint.video.unclear import UnclearVideo

LOADED = (
    av.audio.codeccontext,
    av.audio.stream,
    av.sidedata.encparams,
    av.sidedata.motionvectors,
    av.subtitles.codeccontext,
    av.subtitles.stream,
    av.video.reformatter,
)
"""What PyAV would load at its first use, which would be too late."""


PIECE = 1 << 20
"""Bytes that Pillow hands over at once: a reduced frame in one piece."""


def main() -> None:
    """Look at one video."""
    answers = os.dup(1)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    ImageFile.MAXBLOCK = PIECE
    gc.freeze()
    fence = Fence(HEADROOM)
    os.write(answers, pictures.framed(pictures.READY))
    question = sys.stdin.buffer.read(wire.QUESTION_BYTES)
    if not question:
        return
    wanted, size = wire.read_question(question)
    tell = teller(answers)
    fence.allow_seconds(OPENING_SECONDS)
    try:
        Look(wanted, tell, fence.allow_seconds).at(AskedFile(tell, sys.stdin.buffer, size))
    except UnclearVideo as unclear:
        tell(unclear)
    except MemoryError:
        tell(UnclearVideo(Reason.TOO_MUCH_MEMORY))
    # Gone at once: what decoders do while they are taken down is not wanted of a file that may be hostile.
    os._exit(0)


if __name__ == "__main__":
    main()
