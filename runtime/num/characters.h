// What Python's number texts know about Unicode (version 14, as CPython 3.11): decimal digits, white space,
// and how a text is quoted in an error message. Texts are UTF-8; lone surrogates are encoded like other code
// points. Thread safety: pure functions.
#ifndef FORA_RUNTIME_NUM_CHARACTERS_H_
#define FORA_RUNTIME_NUM_CHARACTERS_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace fora::num {

// The code point at utf8[*at]; moves *at behind it. A byte that starts no sequence counts as U+FFFD.
// REQUIRES: *at < utf8.size()
char32_t NextCodePoint(std::string_view utf8, size_t* at);
void AppendUtf8(char32_t code_point, std::string* out);
size_t CountCodePoints(std::string_view utf8);

// The value of a decimal digit of any script, or -1.
int DecimalDigit(char32_t code_point);
// str.isspace and str.isprintable of one character.
bool IsSpace(char32_t code_point);
bool IsPrintable(char32_t code_point);
// What C's isspace and isdigit say in the C locale.
bool IsAsciiSpace(char c);
bool IsAsciiDigit(char c);

// repr(text), of at most code_points_max code points: an error message cuts the quotation, too.
std::string Quoted(std::string_view utf8, size_t code_points_max = std::string_view::npos);

// The text as int() and float() read it: digits of all scripts in ASCII, and white space as ' ', up to the
// first character that is neither and not ASCII, which gives '?' and ends the text.
std::string AsciiDigitsAndSpaces(std::string_view utf8);

}  // namespace fora::num

#endif  // FORA_RUNTIME_NUM_CHARACTERS_H_
