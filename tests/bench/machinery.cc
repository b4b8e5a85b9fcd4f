// Times compiled code by itself: links with what `fora dump --phase=assembly` prints of a program's main(n),
// and prints the least of many short runs in seconds of CPU time: one of them is disturbed by nobody. The
// runtime is not there; nothing asks for work, and nothing leaves.
#include <time.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#define FORA_ENTRY(name, result, parameters) \
  extern "C" __attribute__((weak)) void name() { std::abort(); }
#include "runtime/abi/entry_points.def"
#undef FORA_ENTRY

extern "C" {
// Tables of a linked module: read only by what is called above.
char fora_exit_sites[1 << 16], fora_fork_sites[1 << 16], fora_fold_sites[1 << 16], fora_types[1 << 16],
    fora_constant_slots[1 << 16];
double fora_libm_pow(double x, double y) { return std::pow(x, y); }
uint32_t fora_entry_0(void* context, const uint64_t* arguments, uint64_t* result);
}

static double CpuSeconds() {
  timespec t;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
  return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_nsec) * 1e-9;
}

int main(int argc, char** argv) {
  const uint64_t n = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 0;
  double least = INFINITY;
  uint64_t result[8] = {};
  for (int run = 0; run < 61; ++run) {
    uint64_t context[32] = {};  // an abi::Context: no poll, no stack limit, nothing latent
    const double begin = CpuSeconds();
    if (fora_entry_0(context, &n, result) != 0) return 1;
    least = std::min(least, CpuSeconds() - begin);
  }
  std::printf("{\"seconds\": %.9f, \"result\": %.17g}\n", least, static_cast<double>(result[0]));
}
