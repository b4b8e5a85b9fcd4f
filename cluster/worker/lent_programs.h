// LentPrograms: programs of other workers' jobs that refer to remote values, ready to run pieces of them.
//
// Such a program is made in the background, because its values have to be brought here first; whoever lends a
// piece meanwhile runs it at home. It is kept, with its values, while pieces of it come: one that nobody has
// asked for in kIdle goes, and there are never more than kProgramsMax. One that could not be made is made
// anew later if what was in the way may pass: a peer that does not answer, memory that is taken.
//
// Thread safety: every method may be called from any thread.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "cluster/worker/cancel_token.h"
#include "cluster/worker/engine.h"
#include "runtime/base/hash.h"

namespace fora::worker {

// How long after the n-th failure in a row to make a program anew; none: never. n >= 1.
std::optional<std::chrono::milliseconds> RetryAfter(absl::StatusCode code, int failures);

class LentPrograms {
 public:
  using Time = std::chrono::steady_clock::time_point;
  using Program = absl::StatusOr<std::shared_ptr<const Runnable>>;
  static constexpr std::chrono::seconds kIdle{2};
  static constexpr size_t kProgramsMax = 2;

  ~LentPrograms() { Clear(); }

  using Maker = std::function<Program(CancelToken& cancel)>;

  // Errors: NotFound: it has to be made (anew); ResourceExhausted: it is being made; what making it came to,
  // if that failed.
  Program Find(const Hash128& hash, Time now);
  // Has the program made on a thread of its own, unless somebody does already: ResourceExhausted, as also if
  // there are too many.
  absl::Status Make(const Hash128& hash, Maker make, Time now);
  void DropIdle(Time now);
  // Cancels those that are being made, and waits for them.
  void Clear();
  size_t size() const;

 private:
  struct Entry {
    Entry(Time now, int failures) : used(now), failures(failures) {}
    ~Entry() {
      if (maker.joinable()) maker.join();
    }
    bool is_made = false;
    Program program = absl::ResourceExhaustedError("the values of the program are being brought here");
    Time used;
    int failures;                  // those before it
    std::optional<Time> retry_at;  // once it is known to have failed
    CancelToken cancel;
    std::thread maker;
  };
  // Whether it has failed and may be made anew.
  static bool IsDue(Entry& entry, Time now);

  mutable std::mutex mutex_;
  std::map<Hash128, std::unique_ptr<Entry>> programs_;
};

}  // namespace fora::worker
