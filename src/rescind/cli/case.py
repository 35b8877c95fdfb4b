"""`rescind case`: the sealed file. Make it, add pictures, look inside, hand over, withdraw, erase."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from rescind.cli import options
from rescind.cli.clock import utc_now
from rescind.cli.exits import Exit
from rescind.cli.unlock import case_options
from rescind.cli.withdraw import withdraw
from rescind.words import long_moment, phrase, phrases

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rescind.cli.say import Say
    from rescind.person.case import Case


@click.group()
def case() -> None:
    """Your sealed file: one file, one passphrase, nothing anywhere else.

    It holds fingerprints, places, what was seen and your requests. It holds no picture and no video, unless you ask for
    one as evidence (check --keep-evidence). You can copy it to another computer or a stick, and any age program can open
    it with the passphrase.
    """


@case.command()
@case_options
@click.option("--generate", is_flag=True, help="Use a passphrase made of words by chance, and show it once.")
@options.all_adults
@options.as_json
def new(
    case_file: Path, passphrase_file: Path | None, generate: bool, all_adults: bool, as_json: bool
) -> None:
    """Make a new sealed file. Asks the age question first, then for a passphrase.

    There is no way to open the file without its passphrase: not for you, not for us, not for anyone.
    """
    from rescind.cli.gate import ask_age
    from rescind.cli.say import Say, remark
    from rescind.person import casefile
    from rescind.person.case import new_case

    say, now = Say(as_json), utc_now()
    if case_file.exists():
        raise casefile.CaseExists
    if not case_file.absolute().parent.is_dir():
        raise click.UsageError(phrase("There is no such folder for the file."))
    ask_age(all_adults, keeps=True)
    words, made = new_passphrase(passphrase_file, generate=generate)
    casefile.create_case(case_file, new_case(adults_said_at=now, now=now), words)
    if made:
        remark(phrase("Write these words down and keep them where only you look:"))
        say.line(words)
    say.record({"made": str(case_file), "passphrase": words if made else None})
    say.line(phrase("Made {file}. Without the passphrase nobody can open it, not even us.", file=case_file))


def new_passphrase(file: Path | None, *, generate: bool) -> tuple[str, bool]:
    """The passphrase for a new file, and whether it was made here: from a file, by chance, or chosen at the terminal."""
    from rescind.cli import ask
    from rescind.cli.say import remark
    from rescind.cli.unlock import passphrase_from
    from rescind.person import passphrase

    if generate:
        return passphrase.generate(), True
    if file is not None or not ask.on_terminal():
        return _judged(passphrase_from(file)), False
    offer = passphrase.generate()
    remark(phrase("Choose a passphrase, or press Enter to use these words:"))
    remark("    " + offer)
    answer = ask.secret(phrase("Passphrase:"), how_else="--passphrase-file")
    if not answer:
        return offer, True
    chosen = _judged(answer)
    if ask.secret(phrase("The same once more:"), how_else="--passphrase-file") != chosen:
        raise click.UsageError(phrase("The two were not the same. Nothing was made."))
    return chosen, False


def _judged(words: str) -> str:
    """The passphrase, if it may be used; a weak one is said to be weak, and asked about at a terminal."""
    from rescind.cli import ask
    from rescind.cli.say import remark
    from rescind.person import passphrase

    verdict = passphrase.judge(words)
    if not verdict.usable:
        raise click.UsageError(verdict.sentence)
    if verdict.ask_again:
        remark(verdict.sentence)
        if ask.on_terminal() and not ask.yes(phrase("Use it all the same?"), how_else="--passphrase-file"):
            raise click.UsageError(phrase("Nothing was made."))
    return words


@case.command()
@click.argument("files", nargs=-1, required=True, type=options.PictureFile())
@click.option("--label", help="Your own word for the picture or video, shown instead of its number alone.")
@options.all_adults
@case_options
@options.as_json
def add(
    files: Sequence[Path],
    label: str | None,
    all_adults: bool,
    case_file: Path,
    passphrase_file: Path | None,
    as_json: bool,
) -> int:
    """Add the pictures and videos in FILES: their fingerprints only. The files stay where they are and are not copied.

    Every one is looked at before any is kept; one that cannot be read is named by its place in your list.
    """
    from rescind.cli.adding import with_files
    from rescind.cli.gate import ask_age
    from rescind.cli.say import Say
    from rescind.cli.unlock import opened

    say, now = Say(as_json), utc_now()
    ask_age(all_adults, keeps=True)
    with opened(case_file, passphrase_file) as box:
        grown, records = with_files(box.case, files, label, now, say)
        if grown is not box.case:
            box.save(grown)
    for record in records:
        say.either(str(record["sentence"]), record)
    return Exit.NOT_EVERYTHING if any("unclear" in record for record in records) else Exit.DONE


@case.command()
@case_options
@options.as_json
def show(case_file: Path, passphrase_file: Path | None, as_json: bool) -> None:
    """Show what the file holds: pictures and videos by number, places, copies seen, requests. No fingerprint."""
    from rescind.cli.report import as_record
    from rescind.cli.say import Say
    from rescind.cli.unlock import opened

    say, now = Say(as_json), utc_now()
    with opened(case_file, passphrase_file, write=False) as box:
        held = box.case
    tell_case(held, now, say)
    say.record(as_record(held, now))


def tell_case(held: Case, now: datetime, say: Say) -> None:
    """The case for a person: pictures, videos, places, copies seen, requests."""
    from rescind.cli.due import stands
    from rescind.cli.report import picture_name, seen_row

    say.line(phrase("Made {when}. Everyone shown was said to be 18 or over.", when=long_moment(held.made_at)))
    names = ", ".join(picture_name(one) for one in held.pictures)
    say.line(phrases("{n} picture", "{n} pictures", len(held.pictures)) + (f": {names}" if names else ""))
    if held.videos:
        names = ", ".join(picture_name(one) for one in held.videos)
        say.line(phrases("{n} video", "{n} videos", len(held.videos)) + f": {names}")
    say.line(phrases("{n} place", "{n} places", len(held.places)))
    say.table(
        (phrase("Place"), phrase("What came of looking")),
        [(place.word, place.last_outcome or "") for place in held.places],
    )
    say.line(phrases("{n} copy seen", "{n} copies seen", len(held.sightings)))
    say.table(
        (phrase("Picture"), phrase("How it stands"), phrase("Page"), phrase("File")),
        [seen_row(seen) for seen in held.sightings],
    )
    say.line(phrases("{n} request", "{n} requests", len(held.requests)))
    say.table(
        (phrase("Request"), phrase("To"), phrase("How it stands")),
        [(one.id, one.operator, stands(one, now)) for one in held.requests],
    )


@case.command()
@click.argument("folder", default=Path("record"), type=click.Path(path_type=Path, file_okay=False))
@click.option("--with-evidence", is_flag=True, help="Also write the copies you chose to keep.")
@case_options
@options.as_json
def export(
    folder: Path, with_evidence: bool, case_file: Path, passphrase_file: Path | None, as_json: bool
) -> None:
    """Write a record into FOLDER, for the police, a lawyer or a helper: what was seen where and when, and every step.

    record.txt is for people, record.json for programs. They are NOT sealed: whoever gets the folder can read it.
    """
    from rescind.cli.report import export_to
    from rescind.cli.say import Say, remark
    from rescind.cli.unlock import opened

    say = Say(as_json)
    with opened(case_file, passphrase_file, write=False) as box:
        written = export_to(box.case, folder, utc_now(), with_evidence=with_evidence)
    remark(phrase("What was written is not sealed. Keep it where only the right people look."))
    for path in written:
        say.line(str(path))
    say.record({"written": [str(path) for path in written]})


@case.command()
@click.argument("file", type=click.Path(path_type=Path))
@case_options
@options.as_json
def receipt(file: Path, case_file: Path, passphrase_file: Path | None, as_json: bool) -> None:
    """Take the receipt FILE that a platform gave you for a request: the time it names counts from now on.

    Its signature is checked first, so nobody changed it since. The file itself is kept in your sealed file too, to show
    to an authority if the platform is late.

    \b
    Example:
      rescind case receipt receipt.json
    """
    from rescind import removal
    from rescind.cli.due import as_record, sentence
    from rescind.cli.say import Say
    from rescind.cli.unlock import opened
    from rescind.person import receipts
    from rescind.removal import receipt as papers

    content = options.read_picture(file)
    signed, now = papers.read(content), utc_now()
    with opened(case_file, passphrase_file) as box:
        law = removal.law(signed.receipt.law)
        taken = receipts.take(box.case, signed, content, law, now=now)
        box.save(taken.case)
    say = Say(as_json)
    told = {**as_record(taken.request, now), "clock": taken.clock.value, "key": signed.key_name}
    say.either(sentence(taken.request, now), told)
    say.line(
        phrase(
            "It is signed with the key {key}. Compare it with the one the platform shows.",
            key=signed.key_name,
        )
    )
    if taken.clock is receipts.Clock.LATER:
        say.line(
            phrase("The platform names a later time than the law allows. The law's own time counts here.")
        )


@case.command()
@click.argument("text")
@case_options
@options.as_json
def note(text: str, case_file: Path, passphrase_file: Path | None, as_json: bool) -> None:
    """Add a line to the dated log in the file: a call, a message, a report, in your own words.

    \b
    Example:
      rescind case note "Called the helpline; they will write to the site too"
    """
    from rescind.cli.say import Say
    from rescind.cli.unlock import opened
    from rescind.person.case import note as noted

    now = utc_now()
    with opened(case_file, passphrase_file) as box:
        box.save(noted(box.case, text, now=now))
    Say(as_json).either(phrase("Noted."), {"noted_at": now.isoformat()})


@case.command()
@click.argument("number", type=int, required=False)
@click.option("--place", help="Take this place out instead: it is not looked at again.")
@case_options
@options.as_json
def forget(
    number: int | None, place: str | None, case_file: Path, passphrase_file: Path | None, as_json: bool
) -> None:
    """Take picture or video NUMBER out of the file, with its fingerprints and what was seen of it; or a place."""
    from rescind.cli.say import Say
    from rescind.cli.unlock import opened
    from rescind.person.case import drop_place, forget_picture

    if (number is None) == (place is None):
        raise click.UsageError(phrase("Say the number of a picture, or --place."))
    with opened(case_file, passphrase_file) as box:
        if place:
            sentence = phrase("The place is forgotten.")
        elif any(one.number == number for one in box.case.videos):
            sentence = phrase("Video {number} is forgotten.", number=number)
        else:
            sentence = phrase("Picture {number} is forgotten.", number=number)
        box.save(drop_place(box.case, place) if place else forget_picture(box.case, number or 0))
    Say(as_json).either(sentence, {"forgotten": place or number})


@case.command()
@click.option("--yes", is_flag=True, help="Do not ask.")
@options.case_file
@options.as_json
def erase(case_file: Path, yes: bool, as_json: bool) -> int:
    """Erase the sealed file. Says what that does not reach. Open requests are not taken back by it: see withdraw."""
    from rescind.cli import ask
    from rescind.cli.say import Say
    from rescind.person import casefile

    say = Say(as_json)
    if not case_file.exists():
        raise casefile.NoCaseHere
    if not yes and not ask.yes(phrase("Erase {file} for ever?", file=case_file), how_else="--yes"):
        say.either(phrase("Nothing was erased."), {"erased": False})
        return Exit.DONE
    done = casefile.erase(case_file)
    say.line(phrase("Erased."))
    for sentence in done.remains:
        say.line("  " + sentence)
    say.record({"erased": True, "overwritten": done.overwritten, "not_reached": list(done.remains)})
    return Exit.DONE


case.add_command(withdraw)
