"""The parts of `bench/search.py`: prints to search, those who search them, and one way to measure all alike."""
