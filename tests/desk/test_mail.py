"""Mail is owed until there is a server for it, sent once that takes it, and neutral to whoever sees it pass by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from email import message_from_string, policy
from email.message import EmailMessage

import pytest
from django.conf import settings
from django.test import override_settings

from rescind.desk.management.starting import start
from rescind.desk.settings import desk_file
from rescind.desk.settings.desk_file import Desk, DeskNotSetUp
from rescind.desk.settings.working import Keep, Mail, Working
from tests.desk.conftest import NOW, Make
from tests.fakes.mail_server import Mailbox, taking_mail

start(None)

from rescind.desk import outbox  # noqa: E402 - only when Django is set up
from rescind.desk.flows import decide  # noqa: E402
from rescind.desk.flows.receive import Receipt, receive  # noqa: E402
from rescind.desk.jobs.deliver import deliver_mail  # noqa: E402
from rescind.desk.records.models import JournalLine, Owed  # noqa: E402
from tests.desk.test_decide import REVIEWER  # noqa: E402
from tests.desk.test_delivering import Clock  # noqa: E402


@pytest.fixture
def box() -> Iterator[Mailbox]:
    with taking_mail() as one:
        yield one


@pytest.fixture
def mailing(on_sqlite: Desk, box: Mailbox) -> Iterator[Mailbox]:
    """A desk with a mail server."""
    mail = Mail("127.0.0.1", "desk@board.example", port=box.port, protect="none")
    with override_settings(DESK=replace(settings.DESK, working=Working(mail=mail))):
        yield box


def granted(make: Make) -> Receipt:
    receipt = receive(make(), now=NOW)
    decide.grant(REVIEWER, receipt.number, now=NOW)
    return receipt


def parsed(text: str) -> EmailMessage:
    return message_from_string(text, _class=EmailMessage, policy=policy.default)


def waiting() -> int:
    return Owed.objects.filter(kind=outbox.MAIL, done_at=None, stopped_at=None).count()


def test_without_a_server_mail_waits_and_is_counted(on_sqlite: Desk, make: Make) -> None:
    granted(make)
    before = outbox.backlog().mail
    assert before >= 1
    assert deliver_mail(Clock()) == 0
    assert outbox.backlog().mail == before


def test_a_mail_says_that_there_is_news_and_nothing_else(mailing: Mailbox, make: Make) -> None:
    receipt = granted(make)
    assert deliver_mail(Clock()) >= 1
    assert waiting() == 0
    mail = parsed(mailing.taken[-1])
    assert (mail["To"], mail["From"]) == ("reply@mail.example", "desk@board.example")
    assert mail["Subject"] == "News about your message"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["Message-ID"].endswith("@localhost>")
    text = mail.get_content()
    assert receipt.number in text
    for private in (receipt.code, "N. N.", "picture", "intimate", "board.example/thread", "granted"):
        assert private not in str(mail).replace(receipt.number, "")
    assert deliver_mail(Clock()) == 0
    assert JournalLine.objects.filter(event="delivered", subject=receipt.number).exists()


def test_a_receiver_that_is_refused_for_good_is_not_tried_again(mailing: Mailbox, make: Make) -> None:
    granted(make)
    mailing.refuse = "550 no such box"
    deliver_mail(Clock())
    assert waiting() == 0
    stopped = Owed.objects.filter(kind=outbox.MAIL).exclude(stopped_at=None)
    assert {one.last_error for one in stopped} == {"SMTPRecipientsRefused 550"}


def test_a_server_that_is_busy_or_away_is_asked_again(mailing: Mailbox, make: Make) -> None:
    granted(make)
    clock, count = Clock(), waiting()
    mailing.refuse = "451 later"
    assert deliver_mail(clock) == 0
    assert waiting() == count
    with override_settings(
        DESK=replace(settings.DESK, working=Working(mail=Mail("127.0.0.1", "d@b.example", port=1)))
    ):
        clock.at += timedelta(minutes=1)
        assert deliver_mail(clock) == 0
    assert waiting() == count
    mailing.refuse = ""
    clock.at += timedelta(hours=1)
    assert deliver_mail(clock) == count


def test_an_address_with_a_line_break_sends_nothing(mailing: Mailbox) -> None:
    outbox.owe_mail("a@b.example\nBcc: all@b.example", "News", "text", now=NOW)
    assert deliver_mail(Clock()) == 0
    assert mailing.taken == []
    assert waiting() == 0


@pytest.mark.parametrize(
    "text",
    [
        "[mail]\nhost = 'x'\n",
        "[mail]\nhost = 'x'\nfrom = 'nobody'\n",
        "[mail]\nhost = 'x'\nfrom = 'a@b'\nprotect = 'perhaps'\n",
        "[mail]\nhost = 'x'\nfrom = 'a@b'\nport = 0\n",
        "[mail]\nhost = 'x'\nfrom = 'a@b'\nspeed = 3\n",
        "mail = 3\n",
        "[alarms]\nmail = 'a@b'\n",
        "[hooks]\nlocal = [3]\n",
        "[keep]\nrequests = 0\n",
        "[keep]\nrequests = true\n",
        "[keep]\nforever = 1\n",
    ],
)
def test_a_half_said_setting_is_refused(text: str) -> None:
    whole = desk_file.as_toml(desk_file.fresh("Board", "http://localhost:8600"))
    with pytest.raises(DeskNotSetUp):
        desk_file.parse(text + whole if text.startswith("mail") else whole + text)


def test_what_is_said_is_read_as_it_was_written() -> None:
    mail = Mail("mail.example", "desk@board.example", 465, "desk", "secret", "tls")
    working = Working(mail, ("duty@board.example",), ("board.internal",), Keep(requests=90, known=7))
    desk = replace(desk_file.fresh("Board", "http://localhost:8600"), working=working)
    assert desk_file.parse(desk_file.as_toml(desk)) == desk
    assert "secret" not in repr(desk)
