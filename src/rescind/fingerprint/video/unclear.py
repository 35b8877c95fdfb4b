"""Why a video has no fingerprint, said so that a person understands it."""

from rescind.fingerprint.unclear import Reason, Unclear
from rescind.words import phrase


class UnclearVideo(Unclear):
    """A video gives no fingerprint, and `reason` says why. Its text is a sentence for the person."""

    def __str__(self) -> str:
        return _what_it_is(self.reason) or _what_stopped(self.reason) or super().__str__()


def _what_it_is(reason: Reason) -> str | None:
    """Return what is said of a file that cannot be seen as a video."""
    match reason:
        case Reason.NOT_A_VIDEO:
            return phrase("This file is not a video.")
        case Reason.UNSUPPORTED_FORMAT:
            return phrase("I cannot open this kind of video. A copy saved as MP4 will work.")
        case Reason.NO_PICTURES:
            return phrase("This file has sound, but no moving picture.")
        case Reason.NO_INDEX:
            return phrase("This video was not saved to its end, so no program can play it.")
        case Reason.NEEDS_VIDEO:
            return phrase("To open videos, one more part is needed: pip install 'rescind[video]'")
    return None


def _what_stopped(reason: Reason) -> str | None:
    """Return what is said of a video that could be opened, but not read."""
    match reason:
        case Reason.TRUNCATED:
            return phrase("This video stops before its first picture. The rest of the file is missing.")
        case Reason.TOO_LARGE:
            return phrase("The pictures in this video are too big for me to open safely.")
        case Reason.TOO_SLOW:
            return phrase("This video took too long to open, so I stopped.")
        case Reason.TOO_MUCH_MEMORY:
            return phrase("This video needs more memory than I can safely give it.")
        case Reason.DECODER_DIED:
            return phrase("Something in this file made the video opener stop. Your other files are fine.")
    return None
