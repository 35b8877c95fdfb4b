"""How the desk is set up: its own file, its database, and the values that Django reads."""
