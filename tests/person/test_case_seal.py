"""The seal: old files open for ever, the standard tool opens ours, and each way of being wrong has its own error."""

import re
import shutil
from pathlib import Path
from time import process_time

import pytest

from rescind.person import casefile
from rescind.person.casefile.sealing import MOST_WORK, check_header, work_of
from tests.person.case_samples import PASSPHRASE, empty, full, with_prints

VECTORS = Path(__file__).parents[2] / "vectors" / "casefile"
OLD = (VECTORS / "v1-quick.case").read_bytes()
INSIDE = (VECTORS / "v1.json").read_bytes()
HEADER = OLD.index(b"\n", OLD.index(b"\n---") + 1) + 1


@pytest.fixture(scope="module")
def sealed() -> bytes:
    return casefile.seal(full(), PASSPHRASE)


@pytest.mark.parametrize("name", ["v1.case", "v1-by-age.case", "v1-quick.case"])
def test_a_file_of_the_first_version_opens(name):
    case = casefile.unseal((VECTORS / name).read_bytes(), PASSPHRASE)
    assert case == casefile.from_bytes(INSIDE)
    assert (case.pictures[0].label, case.pictures[0].turns[3]) == ("the beach one", b"\x03" * 32)
    assert [seen.stand.value for seen in case.sightings] == ["gone", "there"]
    assert (case.requests[0].id, case.log[0].what) == ("r-1", "I told my sister.")
    assert case.evidence[0].content == b"not really a picture"


def test_what_came_later_is_read_as_it_was_first_written():
    assert casefile.from_bytes((VECTORS / "v1-prints.json").read_bytes()) == with_prints()


def test_what_was_sealed_shows_nothing_of_what_is_inside(sealed):
    for inside in (b"board.example", b"beach", b"rescind", b"sister", full().pictures[0].turns[1]):
        assert inside not in sealed


def test_the_standard_age_tool_opens_it(sealed, tmp_path):
    if shutil.which("age") is None:
        pytest.skip("the standard tool `age` is not installed here")
    import pexpect

    (tmp_path / "notes.age").write_bytes(sealed)
    tool = pexpect.spawn(
        "age", ["-d", "-o", str(tmp_path / "out.json"), str(tmp_path / "notes.age")], timeout=60
    )
    tool.expect("passphrase")
    tool.sendline(PASSPHRASE)
    tool.expect(pexpect.EOF)
    tool.close()
    assert tool.exitstatus == 0, tool.before
    assert (tmp_path / "out.json").read_bytes() == casefile.to_bytes(full())


def test_letters_typed_in_another_unicode_form_open_the_same_file():
    def kept(_content: bytes, words: str) -> bytes:
        seen.append(words)
        return OLD

    seen: list[str] = []
    casefile.seal(empty(), "cafe\u0301 na\u00efve", encrypt=kept)
    assert set(seen) == {"caf\u00e9 na\u00efve"}


def test_a_wrong_passphrase_is_told_apart_from_damage():
    with pytest.raises(casefile.WrongPassphrase):
        casefile.unseal(OLD, PASSPHRASE + "?")


@pytest.mark.parametrize("eighth", range(1, 8))
def test_a_file_torn_at_any_eighth_is_torn(eighth):
    with pytest.raises(casefile.TornFile):
        casefile.unseal(OLD[: len(OLD) * eighth // 8], PASSPHRASE)


def test_a_file_torn_anywhere_in_its_header_is_torn_and_costs_nothing():
    began = process_time()
    for length in range(1, HEADER + 32):
        with pytest.raises(casefile.TornFile):
            casefile.unseal(OLD[:length], PASSPHRASE)
    assert process_time() - began < 1


@pytest.mark.parametrize("place", ["mac", "nonce", "body", "more"])
def test_a_changed_or_longer_file_is_torn(place):
    position = {"mac": OLD.index(b"--- ") + 6, "nonce": HEADER + 2, "body": HEADER + 200, "more": len(OLD)}[
        place
    ]
    letter = b"A" if OLD[position : position + 1] != b"A" else b"B"
    with pytest.raises(casefile.TornFile):
        casefile.unseal(OLD[:position] + letter + OLD[position + 1 :], PASSPHRASE)


def test_an_empty_file_is_its_own_error():
    with pytest.raises(casefile.EmptyFile):
        casefile.unseal(b"", PASSPHRASE)


FOREIGN = {
    "a picture": b"\xff\xd8\xff\xe0" + b"\0" * 500,
    "plain text": b"Dear diary\n" * 50,
    "armoured": b"-----BEGIN AGE ENCRYPTED FILE-----\nYWdlLWVuY3J5\n",
    "sealed to a key": b"age-encryption.org/v1\n-> X25519 "
    + b"A" * 43
    + b"\n"
    + b"A" * 43
    + b"\n--- "
    + b"A" * 43,
}


@pytest.mark.parametrize("content", FOREIGN.values(), ids=FOREIGN)
def test_another_kind_of_file_is_not_a_case_file(content):
    with pytest.raises(casefile.NotACaseFile):
        casefile.unseal(content, PASSPHRASE)


def test_a_sealed_file_with_something_else_inside_is_not_a_case_file():
    with pytest.raises(casefile.NotACaseFile):
        casefile.unseal((VECTORS / "foreign.case").read_bytes(), PASSPHRASE)


def test_a_newer_version_is_told_inside_and_outside():
    with pytest.raises(casefile.NewerVersion):
        casefile.unseal((VECTORS / "newer.case").read_bytes(), PASSPHRASE)
    with pytest.raises(casefile.NewerVersion):
        casefile.unseal(OLD.replace(b"/v1", b"/v2", 1), PASSPHRASE)


@pytest.mark.parametrize("work", [MOST_WORK + 1, 24, 30, 63, 64, 99])
def test_a_file_that_asks_for_too_much_work_is_refused_at_once(work):
    began = process_time()
    with pytest.raises(casefile.TooCostly):
        casefile.unseal(re.sub(rb"(scrypt \S+) 10", rb"\1 %d" % work, OLD, count=1), PASSPHRASE)
    assert process_time() - began < 0.5


@pytest.mark.parametrize("work", [b"0", b"007", b"-1", b"100", b"999999999999", b"x", b""])
def test_work_that_is_no_plain_number_is_refused_at_once(work):
    began = process_time()
    with pytest.raises(casefile.CaseFileError):
        casefile.unseal(re.sub(rb"(scrypt \S+) 10", rb"\1 " + work, OLD, count=1), PASSPHRASE)
    assert process_time() - began < 0.5


def test_what_we_seal_asks_for_work_that_we_accept(sealed):
    assert 14 <= work_of(sealed) <= MOST_WORK


def weak(work: int) -> bytes:
    return OLD.replace(b" 10\n", b" %d\n" % work, 1)


@pytest.mark.parametrize(
    ("chosen", "kept", "calls"), [((12, 18), 18, 2), ((12, 11), 12, 2), ((18, 11), 18, 1)]
)
def test_a_sealing_that_came_out_weak_is_tried_once_more_and_the_stronger_kept(chosen, kept, calls):
    asked = []

    def encrypt(_content: bytes, _words: str) -> bytes:
        asked.append(weak(chosen[len(asked)]))
        return asked[-1]

    assert work_of(casefile.seal(empty(), PASSPHRASE, encrypt=encrypt)) == kept
    assert len(asked) == calls


def test_no_passphrase_is_refused():
    with pytest.raises(ValueError, match="passphrase"):
        casefile.seal(empty(), "")


def test_the_header_alone_tells_all_but_the_passphrase():
    check_header(OLD)
    with pytest.raises(casefile.NotACaseFile):
        check_header(b"hello")


@pytest.mark.parametrize(
    "kind", [*casefile.CaseFileError.__subclasses__(), casefile.EmptyFile], ids=lambda one: one.__name__
)
def test_every_error_is_a_sentence_of_its_own(kind):
    sentences = [str(one()) for one in [*casefile.CaseFileError.__subclasses__(), casefile.EmptyFile]]
    assert sentences.count(str(kind())) == 1
    assert str(kind()).endswith(".")
