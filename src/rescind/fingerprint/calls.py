"""On Linux: from now on this process may only make system calls that touch nothing outside its own memory.

A seccomp filter in the kernel's own small language (linux/filter.h) refuses every call that is not listed
with "not permitted": no file, no socket, no program, no further process. Threads stay possible, the HEIC
decoder starts one. Numbers: syscall_64.tbl for x86 and asm-generic/unistd.h, in Linux.
"""

import ctypes
import errno
import platform
import struct
import sys
from typing import NamedTuple

_NO_NEW_PRIVILEGES, _SET_FILTER, _BY_FILTER = 38, 22, 2
_LOAD, _EQUAL, _ANY_BIT, _RETURN = 0x20, 0x15, 0x45, 0x06
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000
_NUMBER, _MACHINE, _FIRST_ARGUMENT = 0, 4, 16
_THREAD = 0x10000  # the flag that makes clone start a thread and not a process
_CLONE3 = 435  # its flags lie where a filter cannot look; told "no such call", the C library uses clone


class _Machine(NamedTuple):
    audit: int
    harmless: tuple[int, ...]
    limits: int
    clone: int


_MACHINES = {
    "x86_64": _Machine(
        audit=0xC000003E,
        # read write close fstat lseek mmap mprotect munmap brk rt_sigaction rt_sigprocmask rt_sigreturn
        # readv writev sched_yield mremap madvise nanosleep setitimer getpid exit getrusage gettid futex
        # sched_getaffinity restart_syscall clock_gettime clock_getres clock_nanosleep exit_group newfstatat
        # set_robust_list getrandom rseq
        harmless=(0, 1, 3, 5, 8, 9, 10, 11, 12, 13, 14, 15, 19, 20, 24, 25, 28, 35, 38, 39, 60, 98, 186, 202,
                  204, 219, 228, 229, 230, 231, 262, 273, 318, 334),
        limits=302,
        clone=56,
    ),
    "aarch64": _Machine(
        audit=0xC00000B7,
        # the same calls by the numbers they have here
        harmless=(63, 64, 57, 80, 62, 222, 226, 215, 214, 134, 135, 139, 65, 66, 124, 216, 233, 101, 103, 172,
                  93, 165, 178, 98, 123, 128, 113, 114, 115, 94, 79, 99, 278, 293),
        limits=261,
        clone=220,
    ),
}  # fmt: skip


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_char_p))


def allow_only_harmless() -> bool:
    """Refuse all other calls for the rest of this process; return False where the system offers no such
    filter.
    """
    machine = _MACHINES.get(platform.machine())
    if sys.platform != "linux" or machine is None or sys.maxsize < 1 << 32:
        return False
    written = _filter(machine)
    program = _Program(len(written) // 8, written)
    library = ctypes.CDLL(None, use_errno=True)
    if library.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0):
        return False
    return bool(library.prctl(_SET_FILTER, _BY_FILTER, ctypes.byref(program), 0, 0) == 0)


def _filter(machine: _Machine) -> bytes:
    """Return the filter: harmless calls, limits of this process itself, threads, and nothing else."""
    allow, refuse = (_RETURN, 0, 0, _ALLOW), (_RETURN, 0, 0, _REFUSE | errno.EPERM)
    first = (_LOAD, 0, 0, _FIRST_ARGUMENT)
    steps = [(_LOAD, 0, 0, _MACHINE), (_EQUAL, 1, 0, machine.audit), refuse, (_LOAD, 0, 0, _NUMBER)]
    for number in machine.harmless:
        steps += [(_EQUAL, 0, 1, number), allow]
    steps += [(_EQUAL, 0, 4, machine.limits), first, (_EQUAL, 0, 1, 0), allow, refuse]
    steps += [(_EQUAL, 0, 4, machine.clone), first, (_ANY_BIT, 0, 1, _THREAD), allow, refuse]
    steps += [(_EQUAL, 0, 1, _CLONE3), (_RETURN, 0, 0, _REFUSE | errno.ENOSYS), refuse]
    return b"".join(struct.pack("=HBBI", *step) for step in steps)
