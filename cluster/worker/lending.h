// Lending: to which peer the next piece goes, and how much work it should be. Pure: the clock comes with the
// event.
//
// A peer has two pieces at a time, so that one is computed while the other's result travels. How much work a
// piece is follows from how long the last ones took there and back: long enough to be worth the way, short
// enough that nobody waits long for the last one. A peer that refuses, being busy, or fails is left alone for
// a while, longer each time. Thread safety: none.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"

namespace fora::worker {

enum class Answer : uint8_t {
  kDone,
  kRefused,    // that piece and all like it, for good; others may do
  kCalledOff,  // that piece
  kBusy,       // now: what it lacks may be there later
  kFailed,     // it is gone, or does not answer sensibly
};
Answer AnswerOf(absl::StatusCode code);

class Lending {
 public:
  using Time = std::chrono::steady_clock::time_point;
  using Duration = std::chrono::nanoseconds;

  static constexpr int kPiecesPerPeer = 2;
  static constexpr Duration kWorkMin = std::chrono::milliseconds(10),
                            kWorkMax = std::chrono::milliseconds(1000);
  static constexpr Duration kRoundTripShort = std::chrono::milliseconds(50);
  static constexpr Duration kRoundTripLong = std::chrono::milliseconds(150);
  static constexpr Duration kRestMin = std::chrono::milliseconds(20),
                            kRestMax = std::chrono::milliseconds(1000);

  // By control address. What is known of those that stay is kept.
  void SetPeers(const std::vector<std::string>& addresses);
  bool Has(const std::string& address) const { return peers_.contains(address); }

  // The peer with the fewest pieces of those that may have one now; none: nobody.
  std::optional<std::string> Choose(Time now) const;
  // How much work, on one thread, its next piece should be. REQUIRES: Has(address).
  Duration Work(const std::string& address) const;
  void Sent(const std::string& address);
  // Peers that have gone may still answer.
  void Answered(const std::string& address, Answer answer, Duration round_trip, Time now);

 private:
  struct Peer {
    int pieces = 0;
    Duration work = 2 * kWorkMin;
    Duration rest = kRestMin;  // after the next refusal
    Time rests_until{};
  };
  std::map<std::string, Peer> peers_;
};

}  // namespace fora::worker
