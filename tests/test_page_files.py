"""What a server may add to the page: an offer, and the leave to send a form to that server; nothing else differs."""

from __future__ import annotations

import json

from rescind.page_files import FIRST, OFFERED, Offer, offering, page_files


def test_the_page_by_itself_offers_nothing_and_may_send_no_form() -> None:
    files = page_files()
    assert b"form-action 'none'" in files[FIRST]
    assert b"desk: null" in files[OFFERED]
    assert b"checks: null" in files[OFFERED]


def test_an_offer_changes_two_files_and_of_the_policy_only_where_a_form_may_go() -> None:
    plain = page_files()
    offered = offering(plain, Offer(desk="/from-page", desk_name='a "board" </script>'))
    assert {name for name in plain if plain[name] != offered[name]} == {FIRST, OFFERED}
    assert offered[FIRST].replace(b"form-action 'self'", b"form-action 'none'") == plain[FIRST]
    said = offered[OFFERED].decode().partition("OFFERED = ")[2].rstrip().rstrip(";")
    assert json.loads(said) == {
        "desk": "/from-page",
        "desk_name": 'a "board" </script>',
        "checks": None,
        "keep": False,
    }
