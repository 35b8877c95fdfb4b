"""The connection goes to the number that was checked, at every step, and to nobody who cannot prove their
name.
"""

import socket
import ssl
from pathlib import Path

import pytest

from rescind.net import EITHER, NotFetched, Outside, Reason, open_fetch
from tests.net.site import HOST, PUBLIC, Caller, outside, reply, site

PAGE = b"<!doctype html><title>A page</title>"
CERTIFICATES = Path(__file__).parent / "certificates"


def _redirect(to: str, status: str = "302 Found") -> bytes:
    return reply(b"", f"Location: {to}", status=status)


@pytest.mark.parametrize(
    "inside",
    [
        "http://127.0.0.1:{port}/",
        "http://[::1]:{port}/",
        "http://inner.example:{port}/",
        "//localhost:{port}/x",
    ],
)
def test_a_redirect_into_private_space_is_refused(inside: str) -> None:
    def answer(caller: Caller) -> None:
        caller.say(_redirect(inside.format(port=here.port)) if caller.path == "/start" else reply(PAGE))

    with site(answer) as here:
        way = outside(
            {"board.example": [PUBLIC], "inner.example": ["10.0.0.7"], "localhost": ["127.0.0.1"]},
            {PUBLIC: here.port},
        )
        with open_fetch(pause=0, outside=way) as fetch, pytest.raises(NotFetched) as refused:
            fetch("http://board.example/start", kinds=EITHER)
    assert refused.value.reason is Reason.PRIVATE_ADDRESS
    assert here.paths == ["/start"]


def test_a_name_is_looked_up_once_and_the_number_checked_is_the_number_called() -> None:
    answers = iter([[PUBLIC], ["127.0.0.1"], ["127.0.0.1"]])
    called: list[str] = []

    def dial(number: str, port: int, seconds: float) -> socket.socket:
        called.append(number)
        return socket.create_connection((HOST, here.port), seconds)

    with site(lambda caller: caller.say(reply(PAGE))) as here:
        way = Outside(lambda host, port: next(answers), dial)
        with open_fetch(pause=0, outside=way) as fetch:
            assert fetch("http://turning.example/", kinds=EITHER).body == PAGE
            with pytest.raises(NotFetched) as refused:
                fetch("http://turning.example/", kinds=EITHER)
    assert refused.value.reason is Reason.PRIVATE_ADDRESS
    assert called == [PUBLIC]


def test_a_name_that_turns_private_between_two_redirects_is_refused() -> None:
    answers = iter([[PUBLIC], ["127.0.0.1"]])
    with site(lambda caller: caller.say(_redirect("/again"))) as here:
        way = Outside(lambda host, port: next(answers), outside({}, {PUBLIC: here.port}).dial)
        with open_fetch(pause=0, outside=way) as fetch, pytest.raises(NotFetched) as refused:
            fetch("http://turning.example/", kinds=EITHER)
    assert refused.value.reason is Reason.PRIVATE_ADDRESS
    assert len(here.asked) == 1


def test_the_next_number_is_called_when_the_first_does_not_answer() -> None:
    def dial(number: str, port: int, seconds: float) -> socket.socket:
        if number == "2606:2800:21f::1":
            raise OSError
        return socket.create_connection((HOST, here.port), seconds)

    with site(lambda caller: caller.say(reply(PAGE))) as here:
        way = Outside(lambda host, port: ["2606:2800:21f::1", PUBLIC], dial)
        with open_fetch(outside=way) as fetch:
            assert fetch("http://board.example/", kinds=EITHER).body == PAGE


def test_nobody_answering_is_told() -> None:
    with socket.create_server((HOST, 0)) as unused:
        port = unused.getsockname()[1]
    with open_fetch(allow_local=True) as fetch, pytest.raises(NotFetched) as refused:
        fetch(f"http://{HOST}:{port}/", kinds=EITHER)
    assert refused.value.reason is Reason.NO_CONNECTION


def _protected() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATES / "board.example.pem")
    return context


def _trusting() -> ssl.SSLContext:
    return ssl.create_default_context(cafile=str(CERTIFICATES / "authority.pem"))


def test_a_site_that_proves_its_name_is_read_though_a_number_was_called() -> None:
    with site(lambda caller: caller.say(reply(PAGE)), protected=_protected()) as here:
        way = outside({"board.example": [PUBLIC]}, {PUBLIC: here.port})
        with open_fetch(outside=way, trust=_trusting()) as fetch:
            assert fetch("https://board.example/", kinds=EITHER).body == PAGE


def test_a_proof_for_another_name_is_not_enough() -> None:
    with site(lambda caller: caller.say(reply(PAGE)), protected=_protected()) as here:
        way = outside({"other.example": [PUBLIC]}, {PUBLIC: here.port})
        with open_fetch(outside=way, trust=_trusting()) as fetch, pytest.raises(NotFetched) as refused:
            fetch("https://other.example/", kinds=EITHER)
    assert refused.value.reason is Reason.TLS
    assert here.asked == []


def test_a_proof_by_nobody_known_is_not_enough() -> None:
    with site(lambda caller: caller.say(reply(PAGE)), protected=_protected()) as here:
        way = outside({"board.example": [PUBLIC]}, {PUBLIC: here.port})
        with open_fetch(outside=way) as fetch, pytest.raises(NotFetched) as refused:
            fetch("https://board.example/", kinds=EITHER)
    assert refused.value.reason is Reason.TLS


def test_a_redirect_from_https_to_http_is_not_followed() -> None:
    def answer(caller: Caller) -> None:
        caller.say(_redirect("http://board.example/page"))

    with site(answer, protected=_protected()) as here:
        way = outside({"board.example": [PUBLIC]}, {PUBLIC: here.port})
        with (
            open_fetch(pause=0, outside=way, trust=_trusting()) as fetch,
            pytest.raises(NotFetched) as refused,
        ):
            fetch("https://board.example/", kinds=EITHER)
    assert refused.value.reason is Reason.UNPROTECTED_REDIRECT
    assert len(here.asked) == 1


def test_allowing_this_network_opens_only_the_machines_that_were_named() -> None:
    """A page on the web that names a machine at home must not have it called, also when another one was named."""
    way = outside(
        {
            "board.example": [PUBLIC],
            "nas.example": ["10.0.0.7"],
            "inner.example": ["10.0.0.8"],
            "localhost": ["127.0.0.1"],
        },
        {},
    )
    with open_fetch(allow_local=True, local_hosts=["nas.example"], pause=0, outside=way) as fetch:
        for address in (
            "http://inner.example/",
            "http://10.0.0.7/",
            "http://localhost/",
            "http://127.0.0.1/",
        ):
            with pytest.raises(NotFetched) as refused:
                fetch(address, kinds=EITHER)
            assert refused.value.reason is Reason.PRIVATE_ADDRESS, address


def test_with_one_name_of_this_computer_all_its_names_may_be_called() -> None:
    with site(lambda caller: caller.say(reply(PAGE))) as here:
        way = outside({"localhost": ["127.0.0.1"]}, {"127.0.0.1": here.port})
        with open_fetch(allow_local=True, local_hosts=["127.0.0.1"], outside=way) as fetch:
            assert fetch(f"http://localhost:{here.port}/", kinds=EITHER).body == PAGE
