"""The table of carriers with 100 and with 100,000 rows."""
import sqlite3
import statistics

from station import Station, report
from terminal import Terminal

FEW, MANY = 100, 100_000
RUNS = 9
KEYS = {
    "one filter key": (b"a", "16 ms"), "a second filter key": (b"7", "16 ms"), "Esc, all rows again": (b"\x1b", "-"),
    "End": (b"\x1b[F", "-"), "sorted by API Type": (b"\x0f\x0f\x0f", "-"),
}


def measure(station):
    with Station(station.program) as few, Station(station.program) as many:
        fill(few, FEW)
        fill(many, MANY)
        small, large = medians(few), medians(many)
    report(f"opened with {MANY:,} carriers, against {FEW}",
           f"{large[0]:.1f} ms / {small[0]:.1f} ms = {large[0] / small[0]:.2f}", "3")
    for (name, (_, bar)), few_ms, many_ms in zip(KEYS.items(), small[1:], large[1:]):
        report(f"{name}, {MANY:,} carriers", f"{many_ms:.1f} ms, {many_ms / few_ms:.2f} x that of {FEW}", bar)


def fill(station, count):
    """One carrier by the program, the others copied from it by SQL."""
    station.add_carriers(1)
    store = sqlite3.connect(station.environment["CARRIER_EDITOR_STORE"])
    columns = [row[1] for row in store.execute("PRAGMA table_info(carrier)") if row[1] != "id"]
    values = ["'UPS ' || n || ' ' || hex(randomblob(4))" if name == "name" else name for name in columns]
    store.execute(f"""WITH RECURSIVE line (n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM line WHERE n < {count})
                      INSERT INTO carrier ({", ".join(columns)}) SELECT {", ".join(values)} FROM carrier, line""")
    store.commit()
    store.close()


def medians(station):
    """Milliseconds to the first screen, then for each key."""
    runs = []
    for _ in range(RUNS):
        with Terminal([station.program], station.environment) as terminal:
            runs.append([terminal.started] + [terminal.answer(keys)[0] for keys, _ in KEYS.values()])
    return [statistics.median(column) for column in zip(*runs)]
