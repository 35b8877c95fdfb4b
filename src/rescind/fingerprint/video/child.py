"""The process that decodes one video after the other. It asks for pieces of the file and tells what it sees.

Started as `python -I -m rescind.fingerprint.video.child`; everything it needs is loaded before the fence closes.
`rescind.fingerprint.video.processes` ends it after some.
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
from rescind.fingerprint.video.asking import AskedFile, Tell, teller
from rescind.fingerprint.video.limits import HEADROOM, OPENING_SECONDS
from rescind.fingerprint.video.looking import Look
from rescind.fingerprint.video.unclear import UnclearVideo
from rescind.fingerprint.video.values import WantedOfVideo

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
    """Look at videos until the pipe ends."""
    answers = os.dup(1)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    ImageFile.MAXBLOCK = PIECE
    gc.freeze()
    fence = Fence(HEADROOM)
    os.write(answers, pictures.framed(pictures.READY))
    tell = teller(answers)
    while question := sys.stdin.buffer.read(wire.QUESTION_BYTES):
        wanted, size = wire.read_question(question)
        fence.allow_seconds(OPENING_SECONDS)
        tell(_last_word(wanted, AskedFile(tell, sys.stdin.buffer, size), tell, fence))
        gc.collect()
    # Gone at once: what decoders do while they are taken down is not wanted where files may be hostile.
    os._exit(0)


def _last_word(wanted: WantedOfVideo, file: AskedFile, tell: Tell, fence: Fence) -> wire.Ended | UnclearVideo:
    """Tell everything about one video but the last; return that."""
    try:
        return Look(wanted, tell, fence.allow_seconds).at(file)
    except UnclearVideo as unclear:
        return UnclearVideo(unclear.reason)
    except MemoryError:
        return UnclearVideo(Reason.TOO_MUCH_MEMORY)


if __name__ == "__main__":
    main()
