"""What the desk owes to the outside: calls to the platform's hooks, and mail. Written down with what causes it.

A debt is a row, written in the transaction of the change; the process `work` delivers it, at least once.
"""

from rescind.desk.outbox.owing import HIDE, MAIL, NOTIFY, OVERDUE, REMOVE, RESTORE, owe, owe_mail

__all__ = ["HIDE", "MAIL", "NOTIFY", "OVERDUE", "REMOVE", "RESTORE", "owe", "owe_mail"]
