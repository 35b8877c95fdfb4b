"""So that `python -m rescind` is the same as `rescind`."""

from rescind.cli.main import main

if __name__ == "__main__":  # the processes that serve the desk import this file again
    main()
