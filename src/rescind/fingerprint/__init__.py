"""Bytes of a picture in, fingerprint out, or `Unclear` with the reason.

Pictures are normalised first, so that one picture saved in many ways has one fingerprint: the EXIF turn is
applied, palettes become colours, what is transparent is white, CMYK and 16 bit become what a person sees.
Nothing of a picture is kept: neither its pixels nor what a camera wrote beside them, but for the way up.

Untrusted bytes are decoded in a child process that can neither open a file, nor a socket, nor start a
program, with bounded memory and time (`rescind.fingerprint.fence`). A crash there loses one picture, not the
run.
"""

from rescind.fingerprint.closing import close
from rescind.fingerprint.pool import of_image, of_images
from rescind.fingerprint.source import Enough, Held, Source
from rescind.fingerprint.unclear import FingerprintError, NoDecoder, Reason, Unclear
from rescind.fingerprint.values import (
    PLAIN_BELOW,
    WHOLE,
    Box,
    Fingerprint,
    How,
    Note,
    Panel,
    PanelKind,
    Parts,
    Shown,
)
from rescind.fingerprint.video import (
    FIRST_BYTES,
    Frame,
    HowVideo,
    Sampling,
    UnclearVideo,
    VideoFingerprint,
    VideoNote,
    is_video,
    of_video,
)

__all__ = [
    "FIRST_BYTES",
    "PLAIN_BELOW",
    "WHOLE",
    "Box",
    "Enough",
    "Fingerprint",
    "FingerprintError",
    "Frame",
    "Held",
    "How",
    "HowVideo",
    "NoDecoder",
    "Note",
    "Panel",
    "PanelKind",
    "Parts",
    "Reason",
    "Sampling",
    "Shown",
    "Source",
    "Unclear",
    "UnclearVideo",
    "VideoFingerprint",
    "VideoNote",
    "close",
    "is_video",
    "of_image",
    "of_images",
    "of_video",
]
