#include "runtime/num/characters.h"

#include <algorithm>
#include <cstdio>
#include <iterator>

namespace fora::num {
namespace {

constexpr char32_t kZeros[] = {
#define FORA_DECIMAL_ZERO(c) c,
#include "runtime/num/characters.def"
#undef FORA_DECIMAL_ZERO
};

struct Range {
  char32_t first;
  char32_t last;
};

constexpr Range kUnprintable[] = {
#define FORA_UNPRINTABLE(first, last) {first, last},
#include "runtime/num/characters.def"
#undef FORA_UNPRINTABLE
};

constexpr Range kSpaces[] = {{0x9, 0xd},       {0x1c, 0x20},     {0x85, 0x85},     {0xa0, 0xa0},
                             {0x1680, 0x1680}, {0x2000, 0x200a}, {0x2028, 0x2029}, {0x202f, 0x202f},
                             {0x205f, 0x205f}, {0x3000, 0x3000}};

template <size_t kSize>
bool Contains(const Range (&ranges)[kSize], char32_t c) {
  const Range* after = std::upper_bound(std::begin(ranges), std::end(ranges), c,
                                        [](char32_t c, const Range& range) { return c < range.first; });
  return after != std::begin(ranges) && c <= std::prev(after)->last;
}

// One character of a repr: itself, or the shortest of \n \xhh \uhhhh \Uhhhhhhhh.
std::string Escaped(char32_t c, char quote) {
  if (c == static_cast<char32_t>(quote) || c == '\\') return {'\\', static_cast<char>(c)};
  if (c == '\t') return "\\t";
  if (c == '\n') return "\\n";
  if (c == '\r') return "\\r";
  if (IsPrintable(c)) {
    std::string out;
    AppendUtf8(c, &out);
    return out;
  }
  char text[16];
  const char* format = c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x";
  std::snprintf(text, sizeof text, format, static_cast<unsigned>(c));
  return text;
}

}  // namespace

char32_t NextCodePoint(std::string_view utf8, size_t* at) {
  auto lead = static_cast<unsigned char>(utf8[(*at)++]);
  if (lead < 0x80) return lead;
  int following = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : lead >= 0xc0 ? 1 : 0;
  if (following == 0) return 0xfffd;
  char32_t c = lead & (0x3f >> following);
  for (; following > 0 && *at < utf8.size() && (utf8[*at] & 0xc0) == 0x80; --following) {
    c = c << 6 | (utf8[(*at)++] & 0x3f);
  }
  return following == 0 ? c : 0xfffd;
}

void AppendUtf8(char32_t c, std::string* out) {
  if (c < 0x80) {
    out->push_back(static_cast<char>(c));
    return;
  }
  int following = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
  constexpr unsigned char kLead[] = {0, 0xc0, 0xe0, 0xf0};
  out->push_back(static_cast<char>(kLead[following] | c >> (6 * following)));
  while (following-- > 0) out->push_back(static_cast<char>(0x80 | (c >> (6 * following) & 0x3f)));
}

size_t CountCodePoints(std::string_view utf8) {
  return std::count_if(utf8.begin(), utf8.end(), [](char c) { return (c & 0xc0) != 0x80; });
}

int DecimalDigit(char32_t c) {
  if (c < 0x80) return c >= '0' && c <= '9' ? static_cast<int>(c - '0') : -1;
  const char32_t* after = std::upper_bound(std::begin(kZeros), std::end(kZeros), c);
  char32_t zero = *std::prev(after);  // the first zero is ASCII's
  return c - zero < 10 ? static_cast<int>(c - zero) : -1;
}

bool IsSpace(char32_t c) { return Contains(kSpaces, c); }

bool IsPrintable(char32_t c) { return c < 0x7f ? c >= 0x20 : !Contains(kUnprintable, c); }

bool IsAsciiSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

bool IsAsciiDigit(char c) { return c >= '0' && c <= '9'; }

std::string Quoted(std::string_view utf8, size_t code_points_max) {
  bool double_quotes = utf8.find('\'') != std::string_view::npos && utf8.find('"') == std::string_view::npos;
  char quote = double_quotes ? '"' : '\'';
  std::string out(1, quote);
  for (size_t at = 0; at < utf8.size();) out += Escaped(NextCodePoint(utf8, &at), quote);
  out += quote;
  size_t at = 0;
  for (size_t count = 0; count < code_points_max && at < out.size(); ++count) NextCodePoint(out, &at);
  out.resize(at);
  return out;
}

std::string AsciiDigitsAndSpaces(std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size());
  for (size_t at = 0; at < utf8.size();) {
    char32_t c = NextCodePoint(utf8, &at);
    int digit = DecimalDigit(c);
    if (c < 0x7f) {
      out.push_back(static_cast<char>(c));
    } else if (digit >= 0) {
      out.push_back(static_cast<char>('0' + digit));
    } else if (IsSpace(c)) {
      out.push_back(' ');
    } else {
      out.push_back('?');
      break;
    }
  }
  return out;
}

}  // namespace fora::num
