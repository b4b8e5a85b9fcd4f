#include "cluster/worker/lending.h"

#include <algorithm>

namespace fora::worker {

Answer AnswerOf(absl::StatusCode code) {
  switch (code) {
    case absl::StatusCode::kOk: return Answer::kDone;
    case absl::StatusCode::kInvalidArgument:
    case absl::StatusCode::kFailedPrecondition:
    case absl::StatusCode::kAborted:
    case absl::StatusCode::kUnimplemented: return Answer::kRefused;
    case absl::StatusCode::kCancelled: return Answer::kCalledOff;
    case absl::StatusCode::kResourceExhausted: return Answer::kBusy;
    default: return Answer::kFailed;  // codes that others may add too
  }
}

void Lending::SetPeers(const std::vector<std::string>& addresses) {
  std::erase_if(peers_, [&](const auto& peer) {
    return std::find(addresses.begin(), addresses.end(), peer.first) == addresses.end();
  });
  for (const std::string& address : addresses) peers_.try_emplace(address);
}

std::optional<std::string> Lending::Choose(Time now) const {
  const std::string* best = nullptr;
  int fewest = kPiecesPerPeer;
  for (const auto& [address, peer] : peers_) {
    if (peer.pieces >= fewest || now < peer.rests_until) continue;
    best = &address;
    fewest = peer.pieces;
  }
  if (best == nullptr) return std::nullopt;
  return *best;
}

Lending::Duration Lending::Work(const std::string& address) const { return peers_.at(address).work; }

void Lending::Sent(const std::string& address) {
  auto found = peers_.find(address);
  if (found != peers_.end()) ++found->second.pieces;
}

void Lending::Answered(const std::string& address, Answer answer, Duration round_trip, Time now) {
  auto found = peers_.find(address);
  if (found == peers_.end()) return;
  Peer& peer = found->second;
  peer.pieces = std::max(0, peer.pieces - 1);
  switch (answer) {
    case Answer::kDone:
      peer.rest = kRestMin;
      if (round_trip < kRoundTripShort) peer.work = std::min(kWorkMax, peer.work * 2);
      if (round_trip > kRoundTripLong) peer.work = std::max(kWorkMin, peer.work / 2);
      return;
    case Answer::kRefused:
    case Answer::kCalledOff: return;
    case Answer::kBusy:
    case Answer::kFailed:
      peer.rests_until = now + peer.rest;
      peer.rest = std::min(kRestMax, peer.rest * 2);
      return;
  }
}

}  // namespace fora::worker
