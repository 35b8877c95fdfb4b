"""Why an address could not be fetched: one error for the whole room, and the sentence a person reads for each
reason.
"""

from enum import Enum

from rescind.words import phrase


class Reason(Enum):
    """What stood in the way. The values are stable words, fit for a machine-readable report."""

    ADDRESS_NOT_ALLOWED = "address-not-allowed"
    PRIVATE_ADDRESS = "private-address"
    NO_SUCH_HOST = "no-such-host"
    NO_CONNECTION = "no-connection"
    TIMED_OUT = "timed-out"
    TOO_LARGE = "too-large"
    TOO_MANY_REDIRECTS = "too-many-redirects"
    UNPROTECTED_REDIRECT = "unprotected-redirect"
    REFUSED_BY_SITE = "refused-by-site"
    BUSY = "busy"
    NOT_FOUND = "not-found"
    SERVER_ERROR = "server-error"
    TLS = "tls"
    WRONG_KIND = "wrong-kind"
    WRONG_PART = "wrong-part"
    CHANGED = "changed"
    BROKEN = "broken"


class NotFetched(Exception):
    """An address was not fetched. `str()` is a plain sentence; it never repeats the address.

    `status` is the site's last answer when there was one.
    """

    def __init__(self, reason: Reason, status: int | None = None) -> None:
        super().__init__(reason, status)
        self.reason = reason
        self.status = status

    def __str__(self) -> str:
        return sentence(self.reason)


def sentence(reason: Reason) -> str:
    """Return the plain sentence for a reason, in the current language."""
    return _address_sentence(reason) or _answer_sentence(reason)


def _address_sentence(reason: Reason) -> str:
    """Return the sentence for what was wrong before the site answered, or nothing."""
    match reason:
        case Reason.ADDRESS_NOT_ALLOWED:
            return phrase("This is not an address of a web page that I can open.")
        case Reason.PRIVATE_ADDRESS:
            return phrase("This address leads into a private network, so I did not open it.")
        case Reason.NO_SUCH_HOST:
            return phrase("I could not find a site with this name.")
        case Reason.NO_CONNECTION:
            return phrase("I could not reach the site.")
        case Reason.TLS:
            return phrase("The site could not show that it is the real one, so I did not open it.")
        case Reason.UNPROTECTED_REDIRECT:
            return phrase("The site sends on to an address without https, where others can listen in.")
        case Reason.TOO_MANY_REDIRECTS:
            return phrase("The site sends on from one address to the next, without an end.")
        case _:
            return ""


def _answer_sentence(reason: Reason) -> str:
    """Return the sentence for what was wrong with the site's answer."""
    match reason:
        case Reason.TIMED_OUT:
            return phrase("The site took too long to answer.")
        case Reason.TOO_LARGE:
            return phrase("The file is too large for me to look at.")
        case Reason.REFUSED_BY_SITE:
            return phrase("The site did not let me in. It may ask for a sign-in.")
        case Reason.BUSY:
            return phrase("The site asked me to come back later.")
        case Reason.NOT_FOUND:
            return phrase("There is nothing at this address.")
        case Reason.SERVER_ERROR:
            return phrase("The site has a problem of its own at the moment.")
        case Reason.WRONG_KIND:
            return phrase("What is at this address is not what I can look at here.")
        case Reason.WRONG_PART:
            return phrase("The site gave me another part of the file than the one I asked for.")
        case Reason.CHANGED:
            return phrase("The file changed while I was looking at it.")
        case _:
            return phrase("The site's answer was broken, so I could not read it.")
