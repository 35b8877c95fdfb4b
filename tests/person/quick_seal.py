"""Seals as age does, with so little work that a test need not wait for it. Written from https://age-encryption.org/v1."""

from __future__ import annotations

import hashlib
import hmac
from base64 import b64encode

from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

WORK = 10
CHUNK = 2**16


def encrypt(content: bytes, passphrase: str) -> bytes:
    """Stands in for what `seal` encrypts with; salt and keys are the same every time."""
    salt, file_key, nonce = bytes(range(16)), bytes(range(16, 32)), bytes(range(32, 48))
    wrapping = hashlib.scrypt(
        passphrase.encode(), salt=b"age-encryption.org/v1/scrypt" + salt, n=2**WORK, r=8, p=1, dklen=32
    )
    body = ChaCha20Poly1305(wrapping).encrypt(bytes(12), file_key, None)
    header = f"age-encryption.org/v1\n-> scrypt {_text(salt)} {WORK}\n{_text(body)}\n---".encode()
    mac = hmac.digest(_key(file_key, b"", b"header"), header, "sha256")
    return header + f" {_text(mac)}\n".encode() + nonce + _stream(_key(file_key, nonce, b"payload"), content)


def _stream(key: bytes, content: bytes) -> bytes:
    chunks = [content[at : at + CHUNK] for at in range(0, len(content), CHUNK)] or [b""]
    cipher = ChaCha20Poly1305(key)
    return b"".join(
        cipher.encrypt(at.to_bytes(11, "big") + bytes([at == len(chunks) - 1]), chunk, None)
        for at, chunk in enumerate(chunks)
    )


def _key(file_key: bytes, salt: bytes, about: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=salt, info=about).derive(file_key)


def _text(content: bytes) -> str:
    return b64encode(content).rstrip(b"=").decode()
