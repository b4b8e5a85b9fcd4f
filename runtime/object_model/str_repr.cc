// repr of texts: which code points are printed as they are, and how the others are escaped.
#include <algorithm>
#include <iterator>
#include <string>

#include "runtime/object_model/text.h"
#include "runtime/value/str_builder.h"

namespace fora::object_model {
namespace {

struct CodePointRange {
  char32_t first, last;
};

constexpr CodePointRange kNonPrintable[] = {
#include "runtime/object_model/non_printable.inc"
};

void AppendHex(char32_t c, int digits, std::string* out) {
  for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) out->push_back("0123456789abcdef"[c >> shift & 15]);
}

void AppendEscaped(char32_t c, std::string* out) {
  if (c == '\t') {
    *out += "\\t";
  } else if (c == '\n') {
    *out += "\\n";
  } else if (c == '\r') {
    *out += "\\r";
  } else if (c < 0x100) {
    *out += "\\x";
    AppendHex(c, 2, out);
  } else if (c < 0x10000) {
    *out += "\\u";
    AppendHex(c, 4, out);
  } else {
    *out += "\\U";
    AppendHex(c, 8, out);
  }
}

bool Holds(const StrObject& s, char32_t c) {
  for (int64_t i = 0; i < s.length; ++i) {
    if (s.At(i) == c) return true;
  }
  return false;
}

}  // namespace

bool IsPrintable(char32_t c) {
  auto* range = std::lower_bound(std::begin(kNonPrintable), std::end(kNonPrintable), c,
                                 [](const CodePointRange& r, char32_t x) { return r.last < x; });
  return range == std::end(kNonPrintable) || c < range->first;
}

std::string ReprOfStr(const StrObject& s) {
  const char quote = Holds(s, '\'') && !Holds(s, '"') ? '"' : '\'';
  std::string out(1, quote);
  for (int64_t i = 0; i < s.length; ++i) {
    char32_t c = s.At(i);
    if (c == static_cast<unsigned char>(quote) || c == '\\') out.push_back('\\');
    bool plain = c < 0x80 ? c >= ' ' && c != 0x7f : IsPrintable(c);
    plain ? AppendUtf8(c, &out) : AppendEscaped(c, &out);
  }
  out.push_back(quote);
  return out;
}

Result<Value> Ascii(Evaluator& evaluator, const Value& v) {
  FORA_TRY(Value repr, Repr(evaluator, v));
  auto* text = repr.as<StrObject>();
  if (text->ascii) return repr;
  std::string out;
  for (int64_t i = 0; i < text->length; ++i) {
    char32_t c = text->At(i);
    c < 0x80 ? AppendUtf8(c, &out) : AppendEscaped(c, &out);
  }
  return MakeStr(out);
}

}  // namespace fora::object_model
