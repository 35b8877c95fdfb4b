"""Rescind: copies of a picture found, asked down, and kept down."""
