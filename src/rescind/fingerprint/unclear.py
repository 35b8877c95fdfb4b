"""Why a picture has no fingerprint, said so that a person understands it."""

from enum import StrEnum

from rescind.words import phrase


class Reason(StrEnum):
    """Why a file could not be fingerprinted."""

    EMPTY = "empty"
    NOT_A_PICTURE = "not-a-picture"
    UNSUPPORTED_FORMAT = "unsupported-format"
    TRUNCATED = "truncated"
    CORRUPT = "corrupt"
    TOO_LARGE = "too-large"
    TOO_SLOW = "too-slow"
    TOO_MUCH_MEMORY = "too-much-memory"
    DECODER_DIED = "decoder-died"
    NOT_A_VIDEO = "not-a-video"
    NO_PICTURES = "no-pictures"
    NO_INDEX = "no-index"
    NEEDS_VIDEO = "needs-video"


class FingerprintError(Exception):
    """The base of everything this room raises."""


class Unclear(FingerprintError):  # the word of the house
    """A file gives no fingerprint, and `reason` says why. Its text is a sentence for the person."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason

    def __str__(self) -> str:
        return _of_a_video(self.reason) or _sentence(self.reason)


class NoDecoder(FingerprintError):
    """The process that opens pictures could not be started at all; no picture is to blame."""

    def __str__(self) -> str:
        return phrase(
            "The part of this program that opens pictures does not start. Installing it again may help."
        )


def _of_a_video(reason: Reason) -> str | None:
    """Return what is said where only a video can be meant."""
    match reason:
        case Reason.NOT_A_VIDEO:
            return phrase("This file is not a video.")
        case Reason.NO_PICTURES:
            return phrase("This file has sound, but no moving picture.")
        case Reason.NO_INDEX:
            return phrase("This video was not saved to its end, so no program can play it.")
        case Reason.NEEDS_VIDEO:
            return phrase("Type pip install 'rescind[video]' to add the part that opens videos.")
    return None


def _sentence(reason: Reason) -> str:
    match reason:
        case Reason.EMPTY:
            return phrase("This file is empty.")
        case Reason.NOT_A_PICTURE:
            return phrase("This file is not a picture.")
        case Reason.UNSUPPORTED_FORMAT:
            return phrase("I cannot open this kind of file. A copy saved as JPEG or PNG will work.")
        case Reason.TRUNCATED:
            return phrase("This file stops in the middle. A part of the picture is missing.")
        case Reason.CORRUPT:
            return phrase("This file is damaged, so I cannot open it.")
        case Reason.TOO_LARGE:
            return phrase("This picture is too big for me to open safely.")
        case Reason.TOO_SLOW:
            return phrase("This picture took too long to open, so I stopped.")
        case Reason.TOO_MUCH_MEMORY:
            return phrase("This picture needs more memory than I can safely give it.")
    return phrase("Something in this file made the picture opener stop. Your other pictures are fine.")
