"""The tags that templates say their sentences with. Every template has them, without `load`.

- `{% say "A sentence with {gap}." gap=value %}` is `phrase`; `tools/gather_words.py` finds it.
- `{% count "{n} place" "{n} places" n %}` is `phrases`.
- `{% law text %}` says a sentence of a law folder, which is gathered there.
- `{{ moment|at }}` and `{{ moment|day }}` write a moment as people read it.
- `{% to "/status" %}` is an address of ours that keeps the language of the page.
- `{% file "desk.css" %}` is the address of one of our static files.
"""

from datetime import datetime

from django import template
from django.template.context import RequestContext
from django.utils.html import format_html

from rescind.desk.web import files
from rescind.desk.web.addresses import kept
from rescind.words import current, languages, long_day, long_moment, phrase, phrases

register = template.Library()


@register.simple_tag
def say(sentence: str, **values: object) -> str:
    """Return the sentence in the language of the page."""
    return phrase(sentence, **values)


@register.simple_tag
def count(one: str, many: str, n: int, **values: object) -> str:
    """Return the form of the sentence that fits the number."""
    return phrases(one, many, n, **values)


@register.simple_tag
def law(sentence: str) -> str:
    """Return what a law folder says, in the language of the page; marked as English where nobody translated it."""
    said = phrase(sentence)
    if said == sentence and current() != languages()[0]:
        return format_html('<span lang="en" dir="ltr">{}</span>', said)
    return said


@register.simple_tag(takes_context=True)
def to(context: RequestContext, path: str) -> str:
    """Return the address of a page of ours; the language goes along when it was chosen by the address."""
    return kept(path, str(context.get("lang", "")))


@register.simple_tag
def file(name: str) -> str:
    """Return the address of a static file, with a mark of its content, so that a new version is fetched at once."""
    return files.address(name)


@register.filter
def at(moment: datetime) -> str:
    """Return the moment as people write it, with its zone."""
    return long_moment(moment)


@register.filter
def day(moment: datetime) -> str:
    """Return the day of the moment."""
    return long_day(moment)
