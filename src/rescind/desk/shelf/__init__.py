"""The indexes beside the database: of all banks, and of what the platform has sent; and the spool between the two.

The database is what counts. An entry is written there first; `bring_up` then puts into the index what is missing in it
and takes out what has ended, as often as it is asked, so that nothing is lost when a process dies in between. All of them
are shared by every process.
"""

from rescind.desk.shelf.banks import (
    ABOUT_ALLOWED,
    ALLOW_LIST,
    about_bank,
    ask,
    bank_of,
    bring_up,
    index,
    make_anew,
    packed_record,
    print_of,
    record_of,
)
from rescind.desk.shelf.known import about_known, bring_up_known, drop_known, find_known, make_known_anew
from rescind.desk.shelf.opening import NotReady
from rescind.desk.shelf.policies import Policy, policies

__all__ = [
    "ABOUT_ALLOWED",
    "ALLOW_LIST",
    "NotReady",
    "Policy",
    "about_bank",
    "about_known",
    "ask",
    "bank_of",
    "bring_up",
    "bring_up_known",
    "drop_known",
    "find_known",
    "index",
    "make_anew",
    "make_known_anew",
    "packed_record",
    "policies",
    "print_of",
    "record_of",
]
