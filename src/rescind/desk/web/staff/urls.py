"""Which page of the staff an address leads to. Of the sign-in library only what this desk offers has an address.

Its names for what is not offered (signing up, mail) still must lead somewhere, because it writes them into its pages;
they lead to the same page as what is missing.
"""

from allauth.account import views as account
from allauth.mfa.base import views as second
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from allauth.socialaccount import views as elsewhere
from allauth.socialaccount.providers.openid_connect import views as oidc
from django.urls import path, re_path

from rescind.desk.web.staff import banks, deeds, door, hooks, looking, people, reading, reviewing

NOT_OFFERED = (
    "account_signup",
    "account_email_verification_sent",
    "account_set_password",
    "socialaccount_signup",
    "socialaccount_connections",
)

DEEDS = {
    "hide": deeds.hide,
    "show": deeds.show,
    "grant": deeds.grant,
    "refuse": deeds.refuse,
    "second": deeds.second,
    "ask": deeds.ask,
    "write": deeds.write,
    "gone": deeds.gone,
    "search": deeds.search,
    "copies": deeds.copies,
    "uphold": deeds.uphold,
    "objection": deeds.objection,
    "warn": deeds.warn,
    "aside": deeds.aside,
    "apart": deeds.apart,
    "report": deeds.report,
    "hold": deeds.hold,
    "close": deeds.close,
}
"""What can be done with a request, by the last word of its address."""

signing_in = [
    path("staff/account/login/", account.login, name="account_login"),
    path("staff/account/logout/", account.logout, name="account_logout"),
    path("staff/account/inactive/", account.account_inactive, name="account_inactive"),
    path("staff/account/again/", account.reauthenticate, name="account_reauthenticate"),
    path("staff/account/password/", account.password_change, name="account_change_password"),
    path(
        "staff/account/password/done/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    re_path(
        r"^staff/account/password/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("staff/account/second/", second.index, name="mfa_index"),
    path("staff/account/second/code/", second.authenticate, name="mfa_authenticate"),
    path("staff/account/second/again/", second.reauthenticate, name="mfa_reauthenticate"),
    path("staff/account/second/app/", totp.activate_totp, name="mfa_activate_totp"),
    path("staff/account/second/app/end/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("staff/account/second/codes/", recovery.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(
        "staff/account/second/codes/new/",
        recovery.generate_recovery_codes,
        name="mfa_generate_recovery_codes",
    ),
    path(
        "staff/account/second/codes/file/",
        recovery.download_recovery_codes,
        name="mfa_download_recovery_codes",
    ),
    path("staff/account/second/keys/", passkeys.list_webauthn, name="mfa_list_webauthn"),
    path("staff/account/second/keys/add/", passkeys.add_webauthn, name="mfa_add_webauthn"),
    path("staff/account/second/keys/login/", passkeys.login_webauthn, name="mfa_login_webauthn"),
    path(
        "staff/account/second/keys/again/",
        passkeys.reauthenticate_webauthn,
        name="mfa_reauthenticate_webauthn",
    ),
    path("staff/account/second/keys/<int:pk>/end/", passkeys.remove_webauthn, name="mfa_remove_webauthn"),
    path("staff/account/second/keys/<int:pk>/", passkeys.edit_webauthn, name="mfa_edit_webauthn"),
    path("staff/account/other/cancelled/", elsewhere.login_cancelled, name="socialaccount_login_cancelled"),
    path("staff/account/other/error/", elsewhere.login_error, name="socialaccount_login_error"),
    path("staff/account/other/<str:provider_id>/", oidc.login, name="openid_connect_login"),
    path("staff/account/other/<str:provider_id>/back/", oidc.callback, name="openid_connect_callback"),
    *(path(f"staff/account/none/{name}/", door.nowhere, name=name) for name in NOT_OFFERED),
]

urlpatterns = [
    *signing_in,
    path("staff", looking.queue, name="staff_queue"),
    path("staff/minors", looking.minors),
    path("staff/people", people.people),
    path("staff/people/add", people.add),
    path("staff/people/<str:name>/roles", people.roles),
    path("staff/people/<str:name>/anew", people.anew),
    path("staff/people/<str:name>/end", people.end),
    path("staff/journal", reading.journal),
    path("staff/hooks", hooks.hooks),
    path("staff/hooks/add", hooks.add_hook),
    path("staff/hooks/again", hooks.send_again),
    path("staff/hooks/<str:name>/move", hooks.move_hook),
    path("staff/hooks/<str:name>/secret", hooks.new_secret),
    path("staff/hooks/<str:name>/one-secret", hooks.drop_secret),
    path("staff/hooks/<str:name>/end", hooks.end_hook),
    path("staff/keys/add", hooks.add_key),
    path("staff/keys/rotate", hooks.rotate_key),
    path("staff/keys/end", hooks.end_key),
    path("staff/banks", banks.banks),
    path("staff/banks/add", banks.add),
    path("staff/banks/change", banks.change),
    path("staff/banks/pause", banks.pause),
    path("staff/allowed/add", banks.allow),
    path("staff/allowed/<int:number>/end", banks.disallow),
    path("staff/quarantine/<int:number>/release", banks.release),
    path("staff/quarantine/<int:number>/end", banks.keep_out),
    path("staff/misuse", banks.misuse),
    path("staff/misuse/<int:number>/lift", banks.lift),
    path("staff/<str:number>", reviewing.review, name="staff_review"),
    path("staff/<str:number>/places/<int:position>/look", reviewing.look),
    path("staff/<str:number>/places/<int:position>/picture", reviewing.picture),
    *(path(f"staff/<str:number>/{name}", deed) for name, deed in DEEDS.items()),
]
