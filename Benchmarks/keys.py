"""`token`, the herd on an expired key, and `refresh --all`."""
import os
import shutil
import subprocess
import time

from station import median_ms, names, report

HERD = 200
KEYS = 1000
PAUSE = 0.05


def measure(station):
    station.run("app", "set", "--client-id", "bench", "--client-secret-stdin", "--redirect-uri",
                "https://127.0.0.1/upscallback", input="bench-secret\n")
    station.add_carriers(KEYS)
    station.add_key("UPS 0001")
    valid_token(station)
    herd(station)
    refresh_all(station)


def valid_token(station):
    quiet = dict(stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    token = median_ms(
        lambda: subprocess.run([station.program, "token", "UPS 0001"], env=station.environment, **quiet), 101)
    curl = median_ms(lambda: subprocess.run(["curl", "--version"], **quiet), 101)
    report("token, valid key, against curl --version",
           f"{token:.1f} ms / {curl:.1f} ms = {token / curl:.2f}", "3")
    if not shutil.which("gh"):
        return print("gh is not installed")
    folder = f"{station.folder}/gh"
    os.makedirs(folder, exist_ok=True)
    with open(f"{folder}/hosts.yml", "w") as file:
        file.write("github.com:\n    oauth_token: bench\n    user: bench\n    git_protocol: https\n")
    environment = {**os.environ, "GH_CONFIG_DIR": folder}
    gh = median_ms(lambda: subprocess.run(["gh", "auth", "token"], env=environment, **quiet), 101)
    report("token, valid key, against gh auth token", f"{token:.1f} ms / {gh:.1f} ms = {token / gh:.2f}", "0.5")


def herd(station):
    valid = median_ms(lambda: tokens(station), 5)
    station.ups.pause = PAUSE
    times = []
    for _ in range(5):
        station.ups.lifetime = 0
        station.add_key("UPS 0001")
        station.ups.lifetime = 3599
        before = station.ups.refreshes
        start = time.perf_counter()
        given = tokens(station)
        times.append((time.perf_counter() - start) * 1000)
        asked = station.ups.refreshes - before
        if asked != 1 or len(set(given)) != 1:
            raise SystemExit(f"{HERD} processes made {asked} calls and got {len(set(given))} tokens")
    expired = sorted(times)[2]
    round_trip = PAUSE * 1000
    report(f"{HERD} token processes, expired key, one POST",
           f"({expired:.0f} - {round_trip:.0f}) ms / {valid:.0f} ms = {(expired - round_trip) / valid:.2f}", "1.5")


def tokens(station):
    processes = [
        subprocess.Popen([station.program, "token", "UPS 0001"], env=station.environment, stdout=subprocess.PIPE)
        for _ in range(HERD)]
    given = [process.communicate()[0] for process in processes]
    if any(process.returncode for process in processes):
        raise SystemExit("a token process failed")
    return given


def refresh_all(station):
    station.ups.pause = 0
    for carrier in names(KEYS)[1:]:
        station.add_key(carrier)
    station.ups.pause = PAUSE
    before = station.ups.refreshes
    start = time.perf_counter()
    station.run("refresh", "--all")
    took = time.perf_counter() - start
    if station.ups.refreshes - before != KEYS:
        raise SystemExit(f"{station.ups.refreshes - before} of {KEYS} keys were refreshed")
    one_by_one = KEYS * PAUSE
    report(f"refresh --all, {KEYS} keys, UPS taking 50 ms",
           f"{took:.2f} s / {one_by_one:.0f} s of waiting = {took / one_by_one:.3f}", "0.1")
