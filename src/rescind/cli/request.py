"""`rescind request`: a complete removal request and its letters for the operator of each place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from rescind.cli import options, papers
from rescind.cli.clock import utc_now
from rescind.cli.unlock import case_options
from rescind.words import languages, phrase

if TYPE_CHECKING:
    from rescind.cli.say import Say
    from rescind.person.case import Case
    from rescind.person.requests import Wish
    from rescind.removal import Asker, Law, Request


@dataclass(frozen=True)
class Words:
    """What the person said on the command line about themselves and the requests."""

    law: str
    countries: tuple[str, ...]
    only: tuple[str, ...]
    name: str
    email: str
    for_someone: str
    since: date | None
    reason: str
    postal: str
    phone: str
    own_picture: bool
    agree: bool
    fingerprints: bool
    language: str
    out: Path


@click.command()
@case_options
@click.option("--law", default="auto", show_default=True, help="auto, or a law by its name (see --laws).")
@click.option("--laws", is_flag=True, help="List the laws this program knows, and stop.")
@click.option(
    "--country",
    "countries",
    multiple=True,
    metavar="[HOST=]CC",
    help="The operator's country, two letters, if you know it: GB, or board.example=US.",
)
@click.option(
    "--only", multiple=True, metavar="HOST", help="Only for this operator (can be said several times)."
)
@click.option("--name", default="", help="Your signature: your name as you type it.")
@click.option("--email", default="", help="Where they can answer. An alias is enough.")
@click.option(
    "--for-someone",
    default="",
    metavar="SCOPE",
    help="You act for the person shown; say what you are allowed to do.",
)
@click.option(
    "--since", type=click.DateTime(["%Y-%m-%d"]), help="With --for-someone: since when you are allowed to."
)
@click.option(
    "--reason", default="", help="A sentence that helps them see it (you never have to tell a story)."
)
@click.option("--postal", default="", help="Postal address. Only us-dmca asks for it.")
@click.option("--phone", default="", help="Telephone. Only us-dmca asks for it.")
@click.option(
    "--own-picture", is_flag=True, help="With us-dmca: the pictures were taken by the person shown."
)
@click.option(
    "--agree", is_flag=True, help="Agree beforehand to the statements the law wants; they are shown."
)
@click.option(
    "--with-fingerprints",
    "fingerprints",
    is_flag=True,
    help="Put fingerprints into the request document, for a desk that asks for them. Never into a letter.",
)
@click.option(
    "--language",
    default="en",
    show_default=True,
    type=click.Choice(languages()),
    help="Language of the letters.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("papers"),
    show_default=True,
    help="Folder for the papers.",
)
@options.as_json
def request(
    case_file: Path,
    passphrase_file: Path | None,
    laws: bool,
    as_json: bool,
    since: datetime | None,
    **said: Any,
) -> None:
    """Write a complete removal request and its letters (txt, eml, pdf), one for the operator of each place.

    Asks for copies that `check` found and that were not asked for yet. With --law auto the law follows the operator's
    country; when that is not known, one request satisfies the US, UK and EU law together. What is still missing is
    said in plain words, and nothing is written until it is there. Nothing is sent: you send it, then say
    `rescind sent ID`.

    \b
    Examples:
      rescind request --name "Your Name" --email you@mail.example
      rescind request --for-someone "ask for removal and receive answers" --since 2026-11-01 ...
    """
    from rescind.cli.say import Say
    from rescind.cli.unlock import opened

    say = Say(as_json)
    if laws:
        list_laws(say)
        return
    words = Words(since=since.date() if since else None, **said)
    now = utc_now()
    with opened(case_file, passphrase_file) as box:
        case, made = drafted(box.case, words, now, say)
        if made:
            box.save(case)
    # Papers after the file: a draft without papers is simply written again, papers without a draft would be lost.
    folders = {
        one.id: papers.write(one, words.out, words.language, now, fingerprints=words.fingerprints)
        for one in made
    }
    for one in made:
        tell(one, folders[one.id], say)
    if made:
        next_steps(made, say)
    say.record({"requests": [as_record(one, folders[one.id]) for one in made]})


def list_laws(say: Say) -> None:
    """Every law with its name, its citations, and what it covers."""
    from rescind import removal

    # The one for special cases comes last, in every list.
    found = sorted(removal.laws(), key=lambda law: (not law.automatic, law.slug))
    for law in found:
        say.line(f"{law.slug}  {law.title}")
        say.line(f"    {', '.join(law.citations)}")
        say.line(f"    {law.covers}")
    say.record(
        {
            "laws": [
                {"slug": law.slug, "title": law.title, "citations": list(law.citations), "covers": law.covers}
                for law in found
            ]
        }
    )


def drafted(case: Case, words: Words, now: datetime, say: Say) -> tuple[Case, list[Request]]:
    """The case with a complete draft for every operator that has copies not asked for yet, and those drafts.

    Raises RequestIncomplete, naming what is missing, before anything is written.
    """
    from rescind.person import requests
    from rescind.person.case import put_request, set_asker
    from rescind.removal import require_complete

    groups = requests.to_ask_for(case, only=words.only)
    if not groups:
        say.line(phrase("There is nothing to ask for: no copy stands that was not asked for already."))
        say.line(phrase("`rescind check --place ADDRESS` looks for copies."))
        return case, []
    laws = {operator: law_for(operator, words) for operator in groups}
    wish = wish_from(case, words, list(laws.values()))
    made = []
    for operator, copies in groups.items():
        case = requests.without_drafts(case, operator)
        for portion in requests.in_portions(copies):
            number = papers.new_number(now)
            one = requests.draft(case, operator, portion, wish, laws[operator], now=now, number=number)
            require_complete(one, laws[operator])
            case = put_request(case, one)
            made.append(one)
    return set_asker(case, wish.asker), made


def law_for(operator: str, words: Words) -> Law:
    """The law for one operator: the one named, else by the country said for it, else the combined one."""
    from rescind import removal

    if words.law != "auto":
        return removal.law(words.law)
    said = dict(pair.rpartition("=")[::2] for pair in words.countries)
    return removal.choose(said.get(operator, said.get("")))


def wish_from(case: Case, words: Words, laws: Sequence[Law]) -> Wish:
    """Who asks and what they declare: from the options, else as the case remembers, else asked at the terminal."""
    from rescind.person.requests import Wish

    different = {law.slug: law for law in laws}.values()
    asker = asker_from(case, words)
    for law in different:
        warn(law, words)
    agreed = words.agree or agrees(different, asker)
    return Wish(asker=asker, agreed=agreed, reason=words.reason, with_fingerprints=words.fingerprints)


def asker_from(case: Case, words: Words) -> Asker:
    """The asker of the options; what they leave open is taken from the case, or asked for."""
    from rescind.cli import ask
    from rescind.removal import Asker, Authority, Role

    known = case.asker
    name = words.name or (known.name if known else "")
    email = words.email or (known.contact if known else "")
    if not name and ask.on_terminal():
        name = ask.text(phrase("Your name, as your signature:"), how_else="--name")
    if not email and ask.on_terminal():
        email = ask.text(phrase("An e-mail address for the answer (an alias is enough):"), how_else="--email")
    role, authority = (known.role, known.authority) if known else (Role.SELF, None)
    if words.for_someone:
        since = words.since or (authority.since if authority else None)
        if since is None:
            raise click.UsageError(
                phrase("With --for-someone, say since when you are allowed to: --since 2026-11-01")
            )
        role, authority = Role.AUTHORISED, Authority(words.for_someone, since)
    postal, phone = (
        (words.postal or (known.postal if known else "")),
        (words.phone or (known.phone if known else "")),
    )
    return Asker(role, name, email, authority, postal, phone)


def warn(law: Law, words: Words) -> None:
    """Say what has to be known before this law is used. Raises UsageError where it must be said on purpose."""
    from rescind.cli.say import remark

    for caution in law.cautions:
        remark(phrase("Before you use {law}: {text}", law=law.slug, text=phrase(caution.text)))
    if not law.automatic and not words.own_picture:
        raise click.UsageError(
            phrase(
                "This law is only for pictures the person shown took themselves. "
                "If that is so, add --own-picture. If not, use --law auto."
            )
        )


def agrees(laws: Any, asker: Asker) -> bool:
    """Whether the person agrees to the statements, asked at the terminal or by a piped answer; else not."""
    from rescind.cli import ask
    from rescind.cli.say import remark
    from rescind.removal import Role

    own = asker.role is Role.SELF
    statements = {one.id: one.own if own else one.authorised for law in laws for one in law.declarations}
    remark(phrase("The law wants these statements from you:"))
    for statement in statements.values():
        remark("  - " + phrase(statement))
    if not ask.on_terminal() and not ask.has_piped_answer():
        return False
    return ask.yes(phrase("Do you agree?"), how_else="--agree")


def tell(request: Request, folder: Path, say: Say) -> None:
    """One request in words."""
    from rescind import removal

    law = removal.law(request.law)
    say.line(
        phrase(
            "Request {id} to {operator}, places: {n}. Nothing is missing.",
            id=request.id,
            operator=request.operator,
            n=len(request.places),
        )
    )
    say.line("  " + phrase("Law: {title}", title=law.title))
    say.line("  " + phrase("Papers: {folder}", folder=folder))
    for check in law.checks:
        say.line("  " + phrase("Not yet checked by a lawyer: {text}", text=check.text))


def next_steps(made: Sequence[Request], say: Say) -> None:
    """What the person does now."""
    say.line()
    say.line(
        phrase(
            "Read it, then send it yourself: through the place's own form, or letter.eml in your mail program."
        )
    )
    say.line(phrase("Then say: rescind sent {id}", id=made[0].id))


def as_record(request: Request, folder: Path) -> dict[str, Any]:
    """One request for a program; no fingerprint in it."""
    from rescind import removal

    law = removal.law(request.law)
    return {
        "id": request.id,
        "operator": request.operator,
        "law": request.law,
        "places": len(request.places),
        "folder": str(folder),
        "files": sorted(one.name for one in folder.iterdir()),
        "not_checked_by_a_lawyer": [check.text for check in law.checks],
    }
