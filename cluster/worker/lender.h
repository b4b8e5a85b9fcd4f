// Lender: lends pieces of this worker's runs to idle peers.
//
// It takes them from the engine, sends them, and settles each of them once: with the peer's result, or, if
// the peer refuses, fails or is gone, by giving it back to be run here. What nobody wants any more is called
// off.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "absl/status/statusor.h"
#include "cluster/worker/engine.h"
#include "cluster/worker/lending.h"
#include "cluster/worker/peers.h"

namespace fora::worker {

class Lender {
 public:
  // Both outlive it.
  Lender(Engine* engine, Peers* peers);
  ~Lender();  // calls everything off and waits for it
  Lender(const Lender&) = delete;
  Lender& operator=(const Lender&) = delete;

 private:
  struct Call {
    std::string peer;
    std::shared_ptr<Loan> loan;
    std::shared_ptr<TaskCall> rpc = nullptr;  // null until it has been sent
    bool has_program = false;                 // of the rpc
    bool is_called_off = false;
    Lending::Time sent_at;
  };

  void Main();
  // Calls off what nobody wants, or what is at a peer that is gone.
  void CallOff();
  void Send(uint64_t id, const std::shared_ptr<Loan>& loan, const std::string& peer, bool with_program);
  void Answered(uint64_t id, bool with_program, absl::StatusOr<std::string> result);
  static Answer Settle(Loan& loan, absl::StatusOr<std::string> result);

  Engine* const engine_;
  Peers* const peers_;
  std::mutex mutex_;
  std::condition_variable changed_;
  Lending lending_;
  std::map<uint64_t, Call> calls_;
  int sending_again_ = 0;  // callbacks that are about to
  uint64_t calls_ever_ = 0;
  bool is_stopping_ = false;
  std::thread thread_;
};

}  // namespace fora::worker
