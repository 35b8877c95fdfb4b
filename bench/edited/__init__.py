"""Trials of edited copies and the table that is told of them."""
