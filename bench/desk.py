"""The match call of a served desk beside HMA's raw lookup: calls a second, waiting times, memory; and from a decision to
every process.

Both answer the same single fingerprints over HTTP, half of them copies of stored ones with up to 31 bits changed, with as
many processes each, in turn (A B A B ...), and what they find is compared. A ratio is taken within each round and the
median stands in the table. The client is one thread on the same machine and takes its share of it from whoever answers.

    python bench/desk.py [--size 100k,1M] [--rounds N] [--processes N] [--without-peer]

`serving/raw_lookup.py` says what the peer is, and what was left out of it.
"""

import argparse
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from statistics import median

import numpy as np
from rich.console import Console
from rich.table import Table
from searching.prints import Prints, like_pictures
from serving.storm import Measured, storm

from rescind import match

HERE = Path(__file__).parent
CALLS = 1000
CONNECTIONS = 8
TARGETS = 400
"""Stored prints that are asked for. They are entries of the database too; the others are in the index alone."""

SIZES = {"100k": 100_000, "1M": 1_000_000, "10M": 10_000_000}
IN_DATABASE = """
import sys, json
from pathlib import Path
from rescind.desk.management.starting import start
start(Path(sys.argv[1]))
from datetime import UTC, datetime
from rescind.desk import shelf
from rescind.desk.flows import platform_keys
from rescind.desk.management.at_machine import keeper
from rescind.desk.records.models import Bank, BankEntry
from rescind.fingerprint import Fingerprint, How
now = datetime.now(UTC)
bank = Bank.objects.create(name="listed", action="block", within=31, made_at=now)
rows = json.loads(sys.stdin.read())
BankEntry.objects.bulk_create(BankEntry(
    id=number, bank=bank, kind="picture", source="partner", partner="p", partner_id=str(number), added_at=now,
    indexed=True, record=shelf.packed_record(Fingerprint((bytes.fromhex(bits),) * 8, 100, How("", 0, 0)),
    shelf.about_bank(bank.pk))) for number, bits in rows)
key = platform_keys.add_key(keeper(), "bench", ["match"], now=now).key
print(json.dumps({"bank": bank.pk, "key": key}))
"""
ENTER = """
import sys, time
from pathlib import Path
from rescind.desk.management.starting import start
start(Path(sys.argv[1]))
from datetime import UTC, datetime
from rescind.desk import shelf
from rescind.desk.records.models import Bank, BankEntry
from rescind.fingerprint import Fingerprint, How
bank = Bank.objects.get(name="listed")
for line in sys.stdin:
    bits = bytes.fromhex(line.strip())
    made = shelf.packed_record(Fingerprint((bits,) * 8, 100, How("", 0, 0)), shelf.about_bank(bank.pk))
    BankEntry.objects.create(bank=bank, kind="picture", source="partner", partner="q", partner_id=line.strip(),
        added_at=datetime.now(UTC), record=made)
    committed = time.time()
    shelf.bring_up()
    print(committed, flush=True)
"""


def free_port() -> int:
    """A port nobody listens at."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port: int = taken.getsockname()[1]
    return port


def desk_command(*words: str, folder: Path) -> list[str]:
    return [sys.executable, "-m", "rescind", "desk", *words, "--folder", str(folder)]


def make_desk(folder: Path, rows: Prints, targets: list[int]) -> str:
    """A desk whose index holds every print, and whose database holds the targets; returns a key."""
    words = ("init", "--name", "Bench", "--address", "http://localhost:8600")
    subprocess.run(desk_command(*words, folder=folder), check=True, capture_output=True)
    stored = json.dumps([(number + 1, rows[number].tobytes().hex()) for number in targets])
    done = subprocess.run(
        [sys.executable, "-c", IN_DATABASE, str(folder)],
        input=stored,
        capture_output=True,
        text=True,
        check=True,
    )
    told = json.loads(done.stdout)
    with match.Index.open(folder / "banks.index") as index:
        index.add_many(np.arange(1, len(rows) + 1, dtype=np.uint64) << np.uint64(8), rows, told["bank"] << 2)
    key: str = told["key"]
    return key


@contextmanager
def running(command: list[str], port: int, **environ: str) -> Iterator[subprocess.Popen[bytes]]:
    """A server, from its first answer until it is ended."""
    process = subprocess.Popen(
        command, env={**os.environ, **environ}, cwd=HERE, stdout=subprocess.DEVNULL, start_new_session=True
    )
    try:
        while process.poll() is None:
            with suppress(OSError), socket.create_connection(("127.0.0.1", port)):
                break
            time.sleep(0.2)
        yield process
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(60)


def ours(key: str, asked: list[bytes]) -> list[bytes]:
    """The calls as our door takes them."""
    return [post(key, json.dumps({"items": [{"fingerprint": bits.hex()}]}).encode()) for bits in asked]


def post(key: str, body: bytes) -> bytes:
    head = (
        "POST /v1/match HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        f"Authorization: Bearer {key}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


def theirs(asked: list[bytes]) -> list[bytes]:
    """The calls as HMA takes them."""
    path = "/m/raw_lookup?signal_type=pdq&signal="
    return [f"GET {path}{bits.hex()} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode() for bits in asked]


def questions(rows: Prints, targets: list[int], rng: np.random.Generator) -> list[bytes]:
    """Half of them copies of targets with up to 31 bits changed, half like nothing that is stored."""
    asked = []
    for number in range(CALLS):
        bits = rows[targets[rng.integers(len(targets))]] if number % 2 else rng.integers(0, 256, 32, np.uint8)
        unpacked = np.unpackbits(bits)
        unpacked[rng.permutation(256)[: rng.integers(0, 32)]] ^= 1
        asked.append(np.packbits(unpacked).tobytes())
    return asked


def found_by_us(body: bytes) -> bool:
    return bool(json.loads(body)["items"][0]["action"] == "block")


def found_by_them(body: bytes) -> bool:
    return bool(json.loads(body)["matches"])


def memory(process: subprocess.Popen[bytes]) -> float:
    """MiB of a server and its processes: what each has for itself, and its share of what they have together."""
    total = 0
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError, ProcessLookupError):
            if os.getpgid(int(folder.name)) == process.pid:
                rollup = (folder / "smaps_rollup").read_text()
                total += int(rollup.partition("\nPss:")[2].split()[0])
    return total / 1024


def reached(folder: Path, key: str, port: int, rng: np.random.Generator) -> list[float]:
    """Milliseconds from the moment an entry is in the database until no process misses it any more, a few times."""
    writer = subprocess.Popen(
        [sys.executable, "-c", ENTER, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert writer.stdin is not None
    assert writer.stdout is not None
    spent = []
    for _ in range(10):
        bits = rng.integers(0, 256, 32, np.uint8).tobytes()
        writer.stdin.write(bits.hex() + "\n")
        writer.stdin.flush()
        last_miss, hits = time.time(), 0
        while hits < 40:
            began = time.time()
            answer = storm(port, ours(key, [bits]), connections=1, keep=False)
            hits = hits + 1 if found_by_us(answer.bodies[0]) else 0
            last_miss = began if not hits else last_miss
        spent.append(max(0.0, 1000 * (last_miss - float(writer.stdout.readline()))))
    writer.stdin.close()
    writer.wait(30)
    return spent


Ask = Callable[[list[bytes]], Measured]


def compare(name: str, rows: Prints, options: argparse.Namespace, table: Table, said: Console) -> None:
    """Measure one size, and add its lines."""
    rng = np.random.default_rng(5)
    targets = sorted(rng.permutation(len(rows))[:TARGETS].tolist())
    with tempfile.TemporaryDirectory(prefix="bench-desk-") as work:
        folder, prints = Path(work) / "desk", Path(work) / "prints"
        key = make_desk(folder, rows, targets)
        rows.tofile(prints)
        workers, port, their_port = str(options.processes), free_port(), free_port()
        serve = desk_command("serve", "--port", str(port), "--processes", workers, folder=folder)
        peer = [sys.executable, "-m", "gunicorn", "--bind", f"127.0.0.1:{their_port}", "--workers", workers]
        peer += ["--timeout", "3600", "serving.raw_lookup:application"]
        ways: dict[str, Ask] = {
            "desk": lambda asked: storm(port, ours(key, asked), connections=CONNECTIONS, keep=True),
            "desk, a connection for each call": lambda asked: storm(
                port, ours(key, asked), connections=CONNECTIONS, keep=False
            ),
        }
        with running(serve, port) as our_server:
            if options.without_peer:
                measured = rounds(ways, rows, targets, options.rounds, rng)
                their_memory = 0.0
            else:
                with running(peer, their_port, PRINTS=str(prints), OMP_NUM_THREADS="1") as their_server:
                    ways["HMA's raw lookup"] = lambda asked: storm(
                        their_port, theirs(asked), connections=CONNECTIONS, keep=False
                    )
                    measured = rounds(ways, rows, targets, options.rounds, rng)
                    their_memory = memory(their_server)
            our_memory = memory(our_server)
            spent = reached(folder, key, port, rng)
    for way, found in measured.items():
        theirs_ = measured.get("HMA's raw lookup", found)
        ratio = median(one.a_second / other.a_second for one, other in zip(found, theirs_, strict=True))
        used = their_memory if way.startswith("HMA") else our_memory
        table.add_row(
            name,
            way,
            f"{median(one.a_second for one in found):,.0f}",
            f"{ratio:.1f}",
            f"{median(one.within(0.5) for one in found):.1f}",
            f"{median(one.within(0.99) for one in found):.1f}",
            f"{used / options.processes:,.0f}",
        )
    said.print(
        f"{name}: from an entry in the database to every process of {workers}: "
        f"{median(spent):.0f} ms, at most {max(spent):.0f} ms"
    )


def rounds(
    ways: dict[str, Ask], rows: Prints, targets: list[int], count: int, rng: np.random.Generator
) -> dict[str, list[Measured]]:
    """Ask everybody the same, in turn, other questions each round; the first round only warms up."""
    found: dict[str, list[Measured]] = {way: [] for way in ways}
    for number in range(count + 1):
        asked = questions(rows, targets, rng)
        hits = {}
        for way, ask in ways.items():
            measured = ask(asked)
            says = found_by_them if way.startswith("HMA") else found_by_us
            hits[way] = [says(body) for body in measured.bodies]
            if number:
                found[way].append(measured)
        for way, each in hits.items():
            agreed = sum(a == b for a, b in zip(each, hits["desk"], strict=True))
            assert agreed >= 0.98 * len(each), (way, agreed)
    return found


def main() -> None:
    """Measure the sizes asked for."""
    options_ = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options_.add_argument("--size", default="100k")
    options_.add_argument("--rounds", type=int, default=5)
    options_.add_argument("--processes", type=int, default=2)
    options_.add_argument("--without-peer", action="store_true")
    options = options_.parse_args()
    table = Table()
    for head in ("prints", "who", "calls a second", "times HMA", "p50 ms", "p99 ms", "MiB a process"):
        table.add_column(head)
    said = Console()
    for name in options.size.split(","):
        rows = like_pictures(SIZES[name], np.random.default_rng(1))
        compare(name, rows, options, table, said)
    said.print(table)


if __name__ == "__main__":
    main()
