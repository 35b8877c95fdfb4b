"""The demo: a small picture board on this machine, and the main job run against it."""
