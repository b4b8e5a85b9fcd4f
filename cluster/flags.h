// Flags: one table row a flag, for parsing, for help and for the environment. A pure function of its
// arguments.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"

namespace fora {

enum class FlagKind { kSwitch, kText, kNumber };

struct Flag {
  std::string_view name;  // without "--"
  FlagKind kind;
  std::string_view placeholder;             // of its value, in help: "PORT"
  std::string_view fallback;                // if neither given nor in the environment
  std::vector<std::string_view> variables;  // of the environment, the first that is set wins
  std::string_view help;
  int64_t min = 0, max = 0;  // kNumber
};

class Flags {
 public:
  // Errors: InvalidArgument, one line: what is wrong and, for an unknown flag, the nearest one.
  static absl::StatusOr<Flags> Parse(
      std::span<const Flag> table, std::span<const std::string> arguments,
      const std::function<std::optional<std::string>(std::string_view)>& environment);

  bool On(std::string_view name) const { return Text(name) == "1"; }
  const std::string& Text(std::string_view name) const { return values_.find(name)->second; }
  int64_t Number(std::string_view name) const { return std::stoll(Text(name)); }
  bool Given(std::string_view name) const { return given_.count(name) != 0; }  // by flag or environment
  const std::vector<std::string>& positional() const { return positional_; }

 private:
  std::map<std::string, std::string, std::less<>> values_;
  std::map<std::string, bool, std::less<>> given_;
  std::vector<std::string> positional_;
};

// One line a flag, for --help.
std::string HelpOf(std::span<const Flag> table);

// The candidate with the fewest edits from `word`, if it is near.
std::optional<std::string> Nearest(std::string_view word, std::span<const std::string> candidates);

}  // namespace fora
