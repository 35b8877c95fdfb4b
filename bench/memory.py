"""The most memory in use while pictures are fingerprinted, here and with today's tool: whole programs, Linux only.

Each program hashes the same pictures in a process of its own; counted is the peak of its resident memory and
of every process it started.

    python bench/memory.py
"""

import subprocess
import sys

import hash as pictures  # bench/hash.py

PEAKS = """
import os
from pathlib import Path
family = [os.getpid(), *map(int, Path(f"/proc/self/task/{os.getpid()}/children").read_text().split())]
status = [Path(f"/proc/{member}/status").read_text() for member in family]
print(*(int(told.split("VmHWM:")[1].split()[0]) for told in status))
"""
READ = """
import sys
def contents():
    while length := int.from_bytes(sys.stdin.buffer.read(4), "big"):
        yield sys.stdin.buffer.read(length)
"""
PROGRAMS = {
    "nothing but Python": "for content in contents(): pass",
    "threatexchange": """
from threatexchange.signal_type.pdq.pdq_hasher import pdq_from_bytes
for content in contents(): pdq_from_bytes(content)
""",
    "rescind, upright": """
from rescind.fingerprint import of_image
for content in contents(): of_image(content, turns=False, parts=False)
""",
    "rescind, eight turns": """
from rescind.fingerprint import of_image
for content in contents(): of_image(content, parts=False)
""",
}


def peaks(program: str, contents: list[bytes]) -> list[int]:
    """Kilobytes at the peak, of the program and of what it started."""
    fed = b"".join(len(content).to_bytes(4, "big") + content for content in contents) + bytes(4)
    ran = subprocess.run(
        [sys.executable, "-c", READ + program + PEAKS], input=fed, capture_output=True, check=True
    )
    return [int(number) for number in ran.stdout.split()]


def main() -> None:
    print(f"{'size':8} {'program':22} {'MB in all':>10}  each process")
    for size, (pixels, count) in pictures.SIZES.items():
        contents = pictures.pictures(pixels, count)
        for name, program in PROGRAMS.items():
            each = peaks(program, contents)
            print(
                f"{size:8} {name:22} {sum(each) / 1e3:10.0f}  {' + '.join(f'{peak / 1e3:.0f}' for peak in each)}"
            )


if __name__ == "__main__":
    main()
