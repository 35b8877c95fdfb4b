"""Why a video has no fingerprint, said so that a person understands it."""

from rescind.fingerprint.unclear import Reason, Unclear
from rescind.words import phrase


class UnclearVideo(Unclear):
    """A video gives no fingerprint, and `reason` says why. Its text is a sentence for the person."""

    def __str__(self) -> str:
        return _sentence(self.reason) or super().__str__()


def _sentence(reason: Reason) -> str | None:
    """Return what is said of a video and not of a picture, if anything is."""
    match reason:
        case Reason.UNSUPPORTED_FORMAT:
            return phrase("I cannot open this kind of video. A copy saved as MP4 will work.")
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
