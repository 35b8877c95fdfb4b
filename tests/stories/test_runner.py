"""The story runner itself: a true story passes, and each way of not being true fails with its own words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from demo.board import Board
from tests.stories.matching import NotTrueError
from tests.stories.runner import play
from tests.stories.script import VERBS, NotAStoryError, parse
from tests.stories.steps import STEPS

Play = Callable[[str], None]


@pytest.fixture
def tell(tmp_path: Path, board: Callable[[], Board]) -> Play:
    """Plays a script given as text, below a description."""

    def told(script: str) -> None:
        play(parse("Somebody tries something.\n\n" + script, "told.txt"), tmp_path, board)

    return told


PICTURE = "damaged.jpg"
CALL = """$ python -c "import sys, urllib.request as u; [u.urlopen(a).read() for a in sys.argv[1:]]" """

TRUE = {
    "printed in order": "$ python -c \"print('one   two'); print('three')\"\n| one two\n| three",
    "printed with a gap": "$ python -c \"print('due on Monday at 9')\"\n| due ... at 9",
    "not printed": "$ python -c \"print('fine')\"\n! secret",
    "both streams": "$ python -c \"import sys; sys.stderr.write('aside'); print('answer')\"\n"
    "| answer\n| aside",
    "exit code": '$ python -c "raise SystemExit(3)"\n= 3',
    "exit code by name": '$ python -c "raise SystemExit(3)"\n= 3 not everything',
    "typed": "$ python -c \"print('you said', input(), input())\"\n< no\n< well\n| you said no well",
    "typed in a terminal": "$tty python -c \"print('you said', input('Sure? '))\"\n"
    "| Sure?\n< no\n| you said no",
    "a terminal is one": '$tty python -c "import sys; sys.exit(0 if sys.stdin.isatty() else 9)"',
    "no terminal is none": '$ python -c "import sys; sys.exit(9 if sys.stdin.isatty() else 0)"',
    "nothing typed": '$ python -c "import sys; sys.exit(len(sys.stdin.read()))"',
    "a file is written": "write a.txt\n    one\n\n      two\n"
    "$ python -c \"print(repr(open('a.txt').read()))\"\n| 'one\\n\\n  two\\n'",
    "a sample is had": "have in/mine.jpg = images/base-dogs.jpg\n"
    "$ python -c \"print(len(open('in/mine.jpg', 'rb').read()))\"\n| 55043",
    "cut": "write a.txt\n    1234567\ncut a.txt in half\n"
    "$ python -c \"print(open('a.txt').read())\"\n| 1234\n! 5",
    "variable": "env WHO = me\n$ python -c \"import os; print(os.environ['WHO'])\"\n| me",
    "expect file": "write out/a.pdf\n    x\n$ python -V\nexpect file out/*.pdf\nexpect no file *.pdf",
    "file has": "write a.txt\n    one  two\n$ python -V\nfile a.txt has one two\nfile a.txt lacks three",
    "nothing left": 'files\n$ python -c "pass"\nno new files\nnothing written',
    "json": '$ python -c "print(\'{\\"a\\": [{\\"b\\": null, \\"c\\": \\"ab\\"}, 7]}\')"\n'
    "json .a[0].b = null\njson .a[0].c = ab\njson .a[1] = 7\njson .a count = 2\njson .a[0].c like [ab]+\n"
    "json .a is there\njson .b is not there",
    "json line": "$ python -c \"print('{}'); print('[5]')\"\njson line 2 [0] = 5",
    "remember json": '$ python -c "print(\'{\\"id\\": \\"r-1\\"}\')"\nremember id = json .id\n'
    "$ python -c \"print('{id}')\"\n| r-1",
    "remember after": "$ python -c \"print('Your words:  abc def')\"\nremember w = after Your words:\n"
    "$ python -c \"print('<{w}>')\"\n| <abc>",
    "called only": f"board\n{CALL} {{board}}/thread/1\ncalled only {{board}}/thread/1\n"
    "$ python -V\ncalled nothing",
    "taken down and back": f"board\nboard removes /thread/1\n{CALL} {{board}}/thread/1\n| 404\n= 1\n"
    f"board restores /thread/1\n{CALL} {{board}}/thread/1",
    "clean path": "$ python -c \"from shutil import which; print(which('sh'), bool(which('rescind')))\"\n"
    "| None True",
}

FALSE = {
    "not printed": ("$ python -c \"print('one')\"\n| two", "should be printed"),
    "wrong order": ("$ python -c \"print('b'); print('a')\"\n| a\n| b", "should be printed"),
    "gap over lines": ("$ python -c \"print('a'); print('b')\"\n| a ... b", "should be printed"),
    "printed": ("$ python -c \"print('se'); print('cret')\"\n! secret", "should not be printed"),
    "printed as error": (
        "$ python -c \"import sys; sys.stderr.write('secret')\"\n! secret",
        "should not be printed",
    ),
    "exit code": ('$ python -c "raise SystemExit(3)"\n= 4', "ended with 3"),
    "unsaid exit code": ('$ python -c "raise SystemExit(3)"', "ended with 3"),
    "exit code by another name": ('$ python -c "raise SystemExit(3)"\n= 3 found', "NOT_EVERYTHING"),
    "ends too early": ("$tty python -c \"print('a')\"\n| b", "ended before"),
    "new file": ("files\n$ python -c \"open('x', 'w').close()\"\nno new files", "here/x"),
    "new file at home": (
        "files\n$ python -c \"import pathlib; (pathlib.Path.home() / '.x').write_text('')\"\nno new files",
        "home/.x",
    ),
    "new temporary file": ('files\n$ python -c "import tempfile; tempfile.mkstemp()"\nno new files', "tmp/"),
    "changed file": ("write x\n    a\nfiles\n$ python -c \"open('x', 'w').close()\"\nno new files", "here/x"),
    "gone file": ("write x\n    a\nfiles\n$ python -c \"import os; os.remove('x')\"\nno new files", "here/x"),
    "file for a moment": (
        "files\n$ python -c \"import os; open('x', 'w').close(); os.remove('x')\"\nnothing written",
        "here/x",
    ),
    "no file": ("$ python -V\nexpect file *.pdf", "no file"),
    "unwanted file": ("write a.pdf\n    x\n$ python -V\nexpect no file *.pdf", "a.pdf"),
    "file lacks": ("write a.txt\n    x\n$ python -V\nfile a.txt lacks x", "should not"),
    "file has": ("write a.txt\n    x\n$ python -V\nfile a.txt has y", "should be"),
    "json value": ('$ python -c "print(\'{\\"a\\": 1}\')"\njson .a = 2', ".a is 1"),
    "json count": ("$ python -c \"print('[1]')\"\njson [0] is not there", "[0] is 1"),
    "json missing": ("$ python -c \"print('{}')\"\njson .a = 2", "not there"),
    "no json": ("$ python -V\njson .a = 2", "no JSON document"),
    "nothing to remember": ("$ python -V\nremember a = after Nowhere:", "nothing to remember"),
    "other page": (
        f"board\n{CALL} {{board}}/thread/2\ncalled only {{board}}/thread/1",
        "not named: /thread/2",
    ),
    "page not called": ("board\n$ python -V\ncalled only {board}/thread/1", "not called: /thread/1"),
    "picture not allowed": (
        f"board\n{CALL} {{board}}/lazy {{board}}/pictures/{PICTURE}\n"
        "called only {board}/lazy and pictures on it",
        PICTURE,
    ),
    "other machine": (
        "board\n$ python -c \"import socket; socket.socket().connect_ex(('127.0.0.1', 9))\"\ncalled nothing",
        "127.0.0.1:9",
    ),
    "name looked up": (
        "board\n$ python -c \"import socket; socket.getaddrinfo('localhost', 80)\"\ncalled nothing",
        "localhost",
    ),
}

UNREADABLE = {
    "no step": "Description.\n\nboard\n",
    "no description": "\n$ python -V\n",
    "unknown step": "Description.\n\nfly away\n$ python -V\n",
    "mark without command": "Description.\n\n| words\n$ python -V\n",
    "two ends": "Description.\n\n$ python -V\n= 1\n= 2\n",
    "no words": "Description.\n\n$\n",
}


@pytest.mark.parametrize("name", TRUE)
def test_what_is_so_passes(name: str, tell: Play) -> None:
    tell(TRUE[name])


@pytest.mark.parametrize("name", FALSE)
def test_what_is_not_so_fails_and_says_why(name: str, tell: Play) -> None:
    script, words = FALSE[name]
    with pytest.raises(NotTrueError) as failure:
        tell(script)
    assert words in str(failure.value)
    assert "told.txt:" in str(failure.value)


@pytest.mark.parametrize("name", UNREADABLE)
def test_a_script_that_is_no_story_is_refused(name: str) -> None:
    with pytest.raises(NotAStoryError):
        parse(UNREADABLE[name], "told.txt")


@pytest.mark.parametrize("what", ["no-such-command", "module no_such_module"])
def test_what_is_not_installed_skips_the_story(what: str, tell: Play) -> None:
    with pytest.raises(pytest.skip.Exception, match=what.removeprefix("module ")):
        tell(f"needs {what}\n$ python -V")


def test_every_step_of_the_language_is_played() -> None:
    assert set(STEPS) == set(VERBS)
