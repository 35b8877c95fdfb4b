"""Look a sentence up in the current language and fill its gaps."""

from functools import cache
from gettext import GNUTranslations, NullTranslations

from rescind.words.tongue import FOLDER, SOURCE, current


@cache
def _catalogue(tag: str) -> NullTranslations:
    """Return the packaged catalogues of a language, the program's before the data files'; the source needs none."""
    catalogue = NullTranslations()
    for name in ("rescind", "facts"):
        path = FOLDER / tag / "LC_MESSAGES" / f"{name}.mo"
        if tag != SOURCE and path.exists():
            with path.open("rb") as packed:
                catalogue.add_fallback(GNUTranslations(packed))
    return catalogue


def phrase(sentence: str, /, **values: object) -> str:
    """Return the sentence in the current language, with each `{name}` gap filled from `values`.

    An untranslated sentence is returned in English. Raises KeyError when a gap has no value. Values go in
    as they are: braces in them mean nothing.
    """
    return _catalogue(current()).gettext(sentence).format_map(values)


def phrases(one: str, many: str, n: int, /, **values: object) -> str:
    """Return the form of the sentence that fits the number, with `{n}` and the other gaps filled.

    A language may have more than two forms (Arabic has six); its catalogue chooses.
    """
    return _catalogue(current()).ngettext(one, many, n).format_map({"n": n, **values})


def noted(sentence: str, /) -> str:
    """Return the sentence as it is, in English; it is gathered where it is written, and said somewhere else.

    Whoever says it calls `phrase` with the variable that holds it.
    """
    return sentence
