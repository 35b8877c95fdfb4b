"""The index of all banks, beside the database: shared by every process, brought up to what the database says.

The database is what counts. An entry is written there first; `bring_up` then puts into the index what is missing in it
and takes out what has ended, as often as it is asked, so that nothing is lost when a process dies in between.
"""

from rescind.desk.shelf.banks import NotReady, about_bank, bring_up, index, packed_record, record_of

__all__ = ["NotReady", "about_bank", "bring_up", "index", "packed_record", "record_of"]
