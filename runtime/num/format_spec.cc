// Reading a format specification, and laying out a text in its field.
#include "runtime/num/format_spec.h"

#include <algorithm>
#include <cstdio>

#include "runtime/num/characters.h"

namespace fora::num {
namespace {

Error ValueError(std::string message) { return {ErrorKind::kValue, std::move(message)}; }

bool IsAlign(char32_t c) { return c == '<' || c == '>' || c == '=' || c == '^'; }

// A type as messages show it.
std::string ShownType(char32_t type) {
  if (type > 32 && type < 128) return std::string(1, static_cast<char>(type));
  char text[16];
  std::snprintf(text, sizeof text, "\\x%x", static_cast<unsigned>(type));
  return text;
}

// Walks over the code points of a spec.
class Cursor {
 public:
  explicit Cursor(std::string_view utf8) {
    for (size_t at = 0; at < utf8.size();) points_.push_back(NextCodePoint(utf8, &at));
  }

  size_t left() const { return points_.size() - at_; }
  // 0, which no part of a spec but fill and type can be, if the spec is too short.
  char32_t Peek(size_t offset = 0) const { return offset < left() ? points_[at_ + offset] : 0; }
  char32_t Next() { return points_[at_++]; }
  bool Take(char32_t c) {
    if (left() == 0 || Peek() != c) return false;
    ++at_;
    return true;
  }

  // Digits of any script; -1 if there is none.
  Fallible<int64_t> TakeNumber() {
    int64_t number = -1;
    for (; left() > 0 && DecimalDigit(Peek()) >= 0; ++at_) {
      int digit = DecimalDigit(Peek());
      if (number < 0) number = 0;
      if (__builtin_mul_overflow(number, 10, &number) || __builtin_add_overflow(number, digit, &number)) {
        return ValueError("Too many decimal digits in format string");
      }
    }
    return number;
  }

 private:
  std::u32string points_;
  size_t at_ = 0;
};

// Which types a separator goes with: '_' also with those that aren't decimal.
bool AllowsGrouping(char32_t type, char grouping) {
  std::u32string_view decimal = U"deEfFgG%";
  std::u32string_view binary = U"boxX";
  if (type == 0 || decimal.find(type) != decimal.npos) return true;
  return grouping == '_' && binary.find(type) != binary.npos;
}

// Separators into digits, from the right; as many leading zeros as make the text min_size long. A separator
// never comes first, so that the text may become longer by one.
std::string Grouped(const std::string& digits, char separator, int group_size, int64_t min_size) {
  std::string reversed;
  int in_group = 0;
  auto next = digits.rbegin();
  while (next != digits.rend() || static_cast<int64_t>(reversed.size()) < min_size) {
    if (in_group == group_size) {
      reversed += separator;
      in_group = 0;
    }
    reversed += next != digits.rend() ? *next++ : '0';
    ++in_group;
  }
  std::reverse(reversed.begin(), reversed.end());
  return reversed;
}

}  // namespace

Fallible<FormatSpec> ParseFormatSpec(std::string_view text, char32_t default_type, char default_align,
                                     std::string_view type_name) {
  FormatSpec spec{.align = default_align, .type = default_type};
  Cursor cursor(text);
  bool fill_given = cursor.left() >= 2 && IsAlign(cursor.Peek(1));
  bool align_given = fill_given || IsAlign(cursor.Peek());
  if (fill_given) spec.fill = cursor.Next();
  if (align_given) spec.align = static_cast<char>(cursor.Next());
  if (cursor.Peek() == '+' || cursor.Peek() == '-' || cursor.Peek() == ' ') {
    spec.sign = static_cast<char>(cursor.Next());
  }
  spec.no_negative_zero = cursor.Take('z');
  spec.alternate = cursor.Take('#');
  // With a fill of its own, a 0 is the first digit of the width.
  if (!fill_given && cursor.Take('0')) {
    spec.fill = '0';
    if (!align_given && default_align == '>') spec.align = '=';
  }
  Fallible<int64_t> width = cursor.TakeNumber();
  if (!width.ok()) return std::move(width).error();
  spec.width = *width;

  bool comma = cursor.Take(',');
  bool underscore = cursor.Take('_');
  if (underscore && (comma || cursor.Peek() == ',')) return ValueError("Cannot specify both ',' and '_'.");
  spec.grouping = comma ? ',' : underscore ? '_' : 0;

  if (cursor.Take('.')) {
    Fallible<int64_t> precision = cursor.TakeNumber();
    if (!precision.ok()) return std::move(precision).error();
    if (*precision < 0) return ValueError("Format specifier missing precision");
    spec.precision = *precision;
  }
  if (cursor.left() > 1) {
    return ValueError("Invalid format specifier '" + std::string(text) + "' for object of type '" +
                      std::string(type_name) + "'");
  }
  if (cursor.left() == 1) spec.type = cursor.Next();
  if (spec.grouping != 0 && !AllowsGrouping(spec.type, spec.grouping)) {
    return ValueError(std::string("Cannot specify '") + spec.grouping + "' with '" + ShownType(spec.type) +
                      "'.");
  }
  return spec;
}

Error UnknownFormatType(char32_t type, std::string_view type_name) {
  return ValueError("Unknown format code '" + ShownType(type) + "' for object of type '" +
                    std::string(type_name) + "'");
}

Fallible<std::string> LayOut(const NumberParts& parts, const FormatSpec& spec) {
  if (spec.width > static_cast<int64_t>(kBitsMax / 8) || (spec.width > 0 && !HasRoom(spec.width * 8)))
    return Error{ErrorKind::kMemory, ""};
  std::string digits = parts.digits;
  if (spec.grouping != 0 && !digits.empty()) {
    bool zeros = spec.fill == '0' && spec.align == '=';
    int64_t others =
        static_cast<int64_t>(parts.sign.size() + parts.prefix.size() + CountCodePoints(parts.remainder));
    bool binary = spec.type == 'b' || spec.type == 'o' || spec.type == 'x' || spec.type == 'X';
    digits = Grouped(digits, spec.grouping, binary ? 4 : 3, zeros ? spec.width - others : 0);
  }
  std::string before = parts.sign + parts.prefix;
  std::string behind = digits + parts.remainder;
  int64_t size = static_cast<int64_t>(CountCodePoints(before) + CountCodePoints(behind));
  int64_t padding = std::max<int64_t>(spec.width - size, 0);
  int64_t left = spec.align == '>' ? padding : spec.align == '^' ? padding / 2 : 0;
  int64_t inner = spec.align == '=' ? padding : 0;
  std::string fill;
  AppendUtf8(spec.fill, &fill);
  std::string out;
  out.reserve(before.size() + behind.size() + padding * fill.size());
  auto pad = [&](int64_t count) {
    while (count-- > 0) out += fill;
  };
  pad(left);
  out += before;
  pad(inner);
  out += behind;
  pad(padding - left - inner);
  return out;
}

}  // namespace fora::num
