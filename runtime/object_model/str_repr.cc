// repr and ascii of texts.
#include <string>

#include "runtime/num/characters.h"
#include "runtime/object_model/text.h"
#include "runtime/value/str_builder.h"

namespace fora::object_model {
namespace {

void AppendHex(char32_t c, int digits, std::string* out) {
  for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4)
    out->push_back("0123456789abcdef"[c >> shift & 15]);
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

}  // namespace

std::string ReprOfStr(const StrObject& s) { return num::Quoted(s.ToUtf8()); }

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
