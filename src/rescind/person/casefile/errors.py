"""What can go wrong with a case file, one class each. `str()` is a sentence for a person; no path and no
content is in it.
"""

from rescind.words import phrase


class CaseFileError(Exception):
    """The case file could not be opened or written. What was on the disk before is still there."""

    def __str__(self) -> str:
        return phrase("The sealed file could not be used. It is as it was before.")


class WrongPassphrase(CaseFileError):
    """The passphrase does not fit. A file damaged in its first line or two looks the same; nothing can tell
    them apart.
    """

    def __str__(self) -> str:
        return phrase(
            "This passphrase does not open the file. Check for capital letters and gaps and try again. "
            "If you are sure of it, the file may be damaged: use a copy you made before."
        )


class TornFile(CaseFileError):
    """It is a sealed file, but a part is missing or changed. Nothing of it is used."""

    def __str__(self) -> str:
        return phrase(
            "This file is damaged: a part of it is missing or changed. "
            "Use a copy you made before, if there is one."
        )


class EmptyFile(TornFile):
    """The file has no bytes at all."""

    def __str__(self) -> str:
        return phrase("This file is empty. Use a copy you made before, if there is one.")


class NotACaseFile(CaseFileError):
    """The file is something else, or its contents are not as `docs/formats/case.md` says.

    `where` names the place in the contents, such as `pictures[2].quality`; it is empty when the file is not
    ours at all.
    """

    def __init__(self, where: str = "") -> None:
        super().__init__(where)
        self.where = where

    def __str__(self) -> str:
        if self.where:
            return phrase("This file opens, but “{where}” in it is not as it must be.", where=self.where)
        return phrase("This is not a file that this program made.")


class NewerVersion(CaseFileError):
    """A newer program wrote it in a way this one does not know. It was not changed."""

    def __str__(self) -> str:
        return phrase("A newer version of this program made this file. Get the newest version to open it.")


class TooCostly(CaseFileError):
    """Opening it would take more time or memory than any file of ours: its header asks for it, or its size
    does.
    """

    def __str__(self) -> str:
        return phrase("This file asks for too much work to open. We did not make it so, and left it alone.")


class TooSlow(CaseFileError):
    """The computer at hand would need too long to open it, at least at the moment."""

    def __str__(self) -> str:
        return phrase(
            "This computer is too slow or too busy to open the file now. Close other programs and try again."
        )


class TooLarge(CaseFileError):
    """The case has grown past what one file holds. It was not written."""

    def __str__(self) -> str:
        return phrase("This is too much for one file. Export some of the kept copies and forget them here.")


class CaseLocked(CaseFileError):
    """Another process is reading, changing and writing it right now."""

    def __str__(self) -> str:
        return phrase("The file is open in another window. Finish there first, then try again.")


class ChangedMeanwhile(CaseFileError):
    """Something other than this program put another file in its place while it was open. Theirs was left as
    it is.
    """

    def __str__(self) -> str:
        return phrase(
            "Something else changed the file while it was open here, perhaps a backup or a cloud drive. "
            "Nothing was written. Try again."
        )


class CaseExists(CaseFileError):
    """A new case was asked for where a file already is."""

    def __str__(self) -> str:
        return phrase("There is a file with this name already. It was left as it is.")


class NoCaseHere(CaseFileError):
    """There is no file, or no folder, at that place."""

    def __str__(self) -> str:
        return phrase("There is no such file here.")


class NoRoom(CaseFileError):
    """The disk is full, or a quota or limit is reached. The file is as it was before."""

    def __str__(self) -> str:
        return phrase("There is no room left on this disk. The file is as it was before.")


class NotAllowedHere(CaseFileError):
    """The computer does not let us read or write there: permissions, or a disk that can only be read."""

    def __str__(self) -> str:
        return phrase(
            "This computer does not let us read or write the file here. The file is as it was before."
        )
