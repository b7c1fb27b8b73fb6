"""A program in a pseudo-terminal of 120x40, timed from outside."""

import fcntl
import os
import pty
import select
import struct
import termios
import time

SETTLED = 0.25  # seconds without a byte


class Terminal:
    def __init__(self, command):
        self.start = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.environ.update(TERM="xterm-256color", LANG="C.UTF-8")
            os.execvp(command[0], command)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))

    def settle(self):
        """Reads until nothing comes any more: milliseconds since the start or the last key, and bytes."""
        last, count = self.start, 0
        while select.select([self.fd], [], [], SETTLED if count else 5)[0]:
            try:
                data = os.read(self.fd, 65536)
            except OSError:
                break
            if not data:
                break
            last = time.perf_counter()
            count += len(data)
        return (last - self.start) * 1000, count

    def press(self, keys):
        """What `settle` gives for the answer to some keys."""
        self.start = time.perf_counter()
        os.write(self.fd, keys.encode())
        return self.settle()

    def peak_memory(self):
        """In MB, as the kernel counts it."""
        with open(f"/proc/{self.pid}/status") as status:
            return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM"))

    def close(self):
        os.kill(self.pid, 9)
        os.waitpid(self.pid, 0)
        os.close(self.fd)
