"""All laws this installation holds, read once from the folders beside the code, and the choice among them."""

from functools import cache
from importlib.resources import files

from rescind.removal.lawfile import LawBroken, read_law
from rescind.removal.provisions import Law, LawNotKnown
from rescind.words import phrase


@cache
def laws() -> tuple[Law, ...]:
    """Return every law, by slug; raise LawBroken when a folder is wrong or two laws claim one country."""
    folders = (each for each in files("rescind.removal").joinpath("laws").iterdir() if each.is_dir())
    found = tuple(
        read_law(each) for each in sorted(folders, key=lambda each: each.name) if each.name[0] not in "._"
    )
    check_together(found)
    return found


def law(slug: str) -> Law:
    """Return the law with this slug; raise LawNotKnown."""
    for each in laws():
        if each.slug == slug:
            return each
    raise LawNotKnown(phrase("This program does not know the law “{law}”.", law=slug))


def choose(country: str | None, *, among: tuple[Law, ...] | None = None) -> Law:
    """Return the law for an operator's country (two letters, any case), or the fallback when it is not known.

    A law that is not `automatic` is never returned. `among` stands in for the packaged laws.
    """
    code = (country or "").strip().upper()
    automatic = [each for each in (laws() if among is None else among) if each.automatic]
    fitting = [each for each in automatic if code in each.countries]
    return fitting[0] if fitting else next(each for each in automatic if each.fallback)


def check_together(found: tuple[Law, ...]) -> None:
    """Raise LawBroken when there is not exactly one fallback, a country has two laws, or one id has two
    wordings.

    A declaration's id stands for one wording in every law: who agreed to it agreed to those words.
    """
    if sum(each.fallback for each in found) != 1:
        raise LawBroken("laws", "fallback", "exactly one law must be the fallback")
    countries = [code for each in found if each.automatic for code in each.countries]
    if len(countries) != len(set(countries)):
        raise LawBroken("laws", "countries", "two automatic laws claim one country")
    wordings = {(one.id, one.own, one.authorised) for each in found for one in each.declarations}
    if len(wordings) != len({name for name, _, _ in wordings}):
        raise LawBroken("laws", "declaration", "one id stands for two wordings")
