"""A file that age sealed opens on a busy computer as well, where a measurement of its speed now and then goes wrong."""

from __future__ import annotations

import re
from pathlib import Path

import pyrage
import pytest

from rescind import age
from rescind.person import casefile

PASSPHRASE = "words for the tests alone"


class Busy:
    """A computer that is held up at the first measurements."""

    def __init__(self, refusals: int, says: str = "Excessive work parameter for passphrase") -> None:
        self.refusals, self.says, self.asked = refusals, says, 0

    def __call__(self, sealed: bytes, passphrase: str) -> bytes:
        self.asked += 1
        if self.asked <= self.refusals:
            raise pyrage.DecryptError(self.says)
        return sealed + passphrase.encode()


def test_a_computer_that_was_held_up_for_a_moment_opens_the_file() -> None:
    assert age.unseal(b"a", "b", decrypt=Busy(age.ATTEMPTS - 1)) == b"ab"


def test_a_computer_that_stays_too_slow_says_so() -> None:
    with pytest.raises(pyrage.DecryptError) as caught:
        age.unseal(b"a", "b", decrypt=Busy(age.ATTEMPTS))
    assert age.is_too_slow(caught.value)


def test_a_wrong_passphrase_is_tried_once() -> None:
    busy = Busy(1, "Decryption failed")
    with pytest.raises(pyrage.DecryptError):
        age.unseal(b"a", "b", decrypt=busy)
    assert busy.asked == 1


def test_these_are_the_words_of_pyrage(samples: Path) -> None:
    made = (samples.parents[1] / "vectors" / "casefile" / "v1.case").read_bytes()
    heavy = re.sub(rb"(scrypt \S+) [0-9]+", rb"\1 60", made, count=1)
    with pytest.raises(pyrage.DecryptError) as caught:
        pyrage.passphrase.decrypt(heavy, PASSPHRASE)
    assert age.is_too_slow(caught.value)


def test_a_case_on_such_a_computer_is_not_called_somebody_elses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(age.unseal, "__kwdefaults__", {"decrypt": Busy(age.ATTEMPTS)})
    sealed = (
        b"age-encryption.org/v1\n-> scrypt "
        + b"A" * 22
        + b" 18\n"
        + b"A" * 43
        + b"\n--- "
        + b"A" * 43
        + b"\n"
        + bytes(99)
    )
    with pytest.raises(casefile.TooSlow, match="busy"):
        casefile.unseal(sealed, PASSPHRASE)
