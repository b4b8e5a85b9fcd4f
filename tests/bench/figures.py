"""The figures: what is measured, against what, and the promise."""
from collections import namedtuple

# Against the C++ twin: seconds of Fora over seconds of C++, with this many threads on both sides (0: all).
Twin = namedtuple("Twin", "name n threads ratio_max")

TWINS = [
    Twin("loopsum", 400_000_000, 1, 1.10),
    Twin("loopsum_lambda", 400_000_000, 1, 1.10),
    Twin("loopsum_compose", 400_000_000, 1, 1.10),
    Twin("isprime_count", 1_500_000, 1, 1.10),
    Twin("mandelbrot", 700, 1, 1.10),
    Twin("nbody", 12_000_000, 1, 1.10),
    Twin("sin_sum", 50_000_000, 0, 1.10),
    Twin("isprime_sum", 2_500_000, 0, 1.10),
    Twin("dnc_sum", 30_000_000, 0, 1.10),
    Twin("nested_sum", 16_000, 0, 1.10),
]

# One program against another: seconds of the first over seconds of the second, both by Fora on one thread.
Pair = namedtuple("Pair", "name other n ratio_max")

PAIRS = [Pair("loopsum_compose", "loopsum_lambda", 400_000_000, 1.03)]

# Seconds on one thread over seconds on two.
Speedup = namedtuple("Speedup", "name n speedup_min")

SPEEDUPS = [Speedup("sin_sum", 50_000_000, 1.85), Speedup("isprime_sum", 2_500_000, 1.85)]

# What forks and polls cost on one thread: seconds of a program's machine code with them over seconds without.
Machinery = namedtuple("Machinery", "name n ratio_max")

MACHINERY = [
    Machinery("loopsum", 20_000_000, 1.02),
    Machinery("loopsum_lambda", 20_000_000, 1.02),
    Machinery("isprime_count", 150_000, 1.02),
    Machinery("nbody", 250_000, 1.02),
    Machinery("dnc_sum", 1_000_000, 1.02),
    Machinery("nested_sum", 4_000, 1.02),
]

# Latencies in seconds.
IMPORT_MAX_S = 0.15
CANCEL_MAX_S = 0.2              # of a compiled loop, from the request until it has stopped
FIRST_ANSWER_MAX_S = 0.3        # server up: connect and first answer
WARM_SUBMIT_P50_MAX_S = 0.005
CONNECT_TO_ANSWER_MAX_S = 1.5   # connect() without a server, to the first answer
TYPE_EXPLOSION_MAX_S = 1.0      # compile and run, eight variables
