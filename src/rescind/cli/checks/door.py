"""Which page of the local checks answers what, and the one visit and the one check that they are about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from threading import Lock

from rescind.cli.checks import looks, results, screens
from rescind.cli.checks.handed import Visit, visit_from
from rescind.cli.checks.run import Run
from rescind.cli.checks.told import Story
from rescind.cli.looking import Manner
from rescind.net import Door, Form, Given, SentOn
from rescind.person import casefile
from rescind.words import language

AT = "/checks/"
ELSEWHERE = "https://www.wikipedia.org/"
FILE_NAME, LIST_NAME = "notes.age", "places.txt"
MOST_PAGES = 1000

Answer = Given | SentOn


def to(name: str) -> str:
    """The address of one of the pages."""
    return AT + name


class Checks:
    """Everything the door holds. `door` answers the browser; `close` forgets all of it and stops what runs."""

    def __init__(self, how: Manner) -> None:
        self.door = Door(AT, self.answer)
        self._how = how
        self._lock, self._turn = Lock(), Lock()
        self._visit: Visit | None = None
        self._run: Run | None = None
        self._came: looks.Came | None = None
        self._spoken = "en"

    def answer(self, path: str, form: Form | None) -> Answer:
        """Answer one question of the browser: a page, a file, or the way to the next page."""
        with language(self._spoken):
            return self._shown(path) if form is None else self._done(path, form)

    def close(self) -> None:
        """Forget everything, and stop what runs."""
        if self._run is not None:
            self._run.stop()
        if self._visit is not None:
            self._visit.passphrase, self._visit.case = "", None
        self._visit = self._run = self._came = None

    def _shown(self, path: str) -> Answer:
        ways: dict[str, Callable[[], Answer]] = {
            "start": self._start,
            "under": lambda: _page(screens.under_screen(to)),
            "look": self._look,
            "result": self._result,
            "addresses": self._addresses,
            "file": self._file,
            "leave": self._leave,
        }
        return ways[path]() if path in ways else SentOn(to("start"))

    def _done(self, path: str, form: Form) -> Answer:
        ways: dict[str, Callable[[Form], Answer]] = {
            "": self._take,
            "age": self._age,
            "open": self._open,
            "look": self._begin,
            "stop": self._stop,
            "forget": self._forget,
        }
        return ways[path](form) if path in ways else SentOn(to("start"))

    def _take(self, form: Form) -> Answer:
        """Take what the page hands over, unless a check runs, or it says that somebody shown was under 18."""
        if form.first("adults") == "no":
            return self._stop_here()
        if self._run is not None and not self._run.ended:
            return _page(screens.busy_screen(to))
        self.close()
        self._visit = visit_from(form)
        self._spoken = self._visit.language if self._visit else "en"
        return SentOn(to("start"))

    def _start(self) -> Answer:
        """The question that comes next."""
        visit = self._visit
        if visit is None:
            return _page(screens.nothing_screen(to))
        if not visit.adults:
            return _page(screens.age_screen(to))
        if self._run is not None:
            return SentOn(to("look"))
        if visit.sealed is not None and visit.case is None:
            return _page(screens.passphrase_screen(to))
        return _page(screens.before_screen(visit, to))

    def _age(self, form: Form) -> Answer:
        if form.first("adults") != "yes":
            return self._stop_here()
        if self._visit is not None:
            self._visit.adults = True
        return SentOn(to("start"))

    def _stop_here(self) -> Answer:
        """Forget everything, at whatever point it is, and say who may lawfully help."""
        self.close()
        return SentOn(to("under"))

    def _open(self, form: Form) -> Answer:
        """Open the sealed file."""
        visit = self._visit
        if visit is None or visit.sealed is None or not visit.adults or self._run is not None:
            return SentOn(to("start"))
        words = form.first("passphrase")
        try:
            visit.case = casefile.unseal(visit.sealed, words)
        except casefile.CaseFileError as trouble:
            return _page(screens.passphrase_screen(to, str(trouble)))
        visit.passphrase = words
        return SentOn(to("start"))

    def _begin(self, form: Form) -> Answer:
        """Begin the check, once."""
        visit = self._visit
        if visit is None or not visit.adults or (visit.sealed is not None and visit.case is None):
            return SentOn(to("start"))
        with self._lock:
            if self._run is None:
                run = Run(visit.language, self._turn)
                self._came = came = looks.Came(Story(run.tell))
                how = replace(self._how, pages=_pages(form.first("pages")))
                work = looks.of_pictures if visit.sealed is None else looks.of_case
                run.start(work(visit, how, came))
                self._run = run
        return SentOn(to("look"))

    def _look(self) -> Answer:
        if self._run is None:
            return SentOn(to("start"))
        if self._run.ended:
            return SentOn(to("result"))
        return Given(results.running(self._run, to))

    def _result(self) -> Answer:
        if self._run is None or not self._run.ended or self._came is None:
            return SentOn(to("look"))
        return _page(results.result(self._came, self._run, to))

    def _stop(self, _: Form) -> Answer:
        if self._run is not None:
            self._run.stop()
        return SentOn(to("look"))

    def _addresses(self) -> Answer:
        pages = self._came.story.pages if self._came else []
        text = "".join(f"{page}\n" for page in pages)
        return Given((text.encode("utf-8"),), "text/plain; charset=utf-8", LIST_NAME)

    def _file(self) -> Answer:
        if self._came is None or self._came.sealed is None:
            return SentOn(to("start"))
        return Given((self._came.sealed,), "application/octet-stream", FILE_NAME)

    def _forget(self, _: Form) -> Answer:
        self.close()
        return SentOn(to("start"))

    def _leave(self) -> Answer:
        """Forget everything and lead away from here."""
        self.close()
        return SentOn(ELSEWHERE)


def _page(content: bytes) -> Given:
    return Given(iter((content,)))


def _pages(said: str) -> int:
    """How many pages to follow; one when it is no number that makes sense."""
    return min(max(int(said), 1), MOST_PAGES) if said.isascii() and said.isdigit() and len(said) < 6 else 1
