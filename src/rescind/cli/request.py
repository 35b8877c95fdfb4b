"""`rescind request`: a complete removal request and its letters for the operator of each place."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from rescind.cli import options, papers
from rescind.cli.clock import utc_now
from rescind.cli.signing import Said, agrees, asker_from, warn
from rescind.cli.unlock import case_options
from rescind.words import phrase, written

if TYPE_CHECKING:
    from rescind.cli.say import Say
    from rescind.person.case import Case
    from rescind.person.forms import Form
    from rescind.person.requests import Wish
    from rescind.removal import Law, Request


COUNTRY = re.compile(r"[A-Za-z]{2}")


@dataclass(frozen=True, kw_only=True)
class Words(Said):
    """What the options say: who signs, and about the requests."""

    law: str
    countries: tuple[str, ...]
    only: tuple[str, ...]
    reason: str
    work: str
    page: str
    to: str
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
    metavar="SCOPE",
    help="You act for the person shown; say what you are allowed to do.",
)
@click.option(
    "--since",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YEAR-MONTH-DAY",
    help="With --for-someone: since when you are allowed to.",
)
@click.option(
    "--for-myself", is_flag=True, help="You are the person shown, although the file says you act for one."
)
@click.option(
    "--to",
    default="",
    metavar="E-MAIL",
    help="Where letter.eml goes, if you know it. Needs --only with several places.",
)
@click.option(
    "--page",
    default="",
    metavar="ADDRESS",
    help="Where a copy from a saved page or a folder stands on the web.",
)
@click.option("--work", default="", help="With us-dmca: which pictures of yours, described in a few words.")
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
    type=click.Choice(written()),
    help="Language of the letters; English where a law has none in it.",
)
@options.papers
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
    check_law(words.law)
    now = utc_now()
    with opened(case_file, passphrase_file) as box:
        case, made = drafted(box.case, words, now, say)
        replaced = {one.id for one in box.case.requests} - {one.id for one in case.requests}
        if made:
            box.save(case)
    # Papers after the file: a draft without papers is simply written again, papers without a draft would be lost.
    folders = {
        one.id: papers.write(
            one, words.out, words.language, now, fingerprints=words.fingerprints, to=words.to
        )
        for one in made
    }
    for old in sorted(replaced):
        say.line(phrase("Request {id} is replaced: do not send its letters any more.", id=old))
    for one in made:
        tell(one, folders[one.id], say)
    if made:
        next_steps(made, say)
    records = [as_record(one, folders[one.id]) for one in made]
    say.record({"requests": records, "replaced": sorted(replaced)})


def check_law(name: str) -> None:
    """Raise UsageError for a law there is not, naming those there are."""
    from rescind import removal

    names = [law.slug for law in removal.laws()]
    if name not in ("auto", *names):
        raise click.UsageError(phrase("This program knows these laws: {names}", names=", ".join(names)))


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

    every = requests.to_ask_for(case, elsewhere=words.page)
    groups = requests.to_ask_for(case, only=words.only, elsewhere=words.page) if words.only else every
    check_names(every, groups, words)
    tell_unplaced(requests.unplaced(case), words, say)
    if not groups:
        say.line(phrase("There is nothing to ask for: no copy stands that was not asked for already."))
        say.line(phrase("`rescind check --place ADDRESS` looks for copies."))
        return case, []
    laws = {operator: law_for(operator, words) for operator in groups}
    wish = wish_from(case, words, list(laws.values()), now)
    made = []
    for operator, copies in groups.items():
        case = requests.without_drafts(case, operator)
        for portion in requests.in_portions(copies):
            number = papers.new_number(now)
            one = requests.draft(case, operator, portion, wish, laws[operator], now=now, number=number)
            require_complete(one, laws[operator])
            case = put_request(case, one)
            made.append(one)
    return set_asker(case, requests.to_remember(wish.asker)), made


def tell_unplaced(count: int, words: Words, say: Say) -> None:
    """Say that copies seen only on this computer have no address that could be asked for."""
    if count and not words.page:
        say.line(
            phrase(
                "{n} copies were seen in saved pages or folders, with no address on the web. "
                "Where do they stand? Say it with --page ADDRESS.",
                n=count,
            )
        )


def check_names(every: Collection[str], groups: Collection[str], words: Words) -> None:
    """Raise UsageError for an operator or a country that means nothing here."""
    named = {*words.only, *(pair.rpartition("=")[0] for pair in words.countries)} - {""}
    unknown = [one for one in named if one.casefold() not in every]
    if unknown and every:
        known = ", ".join(every)
        raise click.UsageError(
            phrase("There are copies at: {known}. Not at: {unknown}", known=known, unknown=", ".join(unknown))
        )
    for pair in words.countries:
        if not COUNTRY.fullmatch(pair.rpartition("=")[2]):
            raise click.UsageError(phrase("A country is two letters, for example GB or US."))
    if words.to and len(groups) > 1:
        raise click.UsageError(phrase("--to is for one place. Say which with --only."))


def law_for(operator: str, words: Words) -> Law:
    """The law for one operator: the one named, else by the country said for it, else the combined one."""
    from rescind import removal

    if words.law != "auto":
        return removal.law(words.law)
    said = {
        host.casefold(): country for host, _, country in (pair.rpartition("=") for pair in words.countries)
    }
    return removal.choose(said.get(operator, said.get("")))


def wish_from(case: Case, words: Words, laws: Sequence[Law], now: datetime) -> Wish:
    """Who asks, what they declare and why: said, remembered or asked."""
    from rescind.person.requests import Wish

    different = list({law.slug: law for law in laws}.values())
    warn(different, words)
    asker = asker_from(case, words, now.date())
    agreed = agrees(different, asker, words)
    special = any(not law.automatic for law in different)
    reason = words.work if special else words.reason
    return Wish(asker=asker, agreed=agreed, reason=reason, with_fingerprints=words.fingerprints)


def tell(request: Request, folder: Path, say: Say) -> None:
    """One request in words."""
    from rescind import removal
    from rescind.person.requests import operator_of

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
    hosts = {operator_of(place.file or "") for place in request.places} - {request.operator, ""}
    if hosts:
        say.line(
            "  "
            + phrase(
                "The files themselves lie with: {hosts}. If the page is cleaned and they stay, ask there too.",
                hosts=", ".join(sorted(hosts)),
            )
        )
    for form in own_forms(request):
        say.line(
            "  "
            + phrase(
                "{name} has a form of its own. It is often faster: {link}", name=form.name, link=form.link
            )
        )
        say.line("  " + phrase(form.way))
        if not form.checked:
            say.line(
                "  "
                + phrase(
                    "We have not seen this form ourselves. If it has moved, look for “Report” on the site."
                )
            )
    for check in law.checks:
        say.line("  " + phrase("Not yet checked by a lawyer: {text}", text=check.text))


def own_forms(request: Request) -> list[Form]:
    """The forms that the sites of the request's places have of their own, each once."""
    from rescind.person.forms import form_for

    found = [form_for(address) for place in request.places for address in (place.page, place.file or "")]
    return list({form.id: form for form in found if form}.values())


def next_steps(made: Sequence[Request], say: Say) -> None:
    """What the person does now."""
    say.line()
    say.line(
        phrase(
            "Read it, then send it yourself. Best is the place's own form for such reports, often behind Report, Abuse or "
            "Legal; else open letter.eml in your mail program and send it to its abuse address."
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
        "forms": [
            {"name": form.name, "link": form.link, "checked": form.checked} for form in own_forms(request)
        ],
        "not_checked_by_a_lawyer": [check.text for check in law.checks],
    }
