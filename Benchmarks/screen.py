"""The screen, side by side with dialog, whiptail and mc in a pseudo-terminal of 120x40."""
import shutil
import statistics

from station import report
from terminal import Terminal

CARRIERS = 1000
STARTS = 25
KEYS = 40
IDLE = 10  # seconds

FIELDS = sum([[f"Field {row}", str(row), "1", "text", str(row), "12", "20", "20"] for row in range(1, 9)], [])
OTHERS = {
    "dialog": ["dialog", "--form", "Form", "20", "60", "8", *FIELDS],
    "whiptail": ["whiptail", "--inputbox", "Field", "20", "60"],
    "mc": ["mc", "-u"],
}
TAB, END, ESC = b"\t", b"\x1b[F", b"\x1b"


def measure(station):
    station.add_carriers(CARRIERS)
    others = {name: command for name, command in OTHERS.items() if shutil.which(command[0])}
    for name in OTHERS.keys() - others.keys():
        print(f"{name} is not installed")
    starts(station, others)
    keystrokes(station, others)
    moves(station, others)
    rest(station, others)


def editor(station, *arguments):
    return Terminal([station.program, *arguments], station.environment)


def starts(station, others):
    """In turns, so that what the machine does besides meets all alike."""
    commands = {"editor": [station.program], **others}
    times = {name: [] for name in commands}
    for _ in range(STARTS):
        for name, command in commands.items():
            with Terminal(command, station.environment) as terminal:
                times[name].append(terminal.started)
    ours = statistics.median(times["editor"])
    for name, bar in [("dialog", "2.5"), ("mc", "1"), ("whiptail", "-")]:
        if name in times:
            theirs = statistics.median(times[name])
            report(f"first screen, {CARRIERS} carriers, against {name}",
                   f"{ours:.1f} ms / {theirs:.1f} ms = {ours / theirs:.2f}", bar)


def keystrokes(station, others):
    with editor(station, "edit", "--carrier", "UPS 0001") as terminal:
        replaced = terminal.answer(b"x")[1]
    with editor(station, "edit", "--carrier", "UPS 0001") as terminal:
        terminal.answer(END)
        ours, size = typed(terminal)
    report("a character typed: bytes", f"{size}; {replaced} in place of eight that were selected", "40")
    for name, command in others.items():
        with Terminal(command, station.environment) as terminal:
            theirs, size = typed(terminal)
        report(f"a character typed, against {name}",
               f"{ours:.2f} ms / {theirs:.2f} ms = {ours / theirs:.2f}, its bytes {size}",
               "2" if name == "dialog" else "-")


def typed(terminal):
    """The median time in ms and the most bytes, over characters typed and taken back."""
    answers = []
    for _ in range(KEYS):
        answers.append(terminal.answer(b"x"))
        terminal.answer(b"\x7f")
    return statistics.median(time for time, _ in answers), max(size for _, size in answers)


def moves(station, others):
    with editor(station, "edit", "--carrier", "UPS 0001") as terminal:
        report("Tab, the next of 20 fields: bytes", tabs(terminal), "150")
    if "dialog" in others:
        with Terminal(others["dialog"], station.environment) as terminal:
            report("the same in dialog", tabs(terminal), "-")
    with editor(station, "edit", "--carrier", "UPS 0001") as terminal:
        terminal.answer(TAB)
        opened, closed = terminal.answer(b"\x1b[1;3B"), terminal.answer(ESC)
        report("a drop-down opened and closed", f"{opened[0]:.1f} ms, {opened[1]} B; {closed[1]} B", "-")


def tabs(terminal):
    sizes = [terminal.answer(TAB)[1] for _ in range(20)]
    return f"median {statistics.median(sizes):.0f}, most {max(sizes)}"


def idle(terminal):
    before = terminal.processor_ms()
    size = terminal.listen(IDLE)
    return f"{size} bytes, {terminal.processor_ms() - before:.0f} ms of processor"


def rest(station, others):
    with editor(station) as terminal:
        report(f"idle for {IDLE} s", idle(terminal), "0, 0")
        report(f"peak memory, {CARRIERS} carriers", f"{terminal.peak_memory() / 1024:.1f} MB", "40 MB")
    for name, command in others.items():
        with Terminal(command, station.environment) as terminal:
            report(f"idle for {IDLE} s: {name}", idle(terminal), "-")
            report(f"peak memory of {name}", f"{terminal.peak_memory() / 1024:.1f} MB", "-")
