"""Runs one command and writes down what it took: seconds, processor seconds, largest memory.

A process starts with the memory mark of the one that made it, so this one imports next to nothing.

Usage: python -I -S launch.py DESCRIPTOR COMMAND...    (one line of JSON is written to the descriptor)
"""

import os
import sys
from time import perf_counter

out, command = int(sys.argv[1]), sys.argv[2:]
before = perf_counter()
child = os.posix_spawn(command[0], command, os.environ, file_actions=[(os.POSIX_SPAWN_CLOSE, out)])
_, status, used = os.wait4(child, 0)
seconds = perf_counter() - before
code = os.waitstatus_to_exitcode(status)
figures = f'{{"code": {code}, "seconds": {seconds}, "cpu": {used.ru_utime + used.ru_stime}, "kib": {used.ru_maxrss}}}'
os.write(out, figures.encode())
