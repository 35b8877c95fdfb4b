"""What the tests of the match call share: pictures, a request that was granted for one, and calls to a served desk."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from rescind import fingerprint
from rescind.desk.management.starting import start
from tests.desk.test_served import Answer, Served, typed

start(None)

from rescind.desk import keys  # noqa: E402 - only when Django is set up
from rescind.desk.flows import decide  # noqa: E402
from rescind.desk.flows.look_up import Answer as Found  # noqa: E402
from rescind.desk.flows.look_up import Asked, look_up  # noqa: E402
from rescind.desk.flows.receive import Receipt, receive  # noqa: E402
from rescind.desk.gates import Role, Staff  # noqa: E402
from rescind.desk.records import copies  # noqa: E402
from rescind.desk.records.models import Place, RequestRow  # noqa: E402
from rescind.fingerprint import Fingerprint, How  # noqa: E402
from tests.desk.conftest import NOW, Make  # noqa: E402

SAMPLES = Path(__file__).parent.parent / "samples" / "images"
REVIEWER = Staff("rana", frozenset({Role.REVIEWER}))
LEAD = Staff("lee", frozenset({Role.LEAD}))
OPERATOR = Staff("olu", frozenset({Role.OPERATOR}))
UPLOADS = keys.Service("uploads", frozenset({keys.MATCH}))
LATER = NOW + timedelta(hours=3)


def picture(name: str) -> bytes:
    return (SAMPLES / name).read_bytes()


def granted(make: Make, seen: bytes | Fingerprint, *, now: datetime = LATER) -> Receipt:
    """A request that was granted after somebody looked at its first place and saw this there."""
    receipt = receive(make(), now=now - timedelta(hours=1))
    row = RequestRow.objects.get(number=receipt.number)
    place = Place.objects.get(request=row, position=0)
    whole = fingerprint.of_image(seen) if isinstance(seen, bytes) else seen
    digest = hashlib.sha256(seen if isinstance(seen, bytes) else whole.bits).digest()
    copies.keep(place, row, copies.Copy(whole, digest, "same", 2)).save()
    decide.grant(REVIEWER, receipt.number, now=now)
    return receipt


def looked_up(
    seen: bytes | Fingerprint, *, now: datetime, item: str = "", service: keys.Service = UPLOADS
) -> Found:
    """What the match call says of one picture, or of one fingerprint."""
    if isinstance(seen, bytes):
        print_ = fingerprint.of_image(seen, turns=False)
        asked = Asked(item, print_, hashlib.sha256(seen).digest())
    else:
        asked = Asked(item, seen)
    return look_up([asked], service, now=now).answers[0]


def bare(bits: bytes, quality: int = 100) -> Fingerprint:
    """A fingerprint that came without its picture."""
    return Fingerprint((bits,), quality, How("", 0, 0))


def whole(*turns: bytes) -> Fingerprint:
    """A fingerprint with these eight turns."""
    return Fingerprint(turns, 100, How("JPEG", 640, 480))


@dataclass(frozen=True)
class Caller:
    """A service of the platform that asks a served desk with its key."""

    desk: Served
    key: str

    def ask(self, *items: Mapping[str, object]) -> Answer:
        return self.post(json.dumps({"items": items}).encode(), Content_Type="application/json")

    def send(self, content: bytes, item: str = "", media: str = "image/jpeg") -> Answer:
        return self.post(content, f"?item={item}" if item else "", Content_Type=media)

    def post(self, body: bytes | None, query: str = "", **headers: str) -> Answer:
        shown = {"Authorization": f"Bearer {self.key}", **headers}
        return self.desk.ask("POST", f"/v1/match{query}", body, **shown)

    def says(self, reference: str, verdict: object) -> Answer:
        body = json.dumps({"verdict": verdict}).encode()
        shown = {"Authorization": f"Bearer {self.key}"}
        return self.desk.ask("POST", f"/v1/matches/{reference}", body, **shown)


def new_key(folder: Path, name: str, *scopes: str) -> str:
    """A key that the command made."""
    words = [word for scope in scopes for word in ("--scope", scope)]
    done = typed("key", "add", name, *words, "--json", folder=folder)
    assert done.returncode == 0, done.stderr
    key: str = json.loads(done.stdout)["key"]
    return key


def only(answer: Answer) -> dict[str, Any]:
    """The one item of an answer."""
    assert answer.status == 200, answer.body
    (item,) = answer.body["items"]
    found: dict[str, Any] = item
    return found
