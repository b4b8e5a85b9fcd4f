#include "cluster/flags.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "runtime/base/status_macros.h"

namespace fora {
namespace {

size_t EditDistance(std::string_view a, std::string_view b) {
  std::vector<size_t> row(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    size_t diagonal = std::exchange(row[0], i);
    for (size_t j = 1; j <= b.size(); ++j) {
      size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = std::exchange(row[j], std::min({row[j] + 1, row[j - 1] + 1, replaced}));
    }
  }
  return row.back();
}

absl::StatusOr<std::string> Checked(const Flag& flag, std::string_view where, std::string value) {
  auto wrong = [&](std::string_view what) {
    return absl::InvalidArgumentError(
        absl::StrCat(std::string(where), " is '", value, "': ", std::string(what)));
  };
  if (flag.kind == FlagKind::kSwitch) {
    for (std::string_view yes : {"1", "true", "yes", "on"}) {
      if (value == yes) return std::string("1");
    }
    for (std::string_view no : {"", "0", "false", "no", "off"}) {
      if (value == no) return std::string("0");
    }
    return wrong("true or false is expected");
  }
  if (flag.kind == FlagKind::kNumber) {
    int64_t number = 0;
    auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (error != std::errc() || end != value.data() + value.size() || number < flag.min ||
        number > flag.max) {
      return wrong(absl::StrCat("a number from ", flag.min, " to ", flag.max, " is expected"));
    }
  }
  return value;
}

absl::Status UnknownFlag(std::span<const Flag> table, const std::string& name) {
  std::vector<std::string> names;
  for (const Flag& flag : table) names.emplace_back(flag.name);
  std::optional<std::string> near = Nearest(name, names);
  return absl::InvalidArgumentError(absl::StrCat(
      "unknown flag --", name, near ? absl::StrCat("; did you mean --", *near, "?") : "; --help lists them"));
}

}  // namespace

std::optional<std::string> Nearest(std::string_view word, std::span<const std::string> candidates) {
  std::optional<std::string> best;
  size_t best_distance = std::max<size_t>(2, word.size() / 2) + 1;
  for (const std::string& candidate : candidates) {
    size_t distance = EditDistance(word, candidate);
    if (distance < best_distance) {
      best = candidate;
      best_distance = distance;
    }
  }
  return best;
}

absl::StatusOr<Flags> Flags::Parse(
    std::span<const Flag> table, std::span<const std::string> arguments,
    const std::function<std::optional<std::string>(std::string_view)>& environment) {
  Flags flags;
  for (const Flag& flag : table) {
    std::string value(flag.kind == FlagKind::kSwitch && flag.fallback.empty() ? "0" : flag.fallback);
    for (std::string_view variable : flag.variables) {
      std::optional<std::string> set = environment(variable);
      if (!set || set->empty()) continue;
      FORA_ASSIGN_OR_RETURN(value, Checked(flag, variable, *std::move(set)));
      flags.given_[std::string(flag.name)] = true;
      break;
    }
    flags.values_[std::string(flag.name)] = value;
  }
  for (size_t i = 0; i < arguments.size(); ++i) {
    const std::string& word = arguments[i];
    if (word.rfind("--", 0) != 0 || word == "--") {
      if (word != "--") flags.positional_.push_back(word);
      continue;
    }
    size_t equals = word.find('=');
    std::string name = word.substr(2, equals == std::string::npos ? std::string::npos : equals - 2);
    auto flag = std::find_if(table.begin(), table.end(), [&](const Flag& row) { return row.name == name; });
    if (flag == table.end()) return UnknownFlag(table, name);
    std::string value = "1";
    if (equals != std::string::npos) {
      value = word.substr(equals + 1);
    } else if (flag->kind != FlagKind::kSwitch) {
      if (i + 1 == arguments.size()) {
        return absl::InvalidArgumentError(
            absl::StrCat("--", name, " needs a value: ", std::string(flag->placeholder)));
      }
      value = arguments[++i];
    }
    FORA_ASSIGN_OR_RETURN(flags.values_[name], Checked(*flag, "--" + name, std::move(value)));
    flags.given_[name] = true;
  }
  return flags;
}

std::string HelpOf(std::span<const Flag> table) {
  std::string text;
  for (const Flag& flag : table) {
    std::string left = absl::StrCat("  --", std::string(flag.name));
    if (!flag.placeholder.empty()) absl::StrAppend(&left, " ", std::string(flag.placeholder));
    left.resize(std::max<size_t>(left.size() + 2, 30), ' ');
    absl::StrAppend(&text, left, std::string(flag.help));
    if (!flag.fallback.empty()) absl::StrAppend(&text, " (default: ", std::string(flag.fallback), ")");
    if (!flag.variables.empty()) absl::StrAppend(&text, " [", std::string(flag.variables.front()), "]");
    text += "\n";
  }
  return text;
}

}  // namespace fora
