"""The pages of the demo board as HTML: a small, neutral picture forum.

Each page shows the pictures the album puts on it, in every way real pages do: plain images, thumbnails
that link to the picture, lazy images, `srcset`, `picture`, CSS backgrounds, JSON-LD, a video poster and
`og:image`. Where a picture was taken down the page says so and no longer names its file.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from demo import films
from demo.copies import GALLERY_PAGES, Album, Picture

DAMAGED = "/pictures/damaged.jpg"
MISSING = "/pictures/missing.jpg"

STYLE = """:root { color-scheme: light dark; --line: #8884; --soft: #8881; --link: #2463b4; } @media
(prefers-color-scheme: dark) { :root { --link: #8ab4f8; } } * { box-sizing: border-box; } body { margin:
0 auto; max-width: 60rem; padding: 0 1rem 3rem; font: 16px/1.5 system-ui, sans-serif; } header {
display: flex; gap: 1.2rem; align-items: baseline; padding: 1rem 0; border-bottom: 1px solid
var(--line); } header strong { font-size: 1.25rem; margin-right: auto; } a { color: var(--link);
text-decoration: none; } a:hover { text-decoration: underline; } h1 { font-size: 1.4rem; margin: 1.4rem
0 .6rem; } article { border: 1px solid var(--line); border-radius: 10px; margin: 0 0 1rem; overflow:
hidden; } article > p { margin: 0; padding: .5rem .9rem; background: var(--soft); font-size: .9rem; }
article > p b { margin-right: .6rem; } article > div { padding: .9rem; display: flex; flex-wrap: wrap;
gap: .7rem; align-items: flex-start; } article > div > span { flex-basis: 100%; } img, video {
max-width: 100%; max-height: 20rem; border-radius: 6px; display: block; background: var(--soft); } .wall
{ display: grid; grid-template-columns: repeat(auto-fill, minmax(9rem, 1fr)); gap: .7rem; } .wall img {
width: 100%; height: 9rem; object-fit: cover; } .backdrop { width: 100%; height: 14rem; background-size:
cover; background-position: center; border-radius: 6px; } ul.threads { list-style: none; padding: 0;
border: 1px solid var(--line); border-radius: 10px; } ul.threads li { display: flex; padding: .7rem
.9rem; } ul.threads li + li { border-top: 1px solid var(--line); } ul.threads span, nav span, .removed {
color: #888; } ul.threads span { margin-left: auto; font-size: .9rem; } .removed { border: 1px dashed
var(--line); border-radius: 6px; padding: 1.4rem; font-size: .9rem; } nav { display: flex; gap: .8rem;
margin: 1.2rem 0; }
"""

THREADS = {
    1: "Pictures from the weekend",
    2: "Why are all my uploads the wrong way round?",
    3: "New wallpapers",
    4: "Old phone, small pictures",
    5: "Which file format do you use?",
    6: "Out in the green",
    7: "Some of these do not load",
    8: "Screenshots and other odd ones",
}
SAID = (
    "Here are mine.",
    "Nice ones! I found these on an old drive.",
    "Adding a few more.",
    "The second one is my favourite.",
    "Same place, another day.",
    "Thanks for sharing.",
)


@dataclass(frozen=True)
class View:
    """What a page is drawn from: the album, and the paths that were taken down."""

    album: Album
    gone: frozenset[str]

    def on(self, page: str) -> tuple[Picture, ...]:
        """The pictures of a page, those that were taken down among them."""
        return self.album.on(page)


def page(target: str, view: View) -> str | None:
    """The HTML of the page at `target` (path with query), or None where the board has no such page."""
    draw = _pages().get(target)
    return draw(view) if draw else None


def addresses() -> tuple[str, ...]:
    """Every page of the board, the index first."""
    return tuple(_pages())


def _pages() -> dict[str, Callable[[View], str]]:
    threads = {f"/thread/{number}": _thread_drawer(number) for number in THREADS}
    walls = {f"/gallery?page={number}": _wall_drawer(number) for number in range(1, GALLERY_PAGES + 1)}
    return {
        "/": _index,
        **threads,
        "/gallery": _wall_drawer(1),
        **walls,
        "/profile/4711": _profile,
        "/lazy": _lazy,
        films.PAGE: _clips,
    }


def _sheet(title: str, body: str, head: str = "") -> str:
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(title)} · Small Board</title>\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"{head}<style>{STYLE}</style>\n</head>\n<body>\n"
        '<header><strong>Small Board</strong><a href="/">Threads</a><a href="/gallery">Gallery</a>'
        '<a href="/lazy">Stories</a><a href="/clips">Clips</a></header>\n'
        f"<h1>{escape(title)}</h1>\n{body}\n</body>\n</html>\n"
    )


def _index(view: View) -> str:
    rows = "\n".join(_row(number, title, view) for number, title in THREADS.items())
    return _sheet(
        "Threads",
        f'<ul class="threads">\n{rows}\n</ul>\n<p>Newest member: <a href="/profile/4711">guest 4711</a></p>',
    )


def _row(number: int, title: str, view: View) -> str:
    count = len(view.on(f"/thread/{number}"))
    return f'<li><a href="/thread/{number}">{escape(title)}</a><span>{count} pictures</span></li>'


def _image(picture: Picture, view: View) -> str:
    if picture.path in view.gone:
        return REMOVED
    width, height = picture.size
    return (
        f'<img src="{picture.path}" width="{width}" height="{height}" style="width:auto;height:auto" alt="">'
    )


REMOVED = '<span class="removed">This picture was removed.</span>'


def _post(number: int, inside: str) -> str:
    return (
        f"<article><p><b>guest {1000 + 37 * number}</b>post {number}</p>"
        f"<div><span>{SAID[number % len(SAID)]}</span>\n{inside}\n</div></article>"
    )


def _thread_drawer(number: int) -> Callable[[View], str]:
    """Draws one thread, three pictures to a post; thread 4 shows thumbnails that link to a bigger file."""

    def draw(view: View) -> str:
        shown = [_image(picture, view) for picture in view.on(f"/thread/{number}")]
        if number == 4:
            shown = [_linked(picture, view) for picture in view.on("/thread/4")]
        if number == 7:
            shown += [f'<img src="{path}" width="240" height="160" alt="">' for path in (DAMAGED, MISSING)]
        posts = [_post(place, "\n".join(part)) for place, part in enumerate(_by(3, shown))]
        return _sheet(THREADS[number], "\n".join(posts))

    return draw


def _linked(picture: Picture, view: View) -> str:
    """A small picture as it is; a bigger one only as a link to its file, as boards do with attachments."""
    if picture.path in view.gone or max(picture.size) <= 160:
        return _image(picture, view)
    return f'<a href="{picture.path}">full size ({picture.size[0]} × {picture.size[1]})</a>'


def _by(size: int, items: list[str]) -> list[list[str]]:
    return [items[start : start + size] for start in range(0, len(items), size)]


def _wall_drawer(number: int) -> Callable[[View], str]:
    """Draws one page of the gallery, with `rel=next` and `rel=prev` in the head and in the visible links."""

    def draw(view: View) -> str:
        wall = "\n".join(_on_wall(picture, view) for picture in view.on(f"/gallery?page={number}"))
        near = {"prev": number - 1, "next": number + 1}
        kept = {rel: at for rel, at in near.items() if 1 <= at <= GALLERY_PAGES}
        head = "".join(f'<link rel="{rel}" href="/gallery?page={at}">\n' for rel, at in kept.items())
        links = "".join(
            f'<a rel="{rel}" href="/gallery?page={at}">{"Older" if rel == "next" else "Newer"}</a>'
            for rel, at in kept.items()
        )
        nav = f"<nav>{links}<span>page {number} of {GALLERY_PAGES}</span></nav>"
        return _sheet("Gallery", f'<div class="wall">\n{wall}\n</div>\n{nav}', head)

    return draw


def _on_wall(picture: Picture, view: View) -> str:
    if picture.path in view.gone:
        return REMOVED
    return f'<a href="{picture.path}"><img src="{picture.path}" loading="lazy" alt=""></a>'


def _profile(view: View) -> str:
    """The profile page: its first copy is named only in `og:image`, the rest are plain images."""
    pictures = view.on("/profile/4711")
    cover = next(picture for picture in pictures if picture.of == "coffee")
    named = "" if cover.path in view.gone else f'<meta property="og:image" content="{cover.path}">\n'
    shown = "\n".join(_image(picture, view) for picture in pictures if picture is not cover)
    return _sheet(
        "guest 4711",
        f"<p>Member since spring. Likes long walks.</p>\n<article><div>{shown}</div></article>",
        named,
    )


def _lazy(view: View) -> str:
    """One copy in each of the ways a page can name a picture without a plain `src`, then unrelated ones."""
    copies = {(picture.of, picture.how): picture.path for picture in view.on("/lazy") if picture.of}
    parts = [_late(*way, copies, view) for way in WAYS]
    parts += [_image(picture, view) for picture in view.on("/lazy") if not picture.of]
    return _sheet("Stories", "\n".join(_post(place, part) for place, part in enumerate(parts)))


def _clips(view: View) -> str:
    """Every video with its controls; the first has a still of it as its poster and beside it, as a preview."""
    (still,) = films.STILLS
    shown = (
        ""
        if still.path in view.gone
        else f'<a href="{films.FILMS[0].path}"><img src="{still.path}" alt=""></a>'
    )
    posts = [shown, *(_film(film, view) for film in films.FILMS)]
    return _sheet("Clips", "\n".join(_post(place, part) for place, part in enumerate(posts)))


def _film(film: films.Film, view: View) -> str:
    if film.path in view.gone:
        return '<span class="removed">This video was removed.</span>'
    return f'<video controls width="360"><source src="{film.path}" type="{film.media_type}"></video>'


def _late(
    needs: tuple[tuple[str, str], ...], way: str, copies: dict[tuple[str, str], str], view: View
) -> str:
    paths = [copies[key] for key in needs]
    return REMOVED if set(paths) <= view.gone else way % tuple(paths)


# (the copies it names, the markup with a gap for each)
WAYS: tuple[tuple[tuple[tuple[str, str], ...], str], ...] = (
    ((("dogs", "the same file"),), '<img data-src="%s" width="240" height="360" class="lazyload" alt="">'),
    (
        (("meadow", "half the size"), ("meadow", "the same file")),
        '<img srcset="%s 360w, %s 720w" sizes="40vw" alt="">',
    ),
    ((("coffee", "saved as WebP"),), '<picture><source type="image/webp" srcset="%s"><img alt=""></picture>'),
    ((("coffee", "the same file"),), """<div class="backdrop" style="background-image: url('%s')"></div>"""),
    ((("dogs", "a quarter of the size"),), '<video controls poster="%s" width="240"></video>'),
    (
        (("coffee", "mirrored"),),
        '<script type="application/ld+json">'
        + json.dumps({"@context": "https://schema.org", "@type": "ImageObject", "contentUrl": "%s"})
        + "</script><em>A picture that is only in the data of this page.</em>",
    ),
)
