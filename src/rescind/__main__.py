"""So that `python -m rescind` is the same as `rescind`."""

from rescind.cli.main import main

main()
