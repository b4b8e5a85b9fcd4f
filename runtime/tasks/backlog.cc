#include "runtime/tasks/backlog.h"

#include <utility>

#include "runtime/base/check.h"

namespace fora::tasks {

int64_t Backlog::Count() const {
  int64_t count = -first_;
  for (const Part& part : parts_) count += part.kept != nullptr ? part.kept->kept() : 0;
  return count;
}

void Backlog::Add(std::unique_ptr<RangePiece> piece) {
  if (!parts_.empty() && parts_.back().kept != nullptr && parts_.back().kept->kept() == 0) {
    spare_.push_back(std::move(parts_.back().kept));
    parts_.pop_back();
  }
  parts_.push_back({std::move(piece), nullptr});
}

void Backlog::KeepFirstPiece() {
  Part& first = parts_.front();
  FORA_CHECK(first.piece->partial->end == Partial::End::kComplete);
  first.kept = std::move(first.piece->partial);
  first.piece = nullptr;
  Advance(0);
}

std::vector<std::unique_ptr<RangePiece>> Backlog::TakePieces() {
  std::vector<std::unique_ptr<RangePiece>> pieces;
  for (Part& part : parts_) {
    if (part.piece != nullptr) pieces.push_back(std::move(part.piece));
  }
  parts_.clear();
  first_ = 0;
  return pieces;
}

Partial* Backlog::Next(int64_t elements) {
  const bool open = !parts_.empty() && parts_.back().kept != nullptr;
  if (open && parts_.back().kept->HasRoom(elements)) return parts_.back().kept.get();
  if (!open || parts_.back().kept->kept() > 0) parts_.push_back({nullptr, NewPart()});
  Partial* next = parts_.back().kept.get();
  return next->ReserveOut(elements) ? next : nullptr;
}

void Backlog::FoldFirst(Partial* folded) {
  const int64_t count = first_count();
  folded->FoldKept(*parts_.front().kept, first_, count);
  Advance(count);
}

abi::Status Backlog::RunBeside(abi::Context* context, int64_t lo, int64_t hi, Partial* folded,
                               int64_t* failed_at) {
  abi::Accumulator both = *folded->accumulator();
  abi::Accumulator* kept = parts_.back().kept->accumulator();
  both.out = kept->out;
  both.out_end = kept->out_end;
  const char* first = parts_.front().kept->elements().data() + first_ * Partial::kKeptBytes;
  both.in = first;
  const abi::Status status = folded->body_beside()(context, call_->environment, lo, hi, &both, failed_at);
  kept->out = both.out;
  folded->accumulator()->real = both.real;
  folded->accumulator()->compensation = both.compensation;
  folded->accumulator()->any = both.any;
  Advance((both.in - first) / Partial::kKeptBytes);
  return status;
}

void Backlog::Advance(int64_t elements) {
  first_ += elements;
  Partial* part = parts_.front().kept.get();
  if (first_ < part->kept()) return;
  first_ = 0;
  part->Clear();
  if (parts_.size() == 1) return;  // more elements may follow here
  spare_.push_back(std::move(parts_.front().kept));
  parts_.pop_front();
}

std::unique_ptr<Partial> Backlog::NewPart() {
  if (spare_.empty()) return std::make_unique<Partial>(call_->site, true, call_->compensated);
  std::unique_ptr<Partial> part = std::move(spare_.back());
  spare_.pop_back();
  return part;
}

}  // namespace fora::tasks
