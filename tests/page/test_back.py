"""Taking back in the page: a request, with the letter Python writes for it, and the permission of who acts for somebody."""

from __future__ import annotations

from pathlib import Path

from rescind.person.case import Case
from rescind.person.casefile.sealing import unseal
from rescind.removal import Sent, State, Withdrawn, law, letter
from tests.page.browser import Visitor, keep_picture

SEALED = Path(__file__).resolve().parents[2] / "vectors" / "casefile" / "v1-quick.case"
WORDS = "these words open the sample file"


def open_sealed(visitor: Visitor, sealed: Path = SEALED) -> None:
    """Open a sealed file and wait for what is in it."""
    visitor.page.locator("#adults").click()
    visitor.page.locator("#open").click()
    visitor.page.set_input_files("#case", sealed)
    visitor.page.locator("#passphrase").fill(WORDS)
    visitor.press("Open")
    visitor.page.locator("#more").wait_for(timeout=60_000)


def saved(visitor: Visitor, folder: Path) -> Case:
    """Save the file again; what Python finds in it."""
    visitor.page.locator("#save-again").click()
    visitor.saved("Save the file").save_as(folder / "again.age")
    return unseal((folder / "again.age").read_bytes(), WORDS)


def test_a_request_that_is_taken_back_has_the_letter_that_python_writes(
    visitor: Visitor, tmp_path: Path
) -> None:
    open_sealed(visitor)
    visitor.press("I sent it")
    card, sheet = visitor.page.locator("section.card").first, visitor.page.locator("pre.letter")
    assert sheet.count() == 0
    visitor.press("Take this request back")
    visitor.press("Yes, I take it back")
    assert card.locator("[class*=note-]").count() == 0
    shown = {}
    for tongue in ("ar", "en"):
        visitor.page.locator("select").first.select_option(tongue)
        shown[tongue] = sheet.inner_text().strip()
        keep_picture(visitor, f"taken-back-{tongue}")
    after = saved(visitor, tmp_path).requests[0]
    assert after.state is State.WITHDRAWN
    assert [type(one) for one in after.history] == [Sent, Withdrawn]
    for tongue, words in shown.items():
        made = letter.withdrawal(after, law(after.law), language=tongue, at=after.history[-1].at)
        assert words == made.strip()
    assert visitor.broken == []


def test_what_nobody_has_heard_of_is_taken_back_without_a_letter(visitor: Visitor) -> None:
    open_sealed(visitor)
    visitor.press("Take this request back")
    visitor.reads("You have not sent it, so nobody has to be told.")
    visitor.press("Yes, I take it back")
    visitor.reads("You took it back.")
    assert visitor.page.locator("pre.letter, a.mail").count() == 0


def test_a_permission_that_was_taken_back_stays_so_until_a_new_one_is_given(
    visitor: Visitor, tmp_path: Path
) -> None:
    open_sealed(visitor)
    visitor.press("Did they take their permission back?")
    visitor.press("Yes, from today I no longer act for them")
    visitor.reads("you no longer act for the person shown")
    asker = saved(visitor, tmp_path).asker
    known = unseal(SEALED.read_bytes(), WORDS).asker
    assert asker is not None
    assert known is not None
    assert known.authority is not None
    assert asker.authority is not None
    assert asker.authority.withdrawn is not None
    assert (asker.authority.scope, asker.authority.since) == (known.authority.scope, known.authority.since)

    visitor.page.reload()
    open_sealed(visitor, tmp_path / "again.age")
    visitor.page.locator("details:has(.note-withdrawn) summary").first.click()
    visitor.page.locator(".note-withdrawn").first.click()
    assert saved(visitor, tmp_path).asker == asker, "saving gave back what was taken"
    visitor.on()
    visitor.press("See my requests")
    visitor.page.locator("#more").click()
    visitor.on()
    visitor.reads("If they allowed it again, say since when.")
    assert visitor.title() == "Are the pictures of you?"
    visitor.fill("Since when?", f"{asker.authority.withdrawn}")
    visitor.on()
    assert visitor.title().startswith("Do you have the pictures")


def test_before_a_file_takes_the_place_of_what_is_not_saved_that_is_said(visitor: Visitor) -> None:
    visitor.page.locator("#adults").click()
    visitor.page.locator("#open").click()
    assert visitor.page.locator("#replaces").count() == 0
    visitor.page.locator("#back").click()
    visitor.page.locator("#begin").click()
    visitor.page.locator("input[value=self]").check()
    visitor.on()
    visitor.page.locator("#back").click()
    visitor.page.locator("#back").click()
    visitor.page.locator("#open").click()
    visitor.reads("What you typed here is not saved.")
