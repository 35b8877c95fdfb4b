"""Calls a hook of the platform: one signed POST, which the receiver can check and recognise when it comes twice.

`docs/platform/hooks.md` tells the receiver's side. The signature is over the moment and the body, so that neither can be
changed and an old call cannot be played again; with two secrets, while one replaces the other, there are two.
"""

import hashlib
import hmac
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.conf import settings

from rescind import net
from rescind.desk.records import sealing
from rescind.desk.records.models import Hook
from rescind.desk.settings.desk_file import LOOPBACK, DeskError

TIMEOUT: Final = 20.0
MOST_BYTES: Final = 64 * 1024
"""Of an answer that only says yes; whoever wants a picture asks for more."""


class NotCalled(DeskError):
    """The hook gave no answer: not reached, too slow, too large, or not allowed. `reason` is a stable word."""

    def __init__(self, error: net.NotFetched) -> None:
        super().__init__(str(error))
        self.reason = error.reason.value


@dataclass(frozen=True, slots=True)
class Answer:
    """What a hook answered, whatever its status."""

    status: int
    content: bytes
    media_type: str

    @property
    def is_good(self) -> bool:
        """Whether the receiver says that it took the call."""
        return 200 <= self.status < 300


def call(
    hook: Hook,
    kind: str,
    body: Mapping[str, object],
    *,
    once: str,
    now: datetime,
    timeout: float = TIMEOUT,
    most_bytes: int = MOST_BYTES,
) -> Answer:
    """Send the hook a call of this kind and return its answer; raise NotCalled when there is none.

    `once` is the same for every try at the same thing, so that the receiver does it once; it stands in the signed body,
    and in a header for what lies in between. Seconds, bytes.
    """
    content = json.dumps(
        {**body, "kind": kind, "once": once}, ensure_ascii=False, separators=(",", ":")
    ).encode("utf-8")
    headers = {
        "Content-Type": "application/json",
        "Idempotency-Key": once,
        **signed(content, secrets_of(hook), now),
    }
    try:
        answer = net.post(
            hook.address,
            content,
            headers,
            local_hosts=local_hosts(),
            timeout=timeout,
            most_bytes=most_bytes,
        )
    except net.NotFetched as error:
        raise NotCalled(error) from error
    return Answer(answer.status, answer.body, answer.media_type)


def signed(content: bytes, secrets: Sequence[bytes], now: datetime) -> dict[str, str]:
    """Return the headers that prove a call: its moment in whole seconds, and one signature for each secret."""
    moment = str(int(now.timestamp()))
    over = moment.encode("ascii") + b"." + content
    signatures = ",".join(f"v1={hmac.digest(secret, over, hashlib.sha256).hex()}" for secret in secrets)
    return {"Rescind-Timestamp": moment, "Rescind-Signature": signatures}


def secrets_of(hook: Hook) -> list[bytes]:
    """Return the secrets that a call is signed with, the newest first; raise NotOpened."""
    written = sealing.unseal(bytes(hook.secret), settings.DESK.sealing_key, about_hook(hook.name))
    return [each.encode("ascii") for each in json.loads(written)]


def sealed_secrets(name: str, secrets: Sequence[bytes]) -> bytes:
    """Return the secrets of the hook of this name as its row holds them. They are ASCII."""
    content = json.dumps([each.decode("ascii") for each in secrets]).encode("ascii")
    return sealing.seal(content, settings.DESK.sealing_key, about_hook(name))


def about_hook(name: str) -> str:
    """Return what the secrets of a hook are sealed about."""
    return f"hook {name}"


def local_hosts() -> frozenset[str]:
    """Return the hosts that may lie in a private network: those named in desk.toml, and while trying, this machine."""
    named = frozenset(settings.DESK.working.local_hooks)
    return named | LOOPBACK if settings.DESK.for_trying else named
