"""What a law still misses in a request, said in plain words, so that no request leaves without what the law
wants.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from rescind.removal.errors import RemovalError
from rescind.removal.provisions import Element, Law, WrongLaw
from rescind.removal.request import Asker, Place, Request, Role
from rescind.words import phrase

_DECLARATION: Final = "declaration:"


@dataclass(frozen=True, slots=True)
class Missing:
    """An element of the law that is not there: its id, a sentence for the asker, and where the law asks for
    it.
    """

    element: str
    sentence: str
    citation: str


class RequestIncomplete(RemovalError):
    """A request cannot leave: something the law wants is missing. `missing` is never empty."""

    def __init__(self, missing: tuple[Missing, ...]) -> None:
        super().__init__("\n".join(each.sentence for each in missing))
        self.missing = missing

    def __reduce__(self) -> tuple[type["RequestIncomplete"], tuple[tuple[Missing, ...]]]:
        return type(self), (self.missing,)


def missing(request: Request, law: Law) -> tuple[Missing, ...]:
    """Return what the law wants and the request has not, in the law's order; empty when it is complete.

    Sentences are in the current language. Raises WrongLaw when the request was made under another law.
    """
    require_law(request, law)
    absent = (each for each in law.elements if not _is_filled(each, request))
    return tuple(Missing(each.id, phrase(each.missing), each.citation) for each in absent)


def require_complete(request: Request, law: Law) -> None:
    """Raise RequestIncomplete when `missing` finds something."""
    if found := missing(request, law):
        raise RequestIncomplete(found)


def require_law(request: Request, law: Law) -> None:
    """Raise WrongLaw when the request was made under another law."""
    if request.law != law.slug:
        raise WrongLaw(phrase("This request was made under another law."))


def is_fact(name: str) -> bool:
    """Say whether a law folder may name this as something that fills an element."""
    return name in FACTS or (name.startswith(_DECLARATION) and name != _DECLARATION)


def _is_filled(element: Element, request: Request) -> bool:
    return all(_holds(fact, request) for fact in element.filled_by)


def _holds(fact: str, request: Request) -> bool:
    if fact.startswith(_DECLARATION):
        return fact.removeprefix(_DECLARATION) in request.declarations
    return FACTS[fact](request)


def _has_places(request: Request) -> bool:
    """Say whether there are places, and each of them says something that leads to the picture."""
    return bool(request.places) and all(_says_where(each) for each in request.places)


def _says_where(place: Place) -> bool:
    return any(text.strip() for text in (place.page, place.file or "", place.note))


def _has_contact(request: Request) -> bool:
    """Say whether the contact could be an e-mail address. Whether it is read by anybody, no rule can say."""
    name, at, host = request.asker.contact.strip().rpartition("@")
    return bool(name and at and host) and not any(
        letter.isspace() for letter in request.asker.contact.strip()
    )


def _may_ask(request: Request) -> bool:
    """Say whether the asker asks for themselves, or holds a permission with a scope that was not taken
    back.
    """
    asker: Asker = request.asker
    if asker.role is Role.SELF:
        return True
    return (
        asker.authority is not None
        and bool(asker.authority.scope.strip())
        and asker.authority.withdrawn is None
    )


FACTS: Final[Mapping[str, Callable[[Request], bool]]] = {
    "places": _has_places,
    "signature": lambda request: bool(request.asker.name.strip()),
    "contact": _has_contact,
    "authority": _may_ask,
    "postal": lambda request: bool(request.asker.postal.strip()),
    "phone": lambda request: bool(request.asker.phone.strip()),
    "reason": lambda request: bool(request.reason.strip()),
    "operator": lambda request: bool(request.operator.strip()),
}
"""The facts of a request that an element of a law can be filled by, beside the declarations."""
