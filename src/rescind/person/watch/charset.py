"""Turn a page's bytes into text the way browsers do: byte order mark, header, meta element, then a guess."""

import codecs
import re

_NAMED_IN_HEADER = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_NAMED_IN_PAGE = re.compile(rb"<meta[^>]{1,400}?charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_LOOKED_THROUGH = 4096
# What browsers take the old names for: https://encoding.spec.whatwg.org/#names-and-labels
_TAKEN_FOR = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "iso8859-9": "cp1254",
}
# Python knows codecs that are no character sets of pages (punycode, unicode_escape, utf-7): these are the ones that are.
_CHARACTER_SETS = re.compile(r"(?:utf-(?:8|16|32)|iso8859|cp\d|koi8|gb|big5|euc|shift_jis|iso2022|mac-|tis)")


def text_of(body: bytes, content_type: str) -> str:
    """Return the page as text; what cannot be read becomes U+FFFD. Never fails."""
    for mark, name in _MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(name, "replace")
    for name in (_from_header(content_type), _from_page(body)):
        if name:
            return body.decode(name, "replace")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        return body.decode("cp1252", "replace")


def whole_characters(text: str) -> str:
    """Return the text with half characters, which JSON can name and nothing else can hold, as U+FFFD."""
    if text.isascii():
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _from_header(content_type: str) -> str:
    """Return the codec the header names, or an empty string."""
    named = _NAMED_IN_HEADER.search(content_type)
    return _codec(named.group(1)) if named else ""


def _from_page(body: bytes) -> str:
    """Return the codec the page names, or an empty string; a page that could say so is not in UTF-16."""
    named = _NAMED_IN_PAGE.search(body[:_LOOKED_THROUGH])
    codec = _codec(named.group(1).decode("ascii", "replace")) if named else ""
    return "utf-8" if codec.startswith(("utf-16", "utf-32")) else codec


def _codec(name: str) -> str:
    """Return Python's name for a character set of pages, or an empty string when it is none."""
    try:
        found = codecs.lookup(name).name
    except (LookupError, ValueError):
        return ""
    return _TAKEN_FOR.get(found, found) if _CHARACTER_SETS.match(found) else ""
