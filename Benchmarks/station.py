"""A throw-away store of 1,000 carriers with keys from a UPS that takes a set time."""
import json
import os
import shutil
import statistics
import subprocess
import tempfile
import time

from pacedups import PacedUPS

REDIRECT = "https://127.0.0.1/upscallback"


class Station:
    def __init__(self, program):
        self.program = os.path.abspath(program)
        self.folder = tempfile.mkdtemp(prefix="carrier-editor-bench-")
        self.ups = PacedUPS()
        self.environment = dict(
            os.environ, CARRIER_EDITOR_STORE=f"{self.folder}/store/store.sqlite",
            CARRIER_EDITOR_UPS_TEST_URL=self.ups.address, CARRIER_EDITOR_UPS_PRODUCTION_URL=self.ups.address)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.ups.close()
        shutil.rmtree(self.folder)

    def run(self, *arguments, input=""):
        return subprocess.run(
            [self.program, *arguments], input=input, env=self.environment, text=True, check=True,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE).stdout

    def add_carriers(self, count):
        """UPS 0001 and so on, those that are not there yet."""
        address = dict(
            companyName="Ada", title="Shipping", attention="Ada", addressLine1="1 Main Street", city="Ada",
            state="MI", country="US", postalCode="49301", phone="6165550100", email="ada@example.com")
        carriers = [dict(name=name, companyAddress=address) for name in names(count)]
        path = f"{self.folder}/carriers.json"
        with open(path, "w") as file:
            json.dump(dict(schema=1, carriers=carriers), file)
        self.run("carrier", "import", path, "--skip")

    def add_key(self, carrier):
        """Signs in at the paced UPS, which gives a code to whoever asks."""
        process = subprocess.Popen(
            [self.program, "authorize", carrier, "--endpoint", "production", "--redirect-uri", REDIRECT],
            env=self.environment, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE)
        state = process.stdout.readline().split("state=")[1].split("&")[0].strip()
        _, errors = process.communicate(f"{REDIRECT}?code=bench&state={state}\n")
        if process.returncode:
            raise SystemExit(f"authorize {carrier}: {errors}")


def names(count):
    return [f"UPS {number:04}" for number in range(1, count + 1)]


def median_ms(action, runs):
    """The median of so many runs, in milliseconds."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        action()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def report(what, figure, bar):
    print(f"{what:46} {figure:40} bar {bar}", flush=True)
