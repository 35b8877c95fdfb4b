"""The request document in what was sent: it is read in memory, and what is no such document is not kept."""

from django.conf import settings
from django.http import HttpRequest

from rescind.removal import NotADocument, Request, document
from rescind.words import phrase


def document_in(asked: HttpRequest) -> Request:
    """Return the request that the file field `document` holds; raise NotADocument, also when there is no file."""
    file = asked.FILES.get("document")
    if file is None:
        raise NotADocument(_no_file(asked))
    return document.read(file.read(document.SIZE_LIMIT + 1))


def _no_file(asked: HttpRequest) -> str:
    """Return why there is no file: none was chosen, or it was too large to be taken into memory."""
    if int(asked.headers.get("Content-Length") or 0) > settings.FILE_UPLOAD_MAX_MEMORY_SIZE:
        return phrase("This file is too large to be a request.")
    return phrase("Choose the file first.")
