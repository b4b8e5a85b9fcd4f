"""The pool of threads that requests run on."""

import subprocess
import sys

import pyfora.daemon_pool

# A process of its own: what is wrong here shows as a hang.
FINALIZERS_EVERYWHERE = """
import gc, sys, threading
sys.path.insert(0, {path!r})
from pyfora.daemon_pool import DaemonPool

class Cycle:
    def __init__(self, pool, done):
        self.itself, self.pool, self.done = self, pool, done
    def __del__(self):
        self.pool.run(self.done.release)

begin = threading.Thread._set_ident

def begin_with_garbage(thread):  # what a thread does before it counts as started
    gc.collect()
    begin(thread)

threading.Thread._set_ident = begin_with_garbage
gc.set_threshold(100000)
for k in range(100):
    if k == 50:
        gc.set_threshold(1)
    pool, done = DaemonPool(3), threading.Semaphore(0)
    for _ in range(20):
        Cycle(pool, done)
        pool.run(done.release)
    gc.collect()
    for _ in range(40):
        assert done.acquire(timeout=20), "lost"
    pool.close()
print("done")
"""


def test_finalizers_may_run_anywhere_in_it():
    path = pyfora.daemon_pool.__file__.rsplit("/", 2)[0]
    program = FINALIZERS_EVERYWHERE.format(path=path)
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=120)
    assert run.stdout == "done\n", run.stderr
