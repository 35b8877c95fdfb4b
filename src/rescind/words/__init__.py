"""The translation catalogue: every sentence a person reads, in their language.

The English sentence is the key, so code stays readable and a sentence nobody has translated is still said.
Catalogues are gettext files packaged beside this one; `tools/gather_words.py` writes them.
"""

from rescind.words.catalogue import noted, phrase, phrases
from rescind.words.dates import long_day, long_moment
from rescind.words.tongue import LanguageNotKnown, current, direction, language, languages, wished, written

__all__ = [
    "LanguageNotKnown",
    "current",
    "direction",
    "language",
    "languages",
    "long_day",
    "long_moment",
    "noted",
    "phrase",
    "phrases",
    "wished",
    "written",
]
