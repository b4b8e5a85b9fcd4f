// fora: one binary. `fora serve` is the cluster, `fora run` the engine alone, `fora dump` a look inside.
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "cluster/commands.h"
#include "cluster/flags.h"
#include "cluster/version.h"

namespace fora {
namespace {

struct Command {
  const char* name;
  const char* help;
  int (*main)(const std::vector<std::string>& arguments);
};

int Version(const std::vector<std::string>&) {
  std::printf("fora %s\n", kVersion);
  return 0;
}

const Command kCommands[] = {
    {"serve", "run a cluster, or one part of it: the manager, a worker, or both", Serve},
    {"run", "run main() of Python files on the engine alone, and print what it gives as JSON", Run},
    {"dump", "print what a phase of the compiler makes of a Python file", Dump},
    {"version", "print the version", Version},
};

int Help() {
  std::printf("fora: ordinary Python, compiled and parallel\n\n");
  for (const Command& command : kCommands) std::printf("  fora %-10s %s\n", command.name, command.help);
  std::printf("\n`fora COMMAND --help` lists a command's flags.\n");
  return 0;
}

int Unknown(const std::string& word) {
  std::vector<std::string> names;
  for (const Command& command : kCommands) names.emplace_back(command.name);
  std::optional<std::string> near = Nearest(word, names);
  std::fprintf(stderr, "fora: unknown command '%s'%s\n", word.c_str(),
               near ? ("; did you mean '" + *near + "'?").c_str() : "; `fora --help` lists them");
  return 2;
}

int Main(const std::vector<std::string>& words) {
  if (words.empty() || words[0] == "--help" || words[0] == "-h" || words[0] == "help") return Help();
  if (words[0] == "--version") return Version({});
  for (const Command& command : kCommands) {
    if (words[0] == command.name) return command.main({words.begin() + 1, words.end()});
  }
  return Unknown(words[0]);
}

}  // namespace
}  // namespace fora

int main(int argc, char** argv) {
  int code = fora::Main({argv + 1, argv + argc});
  // Not `return`: the embedded Python and gRPC's threads outlive main, and must not see statics destroyed.
  std::fflush(nullptr);
  std::_Exit(code);
}
