"""Who types a command of the desk: somebody with an account on its machine, which is above every role of the desk."""

import getpass

from rescind.desk.gates import Role, Staff


def keeper() -> Staff:
    """Return whoever types, as the journal will name them: the account's name and that it was typed."""
    try:
        account = getpass.getuser()
    except (KeyError, OSError):  # an account without a name, as in some containers
        account = "somebody"
    return Staff(f"{account} (command)", frozenset({Role.OPERATOR, Role.LEAD}))
