"""The forms of large sites: which site has one, and the strict reading of the list."""

import pytest

from rescind.person import forms
from rescind.person.places_to_go import ListBroken

ENTRY = {
    "id": '"a"',
    "name": '"A Site"',
    "kind": '"site"',
    "hosts": '["a.example"]',
    "link": '"https://a.example/form"',
    "guide": '""',
    "asks": '["your name"]',
    "paste": '["addresses"]',
    "way": '"Press it."',
    "limits": '"It is for this site only."',
    "evidence": '"S"',
    "source": '"somebody said so"',
    "read_on": '"2026-11"',
}


def listed(**changed: str | None) -> bytes:
    rows = {**ENTRY, **changed}
    return ("[[form]]\n" + "".join(f"{name} = {value}\n" for name, value in rows.items() if value)).encode()


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("https://www.tiktok.com/@a/video/1", "tiktok"),
        ("m.facebook.com", "meta"),
        ("https://i.redd.it:443/x.jpg", "reddit"),
        ("drive.google.com", "google-files"),
        ("https://google.com/search?q=x", None),
        ("nottiktok.com", None),
        ("https://tiktok.com.board.example/", None),
        ("the group called Board", None),
        ("[Board] on tiktok.com", None),
        ("https://exa\u2100mple.com/", None),
        ("", None),
    ],
)
def test_a_site_has_its_form_by_its_host_alone(address, found):
    form = forms.form_for(address)
    assert (form and form.id) == found


def test_a_form_nobody_saw_says_so_and_one_nobody_could_verify_is_left_out():
    (one,) = forms.read(listed(), called="x")
    assert not one.checked
    assert forms.read(listed(evidence='"P"'), called="x")[0].checked
    assert forms.read(listed(evidence='"U"'), called="x") == ()


@pytest.mark.parametrize(
    "changed",
    [
        {"link": '"http://a.example"'},
        {"guide": '"a.example"'},
        {"kind": '"other"'},
        {"evidence": '"X"'},
        {"read_on": '"2026-13"'},
        {"read_on": "2026-11-01"},
        {"paste": '["picture"]'},
        {"paste": "[1]"},
        {"paste": "[[]]"},
        {"asks": "[]"},
        {"asks": '"your name"'},
        {"hosts": '[" "]'},
        {"way": '" "'},
        {"source": '""'},
        {"limits": None},
        {"extra": '"x"'},
    ],
    ids=str,
)
def test_a_slip_in_the_list_is_a_clear_error(changed):
    with pytest.raises(ListBroken):
        forms.read(listed(**changed), called="x")


@pytest.mark.parametrize("content", [b"", b"[[form]", b"\xff", b"form = 1", b"form = []", b"form = [1]"])
def test_what_is_no_list_is_refused(content):
    with pytest.raises(ListBroken):
        forms.read(content, called="x")
