"""The browser page as one file that opens from a folder: every module's text as it is, and a few lines that start them.

Browsers do not let a page in many files run from a `file:` address, so the files stand in one. Its policy is as strict: no
call, and no script but the one whose checksum it names and what that makes of the texts in the file.
"""

import base64
import hashlib
import html
import re
from collections.abc import Mapping

FIRST, STARTER, STYLE, ICON = "index.html", "together.js", "look.css", "icon.svg"

_POLICY = re.compile(r'content="default-src [^"]+"')
_HEAD_LINKS = re.compile(
    r'\s*<link rel="icon"[^>]*>|\s*<link rel="stylesheet"[^>]*>|\s*<script type="module"[^>]*></script>'
)


def in_one(files: Mapping[str, bytes]) -> bytes:
    """Return the page as one HTML file, given all its files. Raises ValueError when a module could end its own script."""
    texts = {
        name: content.decode("utf-8")
        for name, content in files.items()
        if name.endswith((".js", ".css", ".html"))
    }
    modules = {name: text for name, text in texts.items() if name.endswith(".js") and name != STARTER}
    starter, style = texts[STARTER], texts[STYLE]
    page = _HEAD_LINKS.sub("", texts[FIRST])
    page = _POLICY.sub(lambda _: f'content="{_policy(starter, style)}"', page)
    head = (
        f'<link rel="icon" href="data:image/svg+xml;base64,{_base64(files[ICON])}">\n<style>{style}</style>\n'
    )
    body = "".join(_held(name, text) for name, text in modules.items())
    page = page.replace("</head>", f"{head}</head>").replace(
        "</body>", f'{body}<script type="module">{starter}</script>\n</body>'
    )
    return page.encode("utf-8")


def _policy(starter: str, style: str) -> str:
    return (
        f"default-src 'none'; script-src '{_checksum(starter)}' blob:; worker-src blob:; style-src '{_checksum(style)}'; "
        "img-src blob: data:; connect-src 'none'; form-action 'none'; base-uri 'none'"
    )


def _checksum(text: str) -> str:
    return f"sha256-{_base64(hashlib.sha256(text.encode('utf-8')).digest())}"


def _base64(content: bytes) -> str:
    return base64.b64encode(content).decode("ascii")


def _held(name: str, text: str) -> str:
    """Return a module as text that no browser runs."""
    if "</script" in text.lower() or "<!--" in text:
        raise ValueError(f"{name} could end its own script")
    return f'<script type="text/plain" data-module="{html.escape(name)}">{text}</script>\n'
