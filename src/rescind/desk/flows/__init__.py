"""One file for each thing that can happen at the desk: fetch, check, advance, store, journal, owe, in one transaction.

A flow takes values and the moment; it never sees a web request and never reads a clock.
"""
