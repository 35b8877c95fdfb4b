"""How the sign-in library is held to the desk's rules: nobody signs up, and what proves a second factor is sealed.

Sign-in itself (passwords, codes, passkeys, limits) is django-allauth's; `docs/decisions/0017-signing-in.md` says why.
"""

import time
from base64 import b64decode, b64encode
from typing import Final

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from django.conf import settings
from django.http import HttpRequest

from rescind.desk.records import sealing
from rescind.desk.settings.proxy import caller

ABOUT: Final = "second factor"


class Accounts(DefaultAccountAdapter):  # type: ignore[misc]
    """People are invited; nobody makes an account here, and no mail is sent from a page."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Say no."""
        return False

    def is_reauthentication_required(self, *, app: str) -> bool:
        """Ask once more who it is before a second factor is changed, unless they signed in just now."""
        records = get_authentication_records(self.request, self.request.user)
        last = max((record["at"] for record in records), default=0.0)
        return time.time() - last >= settings.ACCOUNT_REAUTHENTICATION_TIMEOUT

    def get_client_ip(self, request: HttpRequest) -> str:
        """Return who called, as the desk counts callers everywhere."""
        return caller(request.META, settings.DESK.proxy)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, object]) -> None:
        """Send nothing: what these mails would say, the page and the journal say."""

    def should_send_confirmation_mail(self, *args: object, **kwargs: object) -> bool:
        """Say no."""
        return False


class OtherAccounts(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """Whoever comes from the platform's own sign-in must have been invited here by the same address."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Say no."""
        return False


class SecondFactors(DefaultMFAAdapter):  # type: ignore[misc]
    """The secret of an app with codes, and the recovery codes' seed, are sealed with the desk's key."""

    def encrypt(self, text: str) -> str:
        """Return the secret, sealed."""
        sealed = sealing.seal(text.encode("utf-8"), settings.DESK.sealing_key, ABOUT)
        return b64encode(sealed).decode("ascii")

    def decrypt(self, encrypted_text: str) -> str:
        """Return what was sealed; raise NotOpened."""
        content = sealing.unseal(b64decode(encrypted_text), settings.DESK.sealing_key, ABOUT)
        return content.decode("utf-8")
