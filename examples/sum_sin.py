"""Sums math.sin() over the first billion integers, on every core: the documentation's first example."""

import argparse
import math
import time

import pyfora

parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument(
    "url", nargs="?", help="a running cluster, such as http://localhost:30000; none: a private local server"
)
parser.add_argument("--n", type=int, default=10**9, help="how many integers (default: 10**9)")
arguments = parser.parse_args()
n = arguments.n

print("starting a private server" if arguments.url is None else f"connecting to {arguments.url}", flush=True)
with pyfora.connect(arguments.url) as executor:
    packages = []
    started = time.perf_counter()
    with executor.remotely.downloadAll().withStatusCallback(packages.append):
        x = sum(math.sin(i) for i in range(n))
    seconds = time.perf_counter() - started
    cores = max(package.get("cores", 1) for package in packages)

print(f"sum(math.sin(i) for i in range({n})) = {x!r}")
print(f"{seconds:.2f} s on {cores} {'core' if cores == 1 else 'cores'}")
