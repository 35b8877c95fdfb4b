"""Made and chosen passphrases."""

import pytest

from rescind.person import passphrase
from rescind.person.passphrase import Worth


def test_a_made_one_has_seven_words_of_the_list_and_is_judged_good():
    made = passphrase.generate()
    assert len(made.split(" ")) == 7
    assert set(made.split(" ")) <= set(passphrase.word_list())
    assert passphrase.judge(made).worth is Worth.GOOD


def test_no_two_made_ones_are_alike_and_every_part_of_the_list_is_used():
    made = [passphrase.generate() for _ in range(300)]
    assert len(set(made)) == 300
    assert len({words[0] for one in made for words in one.split(" ")}) > 20
    assert len({word for one in made for word in one.split(" ")}) > 1500


def test_the_stated_strength_is_that_of_the_list():
    assert passphrase.bits(7) > 90
    assert passphrase.bits(6) == pytest.approx(6 / 7 * passphrase.bits(7))


def test_too_few_words_are_not_made():
    with pytest.raises(ValueError, match="at least 5"):
        passphrase.generate(4)


def test_the_words_are_plain_and_separate():
    words = passphrase.word_list()
    assert all(word.isascii() and word.isalpha() and word.islower() and len(word) >= 3 for word in words)


@pytest.mark.parametrize(
    "hurtful", ["shame", "naked", "blame", "undress", "predator", "revenge", "violate", "exposed"]
)
def test_no_word_hurts_who_has_to_type_it(hurtful):
    assert hurtful not in passphrase.word_list()


@pytest.mark.parametrize(
    ("chosen", "worth"),
    [
        ("", Worth.EMPTY),
        ("   ", Worth.EMPTY),
        ("Tr0ub4dor&3", Worth.SHORT),
        ("a b c d e f g h", Worth.SHORT),
        ("aaaaaaaaaaaaaaaaaaaa", Worth.REPETITIVE),
        ("abababababababab", Worth.REPETITIVE),
        ("all small letters no digits", Worth.GOOD),
        ("пять простых слов подряд", Worth.GOOD),
    ],
)
def test_a_chosen_one_is_judged_by_what_makes_it_hard_to_guess(chosen, worth):
    verdict = passphrase.judge(chosen)
    assert verdict.worth is worth
    assert verdict.usable == (worth is not Worth.EMPTY)
    assert verdict.ask_again == (worth in (Worth.SHORT, Worth.REPETITIVE))
    assert not chosen.strip() or chosen not in verdict.sentence
