"""Opens what age sealed with a passphrase, on a busy computer as well.

pyrage measures the computer for about a millisecond, and refuses a file that would take it more than some 16 seconds. A
program that is held up in that very millisecond takes the computer for a slow one, and refuses a file that it made itself.
So the measurement is made again. What is too much for any computer is for the caller to refuse beforehand.
"""

from collections.abc import Callable
from typing import Final

import pyrage

ATTEMPTS: Final = 40
"""A measurement costs milliseconds. At 20 busy programs to a core some 3 of 4 fail."""

TOO_SLOW: Final = "Excessive work"
"""With these words of pyrage's begins what it says then; a test holds them."""

Decrypt = Callable[[bytes, str], bytes]


def unseal(sealed: bytes, passphrase: str, *, decrypt: Decrypt = pyrage.passphrase.decrypt) -> bytes:
    """Return what was sealed. Raises pyrage.DecryptError, with TOO_SLOW when every measurement said so."""
    for _ in range(ATTEMPTS - 1):
        try:
            return decrypt(sealed, passphrase)
        except pyrage.DecryptError as error:
            if not is_too_slow(error):
                raise
    return decrypt(sealed, passphrase)


def is_too_slow(error: Exception) -> bool:
    """Say whether pyrage took the computer for too slow."""
    return str(error).startswith(TOO_SLOW)
