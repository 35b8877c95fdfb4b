"""Addresses of our own pages, as links and forms write them."""


def kept(path: str, tag: str) -> str:
    """Return the path with the language's tag, when one was chosen by the address."""
    return f"{path}?lang={tag}" if tag else path
