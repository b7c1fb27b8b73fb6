"""A program in a pseudo-terminal of 120x40."""
import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time

SETTLED = 0.15  # seconds without a byte


class Terminal:
    def __init__(self, command, environment):
        start = time.perf_counter()
        self.pid, self.descriptor = pty.fork()
        if self.pid == 0:
            os.execvpe(command[0], command, {**environment, "TERM": "xterm-256color", "LANG": "C.UTF-8"})
        fcntl.ioctl(self.descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        last, _ = self._settle(start)
        self.started = (last - start) * 1000  # ms to the last byte of the first screen

    def __enter__(self):
        return self

    def __exit__(self, *_):
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.descriptor)

    def answer(self, keys):
        """Milliseconds to the last byte of what the keys bring about, and how many bytes that is."""
        start = time.perf_counter()
        os.write(self.descriptor, keys)
        last, size = self._settle(start)
        return (last - start) * 1000, size

    def listen(self, seconds):
        """How many bytes come by themselves."""
        size, end = 0, time.monotonic() + seconds
        while select.select([self.descriptor], [], [], max(0, end - time.monotonic()))[0]:
            size += len(os.read(self.descriptor, 65536))
        return size

    def processor_ms(self):
        with open(f"/proc/{self.pid}/stat") as file:
            fields = file.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")

    def peak_memory(self):
        """In KiB."""
        with open(f"/proc/{self.pid}/status") as file:
            return next(int(line.split()[1]) for line in file if line.startswith("VmHWM"))

    def _settle(self, last):
        size = 0
        while select.select([self.descriptor], [], [], SETTLED)[0]:
            try:
                data = os.read(self.descriptor, 65536)
            except OSError:  # it has ended
                break
            if not data:
                break
            size += len(data)
            last = time.perf_counter()
        return last, size
