"""Sites on loopback that hold one large file and give parts of it, honestly or not."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.net.site import Caller, reply

_RANGE = re.compile(r"^Range: bytes=(\d+)-(\d+)\r?$", re.MULTILINE)
_IF_RANGE = re.compile(r"^If-Range: (.*?)\r?$", re.MULTILINE)

Bend = Callable[[Caller, "Shelf", int, int], bytes]


@dataclass
class Shelf:
    """Answers as a good file server does. `sent` counts the bytes of the file that left it."""

    content: bytes
    kind: str = "video/mp4"
    etag: str = '"one"'
    sent: int = 0
    parts: list[tuple[int, int]] = field(default_factory=list)

    def __call__(self, caller: Caller) -> None:
        caller.say(self.answer(caller))

    def answer(self, caller: Caller) -> bytes:
        """Return the answer to one request: the part asked for, or all when none was or the file has changed."""
        asked, mark = _RANGE.search(caller.asked), _IF_RANGE.search(caller.asked)
        if asked is None or (mark and mark[1] != self.etag):
            return self.all()
        first, last = int(asked[1]), min(int(asked[2]), len(self.content) - 1)
        if first > last:
            return reply(
                b"", f"Content-Range: bytes */{len(self.content)}", status="416 Range Not Satisfiable"
            )
        return self.part(first, last)

    def all(self) -> bytes:
        """Return the whole file."""
        self.sent += len(self.content)
        return reply(self.content, f"ETag: {self.etag}", kind=self.kind)

    def part(self, first: int, last: int, *, said: str = "") -> bytes:
        """Return one part, under `said` as its Content-Range when that is given."""
        self.parts.append((first, last))
        self.sent += last - first + 1
        told = said or f"bytes {first}-{last}/{len(self.content)}"
        return reply(
            self.content[first : last + 1],
            f"Content-Range: {told}",
            f"ETag: {self.etag}",
            status="206 Partial Content",
            kind=self.kind,
        )
