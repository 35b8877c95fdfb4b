"""Run by test_case_store: a second process that opens a case file, waits for a word, and adds a line to its log.

    python -m tests.person.case_writer FILE PASSPHRASE LINE [LARGEST]

With LARGEST it may write no file beyond that many bytes, as on a full disk. Says "open" when it holds the file, then
"saved" or the name of the error.
"""

import resource
import sys
from pathlib import Path

from rescind.person import casefile
from rescind.person.case import note
from tests.person.case_samples import LATER


def main(file: str, passphrase: str, line: str, largest: str = "") -> None:
    with casefile.open_case(Path(file), passphrase) as box:
        sys.stdout.write("open\n")
        sys.stdout.flush()
        sys.stdin.readline()
        if largest:
            resource.setrlimit(resource.RLIMIT_FSIZE, (int(largest), int(largest)))
        try:
            box.save(note(box.case, line, now=LATER))
        except casefile.CaseFileError as error:
            sys.stdout.write(type(error).__name__ + "\n")
        else:
            sys.stdout.write("saved\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
