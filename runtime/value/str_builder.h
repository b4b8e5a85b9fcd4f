// StrBuilder: collects text and makes one StrObject of it, in the narrowest width that fits.
//
// Belongs to one thread. Cost: amortised O(1) per code point; widening copies what was collected, at most
// twice.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "runtime/value/objects.h"

namespace fora {

class StrBuilder {
 public:
  void Append(char32_t code_point);
  void Append(std::string_view utf8);  // surrogatepass, as MakeStr
  void Append(const StrObject& text);
  void AppendSlice(const StrObject& text, int64_t start, int64_t step, int64_t count);
  int64_t length() const { return length_; }
  Value Build() const;

  // A StrObject with its text not yet written.
  // room: for so many code points, length at least.
  static StrObject* Allocate(uint8_t width, bool ascii, int64_t length, int64_t room = 0);

 private:
  void Widen(uint8_t width);

  std::vector<unsigned char> bytes_;
  uint8_t width_ = 1;
  bool ascii_ = true;
  int64_t length_ = 0;
};

// Appends the UTF-8 of one code point; a lone surrogate as three bytes (surrogatepass).
void AppendUtf8(char32_t code_point, std::string* out);

}  // namespace fora
