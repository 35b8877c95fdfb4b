"""What the process `work` does again and again. A job takes the moment, does its part in bounded time, and returns.

Jobs are doors: they call flows, and what they call outside (hooks, mail) they call between transactions, never in one.
"""
