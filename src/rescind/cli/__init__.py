"""The command: one file per thing a person can ask for. Parse, call, say; no rule lives here.

A room is imported inside the function that needs it, so that `rescind --help` is quick and a missing extra
hurts only the command that wants it. This is the only room that reads the clock.
"""
