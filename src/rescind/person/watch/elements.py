"""Which pictures one element of a page names, and whether it shows another page."""

from collections.abc import Iterator, Mapping

from selectolax.lexbor import LexborNode

from rescind.person.watch.found import FoundAs
from rescind.person.watch.named import in_linked_json, in_sizes, in_style, is_picture_file

Naming = tuple[str, FoundAs]
"""What an element names, as written there, and in which way."""

Attributes = Mapping[str, str | None]
_LATER = (
    "data-src",
    "data-original",
    "data-lazy-src",
    "data-lazy",
    "data-fallback-src",
    "data-echo",
    "data-image",
)
# fmt: off
_META_NAMES = frozenset((
    "og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src", "image", "thumbnail",
    "thumbnailurl", "contenturl", "msapplication-tileimage",
))
# fmt: on
_LINK_WORDS = frozenset(("image_src", "preload", "prefetch"))


def namings(node: LexborNode, held: Attributes) -> Iterator[Naming]:
    """Yield what the element with these attributes names, the largest of several sizes first."""
    match node.tag:
        case "img" | "source":
            yield from _image(held)
        case "input":
            yield from _button(held)
        case "video":
            yield from _one(held, "poster", FoundAs.POSTER)
        case "meta":
            yield from _meta(held)
        case "link":
            yield from _link(held)
        case "a" | "area" | "object" | "embed":
            yield from _linked(held)
        case "image" | "feimage":
            yield from _drawn(held)
        case "style":
            yield from ((address, FoundAs.BACKGROUND) for address in in_style(node.text()))
        case "script":
            yield from _described(node, held)
    yield from _anywhere(held)


def shows_frame(node: LexborNode) -> bool:
    """Return whether the element shows another page inside this one, large enough to be seen."""
    held = node.attributes
    match node.tag:
        case "iframe" | "frame":
            return _is_page(held.get("src") or "", held) and not _is_dot(held)
        case "object":
            return _is_page(held.get("data") or "", held) and _type_of(held) == "text/html"
    return False


def _is_page(address: str, held: Attributes) -> bool:
    """Return whether there is a page to show, at an address or written into the element."""
    start = address.strip()[:11].lower()
    return bool(held.get("srcdoc")) or (bool(start) and not start.startswith(("about:", "javascript:")))


def _is_dot(held: Attributes) -> bool:
    """Return whether a frame is too small to be seen, as those that only count visitors are."""
    return all((held.get(side) or "").strip() in ("0", "1") for side in ("width", "height"))


def _type_of(held: Attributes) -> str:
    """Return the media type an element says it holds."""
    return (held.get("type") or "").partition(";")[0].strip().lower()


def _one(held: Attributes, name: str, found_as: FoundAs) -> Iterator[Naming]:
    """Yield the attribute's value, if it has one."""
    value = held.get(name)
    if value:
        yield value, found_as


def _image(held: Attributes) -> Iterator[Naming]:
    """Yield what an `img`, or a `source` of a `picture`, names; a `source` of a video names none that is
    kept.
    """
    yield from ((address, FoundAs.SIZES) for address in in_sizes(held.get("srcset") or ""))
    yield from _one(held, "src", FoundAs.SHOWN)
    for name in _LATER:
        yield from _one(held, name, FoundAs.LATER)


def _button(held: Attributes) -> Iterator[Naming]:
    """Yield the picture of a picture button."""
    if (held.get("type") or "").lower() == "image":
        yield from _one(held, "src", FoundAs.BUTTON)


def _meta(held: Attributes) -> Iterator[Naming]:
    """Yield the picture the page announces for previews."""
    for key in ("property", "name", "itemprop"):
        if (held.get(key) or "").strip().lower() in _META_NAMES:
            yield from _one(held, "content", FoundAs.ANNOUNCED)


def _link(held: Attributes) -> Iterator[Naming]:
    """Yield the picture a `link` announces or asks for early."""
    words = (held.get("rel") or "").lower().split()
    early = "image_src" in words or (held.get("as") or "").lower() == "image"
    told = (held.get("itemprop") or "").lower() in _META_NAMES
    if told or (early and _LINK_WORDS.intersection(words)):
        yield from ((address, FoundAs.ANNOUNCED) for address in in_sizes(held.get("imagesrcset") or ""))
        yield from _one(held, "href", FoundAs.ANNOUNCED)


def _linked(held: Attributes) -> Iterator[Naming]:
    """Yield the picture an element leads to, told by its type, by how its address ends, or written there."""
    is_said = _type_of(held).startswith("image/")
    for name in ("href", "data", "src"):
        value = held.get(name) or ""
        if (value and is_said) or is_picture_file(value) or value.strip()[:11].lower() == "data:image/":
            yield value, FoundAs.LINKED


def _drawn(held: Attributes) -> Iterator[Naming]:
    """Yield the picture shown inside an SVG drawing."""
    for name in ("href", "xlink:href"):
        yield from _one(held, name, FoundAs.DRAWN)


def _described(node: LexborNode, held: Attributes) -> Iterator[Naming]:
    """Yield what a JSON-LD block describes."""
    if _type_of(held) == "application/ld+json":
        yield from ((address, FoundAs.DESCRIBED) for address in in_linked_json(node.text()))


def _anywhere(held: Attributes) -> Iterator[Naming]:
    """Yield what any element may name: a style, an old-fashioned background, and `data-` attributes for
    later.
    """
    yield from ((address, FoundAs.BACKGROUND) for address in in_style(held.get("style") or ""))
    yield from _one(held, "background", FoundAs.BACKGROUND)
    for name, value in held.items():
        if not value or not name.startswith("data-"):
            continue
        if name.endswith("srcset"):
            yield from ((address, FoundAs.LATER) for address in in_sizes(value))
        elif is_picture_file(value.strip()):
            yield value, FoundAs.LATER
        elif "url(" in value:
            yield from ((address, FoundAs.BACKGROUND) for address in in_style(value))
