"""Sends a mail through the platform's own mail server, plain and neutral: nothing in it says what the desk is for."""

from typing import Final

from django.core.mail import EmailMessage
from django.core.mail.backends.smtp import EmailBackend

from rescind.desk.settings.desk_file import DeskError
from rescind.desk.settings.working import Mail
from rescind.words import phrase

TIMEOUT: Final = 20
FOR_GOOD: Final = range(500, 600)


class NotMailed(DeskError):
    """The mail server did not take the mail. `for_good` says that it will not, however often it is asked."""

    def __init__(self, kind: str, code: int | None, *, for_good: bool) -> None:
        super().__init__(phrase("The mail server did not take the mail."))
        self.reason = f"{kind} {code or ''}".strip()
        self.for_good = for_good


def mail(server: Mail, to: str, subject: str, text: str, *, once: str, host: str) -> None:
    """Send the mail; raise NotMailed. `once` tells the receiving side that a second one is the same."""
    connection = EmailBackend(
        host=server.host,
        port=server.port,
        username=server.user,
        password=server.password,
        use_tls=server.protect == "starttls",
        use_ssl=server.protect == "tls",
        timeout=TIMEOUT,
    )
    headers = {"Message-ID": f"<{once}@{host}>", "Auto-Submitted": "auto-generated"}
    try:
        EmailMessage(subject, text, server.sender, [to], headers=headers, connection=connection).send()
    except OSError as error:  # what goes wrong with a mail server is one too
        code = _code(error)
        raise NotMailed(type(error).__name__, code, for_good=_is_for_good(error, code)) from error
    except ValueError as error:  # an address or a line that cannot stand in a mail
        raise NotMailed(type(error).__name__, None, for_good=True) from error


def _code(error: OSError) -> int | None:
    """Return the number with which the server refused, if it said one."""
    refused = getattr(error, "recipients", None)
    if isinstance(refused, dict) and refused:
        return int(next(iter(refused.values()))[0])
    code = getattr(error, "smtp_code", None)
    return code if isinstance(code, int) else None


def _is_for_good(error: OSError, code: int | None) -> bool:
    """Say whether trying again is of no use: the receiver is refused. A wrong password is the operator's to mend."""
    return hasattr(error, "recipients") and code in FOR_GOOD
