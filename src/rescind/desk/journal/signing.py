"""The desk's Ed25519 key: it signs how far the journal has come, and its public half says who signed."""

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey


def public_key(private: bytes) -> bytes:
    """Return the 32 bytes that may be shown to anybody, for the 32 that may not."""
    return Ed25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def sign(body: str, private: bytes) -> str:
    """Return the signature of the text as 128 hexadecimal digits."""
    return Ed25519PrivateKey.from_private_bytes(private).sign(body.encode("utf-8")).hex()


def is_signed(body: str, signature: str, public: bytes) -> bool:
    """Say whether the signature is that of the key's owner, over exactly this text."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(bytes.fromhex(signature), body.encode("utf-8"))
    except (InvalidSignature, ValueError):
        return False
    return True
