"""The letter that asks for removal: composed once, then given as plain text, as a mail draft or as a PDF; and the
short one that takes the request back.
"""

from rescind.removal.letter_compose import compose
from rescind.removal.letter_mail import NotAMailAddress, as_mail
from rescind.removal.letter_parts import Letter
from rescind.removal.letter_pdf import PdfNotInstalled, PdfNotPossible, as_pdf
from rescind.removal.letter_text import as_text
from rescind.removal.letter_withdrawal import withdrawal

__all__ = [
    "Letter",
    "NotAMailAddress",
    "PdfNotInstalled",
    "PdfNotPossible",
    "as_mail",
    "as_pdf",
    "as_text",
    "compose",
    "withdrawal",
]
