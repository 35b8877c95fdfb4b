"""What serves and what asks in `bench/desk.py`."""
