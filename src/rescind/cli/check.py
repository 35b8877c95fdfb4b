"""`rescind check`: look for copies at the places a person names, with or without a case."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from rescind.cli import options
from rescind.cli.looking import Manner, Tally, look
from rescind.cli.unlock import case_options
from rescind.words import phrase

if TYPE_CHECKING:
    from rescind.cli.say import Say
    from rescind.person.check import Mine, MyVideo


@click.command()
@click.argument("pictures", nargs=-1, type=options.PictureFile())
@click.option(
    "--place",
    "places",
    multiple=True,
    metavar="PLACE",
    help="Where to look: an address, a saved page, a folder, or a text file with one place a line. Repeatable.",
)
@click.option("--again", is_flag=True, help="Look again at everything in your file: gone? still there? back?")
@click.option(
    "--pages",
    default=1,
    show_default=True,
    type=click.IntRange(1, 1000),
    metavar="NUMBER",
    help="Follow a page's own 'next' links up to this many pages.",
)
@click.option(
    "--allow-local",
    is_flag=True,
    help="Also look at machines on your own network, if you name them as a place.",
)
@click.option(
    "--pause",
    type=click.FloatRange(0, 3600),
    metavar="SECONDS",
    help="Seconds between two requests to one host: 1, unless you say another; none on this computer.",
)
@click.option(
    "--keep-evidence",
    "keep",
    is_flag=True,
    help="Keep a copy of what is found, in the sealed file only. Your choice, never needed.",
)
@options.all_adults
@case_options
@options.as_json
def check(
    pictures: tuple[Path, ...],
    places: tuple[str, ...],
    again: bool,
    all_adults: bool,
    case_file: Path,
    passphrase_file: Path | None,
    as_json: bool,
    **manner: Any,
) -> int:
    """Look for copies of your pictures and videos at the places you name, and nowhere else.

    With PICTURES: looks for those files, and writes nothing anywhere. Without: looks for what is in your sealed file and
    notes in it what was seen. What could not be looked at is listed with the reason; it is never counted as clean.

    \b
    Examples:
      rescind check photo.jpg --place https://board.example/thread/7
      rescind check --place places.txt --pages 5
      rescind check --again
    """
    from rescind.cli.say import Say

    how, say = Manner(**manner), Say(as_json)
    if pictures:
        if again or how.keep:
            raise click.UsageError(
                phrase("--again and --keep-evidence need your sealed file: leave the picture names out.")
            )
        return without_case(pictures, places, how, all_adults, say)
    from rescind.cli.check_case import with_case

    return with_case(places, how, case_file, passphrase_file, say, again=again)


def without_case(
    pictures: tuple[Path, ...], places: tuple[str, ...], how: Manner, all_adults: bool, say: Say
) -> int:
    """Look for the pictures at the places; print, and write nothing."""
    from rescind.cli.gate import ask_age

    if not places:
        raise click.UsageError(phrase("Say where to look: --place ADDRESS"))
    ask_age(all_adults, keeps=False)
    mine = mine_from(pictures, say)
    tally = Tally(say, of_videos=numbers_of_videos(mine))
    for event in look(mine, places, how, say):
        tally.take(event)
    return tally.finish()


def mine_from(paths: tuple[Path, ...], say: Say) -> list[Mine | MyVideo]:
    """The person's files as fingerprints, numbered as they were named. Raises Trouble when one cannot be used."""
    from rescind.cli.own_files import read_own, why
    from rescind.cli.say import Trouble
    from rescind.fingerprint import Fingerprint, Unclear
    from rescind.person.check import Mine, MyVideo

    mine: list[Mine | MyVideo] = []
    for own in read_own(paths, say):
        if isinstance(own.result, Unclear):
            raise Trouble(phrase("File {n} cannot be used. {why}", n=own.place, why=why(own.result)))
        if isinstance(own.result, Fingerprint):
            if not own.result.tells:
                raise Trouble(_plain_picture(own.place))
            mine.append(Mine(own.place, own.result))
        else:
            if own.result.plain:
                raise Trouble(_plain_video(own.place))
            mine.append(MyVideo(own.place, own.result))
    return mine


def _plain_picture(number: int) -> str:
    return phrase(
        "Picture {n} is so plain that copies of it cannot be told from other plain pictures.", n=number
    )


def _plain_video(number: int) -> str:
    return phrase(
        "Video {n} is so dark or plain that copies of it cannot be told from other videos.", n=number
    )


def numbers_of_videos(mine: Iterable[Mine | MyVideo]) -> frozenset[int]:
    """The numbers under which the person knows their videos."""
    from rescind.person.check import MyVideo

    return frozenset(one.number for one in mine if isinstance(one, MyVideo))
