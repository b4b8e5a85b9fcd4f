#include "runtime/value/result.h"

namespace fora {
namespace {

std::unique_ptr<Stop> Make(Stop::Kind kind, std::string message) {
  auto stop = std::make_unique<Stop>();
  stop->kind = kind;
  stop->message = std::move(message);
  return stop;
}

}  // namespace

std::unique_ptr<Stop> InvalidOperation(std::string message) {
  return Make(Stop::Kind::kInvalidOperation, std::move(message));
}
std::unique_ptr<Stop> Unsupported(std::string message) {
  return Make(Stop::Kind::kUnsupported, std::move(message));
}
std::unique_ptr<Stop> Cancelled() { return Make(Stop::Kind::kCancelled, "cancelled"); }
std::unique_ptr<Stop> Internal(std::string message) {
  return Make(Stop::Kind::kInternal, std::move(message));
}

}  // namespace fora
