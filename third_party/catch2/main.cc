// Catch2's main() for every test, and a listener that tells Bazel about each test case: it writes the JUnit
// file that Bazel names in $XML_OUTPUT_FILE, beside the usual output on the console. `tools/test` counts
// these cases. A test that crashes writes no file, and Bazel then reports the whole target as one failed
// case.
#define CATCH_CONFIG_MAIN
#include "catch2/catch.hpp"

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

namespace {

std::string Escaped(const std::string& text) {
  std::string escaped;
  for (char c : text) {
    switch (c) {
      case '&': escaped += "&amp;"; break;
      case '<': escaped += "&lt;"; break;
      case '"': escaped += "&quot;"; break;
      // XML 1.0 has no other control characters.
      default: escaped += (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') ? '?' : c;
    }
  }
  return escaped;
}

class JunitListener : public Catch::TestEventListenerBase {
 public:
  using TestEventListenerBase::TestEventListenerBase;

  bool assertionEnded(const Catch::AssertionStats& stats) override {
    const Catch::AssertionResult& result = stats.assertionResult;
    if (!result.isOk()) {
      failures_ << result.getSourceInfo().file << ":" << result.getSourceInfo().line << ": "
                << result.getExpression() << "\n  " << result.getExpandedExpression() << "\n";
    }
    return true;
  }

  void testCaseEnded(const Catch::TestCaseStats& stats) override {
    cases_ << "  <testcase name=\"" << Escaped(stats.testInfo.name) << "\" classname=\"catch2\">";
    if (!stats.totals.testCases.allOk()) {
      cases_ << "<failure message=\"" << Escaped(failures_.str()) << "\"/>";
    }
    cases_ << "</testcase>\n";
    failures_.str("");
  }

  void testRunEnded(const Catch::TestRunStats& stats) override {
    const char* path = std::getenv("XML_OUTPUT_FILE");
    if (path == nullptr) return;
    const Catch::Counts& counts = stats.totals.testCases;
    std::ofstream(path) << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n<testsuite name=\""
                        << Escaped(stats.runInfo.name) << "\" tests=\"" << counts.total() << "\" failures=\""
                        << counts.failed << "\">\n"
                        << cases_.str() << "</testsuite>\n</testsuites>\n";
  }

 private:
  std::ostringstream cases_;
  std::ostringstream failures_;  // of the test case that is running
};

CATCH_REGISTER_LISTENER(JunitListener)

}  // namespace
