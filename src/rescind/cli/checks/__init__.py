"""The local checks that `rescind open --checks` offers beside the page: what a browser alone cannot do across sites.

The page hands over places and pictures, or a sealed file, as a form. Everything is answered as plain pages without script,
kept in memory, and forgotten when the person says so, leaves, or ends the command.
"""
