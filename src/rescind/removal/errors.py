"""The one error base of the removal room; each subclass stands beside the code that raises it."""


class RemovalError(Exception):
    """Something about a request, a law or a document is not as it must be; `str()` is a sentence for a
    person.
    """
