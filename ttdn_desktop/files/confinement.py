"""The reading process holds itself within its limits before it looks at any file."""

from __future__ import annotations

import _thread
import os
import sys

from ttdn_desktop.files import limits

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _LIMITS_CLASS = 9  # JobObjectExtendedLimitInformation
    _PROCESS_TIME, _DIE_QUIETLY, _PROCESS_MEMORY = 0x2, 0x400, 0x100
    _QUIET_FAULTS = 0x1 | 0x2 | 0x8000  # no window of the system tells of a crash
    _TICKS = 10_000_000  # in a second

    class _Basic(ctypes.Structure):
        _fields_ = [
            ("process_time", ctypes.c_int64),
            ("job_time", ctypes.c_int64),
            ("flags", wintypes.DWORD),
            ("smallest_set", ctypes.c_size_t),
            ("largest_set", ctypes.c_size_t),
            ("processes", wintypes.DWORD),
            ("affinity", ctypes.c_size_t),
            ("priority", wintypes.DWORD),
            ("scheduling", wintypes.DWORD),
        ]

    class _Extended(ctypes.Structure):
        _fields_ = [
            ("basic", _Basic),
            ("io", ctypes.c_uint64 * 6),
            ("process_memory", ctypes.c_size_t),
            ("job_memory", ctypes.c_size_t),
            ("peak_process", ctypes.c_size_t),
            ("peak_job", ctypes.c_size_t),
        ]

    def confine() -> None:
        """Put this process into a job of its own with a limit of memory and of time."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.SetErrorMode(_QUIET_FAULTS)
        kernel.CreateJobObjectW.restype = wintypes.HANDLE
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        job = wintypes.HANDLE(kernel.CreateJobObjectW(None, None))
        asked = _Extended()
        asked.basic.flags = _PROCESS_TIME | _PROCESS_MEMORY | _DIE_QUIETLY
        asked.basic.process_time = limits.CPU_SECONDS * _TICKS
        asked.process_memory = limits.CHILD_BYTES
        kernel.SetInformationJobObject(
            job, _LIMITS_CLASS, ctypes.byref(asked), ctypes.sizeof(asked)
        )
        kernel.AssignProcessToJobObject(job, wintypes.HANDLE(kernel.GetCurrentProcess()))

else:
    import resource

    def confine() -> None:
        """Set the limits of memory and of time, and leave no dump of a crash."""
        for which, most in (
            (resource.RLIMIT_DATA, limits.CHILD_BYTES),
            (resource.RLIMIT_CPU, limits.CPU_SECONDS),
            (resource.RLIMIT_CORE, 0),
        ):
            hard = resource.getrlimit(which)[1]
            lowest = most if hard == resource.RLIM_INFINITY else min(most, hard)
            resource.setrlimit(which, (lowest, lowest))


def die_with(pipe: int) -> None:
    """End this process as soon as the other end of a pipe is closed: with its parent."""
    _thread.start_new_thread(_wait, (pipe,))


def _wait(pipe: int) -> None:
    while os.read(pipe, 1):
        pass
    os._exit(1)
