"""The one error of reading pages."""


class NotReadable(Exception):
    """A page cannot be read: it is not what it seems, or so built that reading it would take forever."""
