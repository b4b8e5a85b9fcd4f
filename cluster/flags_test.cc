#include "cluster/flags.h"

#include <catch2/catch.hpp>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace fora {
namespace {

const Flag kTable[] = {
    {"manager", FlagKind::kSwitch, "", "", {}, "a switch"},
    {"http-port", FlagKind::kNumber, "PORT", "30000", {"FORA_PORT", "UFORA_PORT"}, "a number", 0, 65535},
    {"bind", FlagKind::kText, "ADDRESS", "127.0.0.1", {}, "a text"},
};

struct Row {
  std::vector<std::string> arguments;
  std::map<std::string, std::string> environment;
  std::string outcome;  // "manager http-port bind positional...", or the error
};

const std::vector<Row>& Rows() {
  static const std::vector<Row> rows = {
      {{}, {}, "0 30000 127.0.0.1"},
      {{"--manager", "--http-port", "1", "--bind=x", "f"}, {}, "1 1 x f"},
      {{}, {{"UFORA_PORT", "7"}}, "0 7 127.0.0.1"},
      {{}, {{"UFORA_PORT", "7"}, {"FORA_PORT", "8"}}, "0 8 127.0.0.1"},
      {{"--http-port=9"}, {{"FORA_PORT", "8"}}, "0 9 127.0.0.1"},
      {{}, {{"FORA_PORT", ""}}, "0 30000 127.0.0.1"},
      {{}, {{"FORA_PORT", "x"}}, "FORA_PORT is 'x': a number from 0 to 65535 is expected"},
      {{"--http-prt=1"}, {}, "unknown flag --http-prt; did you mean --http-port?"},
      {{"--qqqqqqqqqqqqqqqqqq"}, {}, "unknown flag --qqqqqqqqqqqqqqqqqq; --help lists them"},
      {{"--http-port"}, {}, "--http-port needs a value: PORT"},
      {{"--http-port=65536"}, {}, "--http-port is '65536': a number from 0 to 65535 is expected"},
      {{"--http-port=1x"}, {}, "--http-port is '1x': a number from 0 to 65535 is expected"},
      {{"--manager=maybe"}, {}, "--manager is 'maybe': true or false is expected"},
      {{"--manager=no"}, {}, "0 30000 127.0.0.1"},
  };
  return rows;
}

std::string Outcome(const Row& row) {
  absl::StatusOr<Flags> flags =
      Flags::Parse(kTable, row.arguments, [&](std::string_view name) -> std::optional<std::string> {
        auto found = row.environment.find(std::string(name));
        if (found == row.environment.end()) return std::nullopt;
        return found->second;
      });
  if (!flags.ok()) return std::string(flags.status().message());
  std::string text =
      flags->Text("manager") + " " + std::to_string(flags->Number("http-port")) + " " + flags->Text("bind");
  for (const std::string& word : flags->positional()) text += " " + word;
  return text;
}

TEST_CASE("flags, environment and defaults") {
  for (const Row& row : Rows()) CHECK(Outcome(row) == row.outcome);
}

}  // namespace
}  // namespace fora
