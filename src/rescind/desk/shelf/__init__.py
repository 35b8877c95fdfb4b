"""The indexes beside the database: of all banks, and of what the platform has sent; and the spool between the two.

The database is what counts. An entry is written there first; `bring_up` then puts into the index what is missing in it
and takes out what has ended, as often as it is asked, so that nothing is lost when a process dies in between. All of them
are shared by every process.
"""

from rescind.desk.shelf.banks import about_bank, bring_up, index, make_anew, packed_record, record_of
from rescind.desk.shelf.known import about_known, bring_up_known, drop_known, find_known, packed_known
from rescind.desk.shelf.opening import NotReady

__all__ = [
    "NotReady",
    "about_bank",
    "about_known",
    "bring_up",
    "bring_up_known",
    "drop_known",
    "find_known",
    "index",
    "make_anew",
    "packed_known",
    "packed_record",
    "record_of",
]
