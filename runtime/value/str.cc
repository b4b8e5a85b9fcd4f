#include <malloc.h>

#include <algorithm>
#include <cstring>
#include <new>

#include "runtime/value/objects.h"
#include "runtime/value/str_builder.h"

namespace fora {
namespace {

bool IsAscii(std::string_view utf8) {
  return std::all_of(utf8.begin(), utf8.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

uint8_t WidthOf(char32_t code_point) {
  if (code_point < 0x100) return 1;
  return code_point < 0x10000 ? 2 : 4;
}

// Decodes the code point at *at and moves past it.
char32_t NextCodePoint(std::string_view utf8, size_t* at) {
  auto byte = [&](size_t i) -> char32_t { return i < utf8.size() ? static_cast<unsigned char>(utf8[i]) : 0; };
  size_t i = *at;
  char32_t lead = byte(i);
  if (lead < 0x80) {
    *at = i + 1;
    return lead;
  }
  if (lead < 0xe0) {
    *at = i + 2;
    return (lead & 0x1f) << 6 | (byte(i + 1) & 0x3f);
  }
  if (lead < 0xf0) {
    *at = i + 3;
    return (lead & 0x0f) << 12 | (byte(i + 1) & 0x3f) << 6 | (byte(i + 2) & 0x3f);
  }
  *at = i + 4;
  return (lead & 0x07) << 18 | (byte(i + 1) & 0x3f) << 12 | (byte(i + 2) & 0x3f) << 6 | (byte(i + 3) & 0x3f);
}

void Store(unsigned char* data, uint8_t width, int64_t i, char32_t code_point) {
  if (width == 1) {
    data[i] = static_cast<unsigned char>(code_point);
  } else if (width == 2) {
    reinterpret_cast<char16_t*>(data)[i] = static_cast<char16_t>(code_point);
  } else {
    reinterpret_cast<char32_t*>(data)[i] = code_point;
  }
}

// Copies all of `from` to position `at` of data of a width that is at least from's.
void CopyInto(unsigned char* data, uint8_t width, int64_t at, const StrObject& from) {
  if (from.width == width) {
    std::memcpy(data + at * width, from.data, from.length * width);
    return;
  }
  for (int64_t i = 0; i < from.length; ++i) Store(data, width, at + i, from.At(i));
}

}  // namespace

void AppendUtf8(char32_t c, std::string* out) {
  auto add = [&](char32_t byte) { out->push_back(static_cast<char>(byte)); };
  if (c < 0x80) {
    add(c);
  } else if (c < 0x800) {
    add(0xc0 | c >> 6);
    add(0x80 | (c & 0x3f));
  } else if (c < 0x10000) {
    add(0xe0 | c >> 12);
    add(0x80 | (c >> 6 & 0x3f));
    add(0x80 | (c & 0x3f));
  } else {
    add(0xf0 | c >> 18);
    add(0x80 | (c >> 12 & 0x3f));
    add(0x80 | (c >> 6 & 0x3f));
    add(0x80 | (c & 0x3f));
  }
}

StrObject* StrBuilder::Allocate(uint8_t width, bool ascii, int64_t length, int64_t room) {
  void* memory = ::operator new(sizeof(StrObject) + static_cast<size_t>(std::max(length, room)) * width);
  return new (memory) StrObject(width, ascii, length);
}

void StrBuilder::Widen(uint8_t width) {
  std::vector<unsigned char> wide(bytes_.capacity() / width_ * width);
  wide.resize(length_ * width);
  for (int64_t i = 0; i < length_; ++i) {
    char32_t c = width_ == 1 ? bytes_[i] : reinterpret_cast<const char16_t*>(bytes_.data())[i];
    Store(wide.data(), width, i, c);
  }
  bytes_ = std::move(wide);
  width_ = width;
}

void StrBuilder::Append(char32_t code_point) {
  if (code_point >= 0x80) {
    ascii_ = false;
    if (WidthOf(code_point) > width_) Widen(WidthOf(code_point));
  }
  bytes_.resize((length_ + 1) * width_);
  Store(bytes_.data(), width_, length_++, code_point);
}

void StrBuilder::Append(const StrObject& text) {
  if (text.width > width_) Widen(text.width);
  if (text.width < width_) return AppendSlice(text, 0, 1, text.length);
  ascii_ = ascii_ && text.ascii;
  bytes_.insert(bytes_.end(), text.data, text.data + text.length * width_);
  length_ += text.length;
}

void StrBuilder::Append(std::string_view utf8) {
  if (width_ == 1 && IsAscii(utf8)) {
    bytes_.insert(bytes_.end(), utf8.begin(), utf8.end());
    length_ += utf8.size();
    return;
  }
  for (size_t i = 0; i < utf8.size();) Append(NextCodePoint(utf8, &i));
}

void StrBuilder::AppendSlice(const StrObject& text, int64_t start, int64_t step, int64_t count) {
  for (int64_t i = 0; i < count; ++i) Append(text.At(start + i * step));
}

Value StrBuilder::Build() const {
  StrObject* object = Allocate(width_, ascii_, length_);
  if (length_ > 0) std::memcpy(object->data, bytes_.data(), length_ * width_);
  return Value::Adopt(object);
}

std::string StrObject::ToUtf8() const {
  if (ascii) return std::string(reinterpret_cast<const char*>(data), length);
  std::string out;
  for (int64_t i = 0; i < length; ++i) AppendUtf8(At(i), &out);
  return out;
}

Value MakeStr(std::string_view utf8) {
  if (IsAscii(utf8)) {
    StrObject* object = StrBuilder::Allocate(1, true, utf8.size());
    if (!utf8.empty()) std::memcpy(object->data, utf8.data(), utf8.size());
    return Value::Adopt(object);
  }
  StrBuilder builder;
  builder.Append(utf8);
  return builder.Build();
}

Value MakeStr(const char32_t* text, int64_t length) {
  StrBuilder builder;
  for (int64_t i = 0; i < length; ++i) builder.Append(text[i]);
  return builder.Build();
}

Value ConcatStr(const StrObject& a, const StrObject& b) {
  uint8_t width = std::max(a.width, b.width);
  StrObject* object = StrBuilder::Allocate(width, a.ascii && b.ascii, a.length + b.length);
  CopyInto(object->data, width, 0, a);
  CopyInto(object->data, width, a.length, b);
  return Value::Adopt(object);
}

namespace {

// Short ones are soon copied, and there are many of them.
constexpr int64_t kAppendedInPlaceMin = 64;

// For how many code points there is room from now on, if b is appended to a unique a.
int64_t RoomFor(const StrObject& a, const StrObject& b) {
  const int64_t length = a.length + b.length;
  return length < kAppendedInPlaceMin ? length : length + length / 2;
}

bool FitsBehind(const StrObject& a, const StrObject& b) {
  const auto capacity =
      static_cast<int64_t>(malloc_usable_size(const_cast<StrObject*>(&a)) - sizeof(StrObject));
  return b.width <= a.width && (a.length + b.length) * a.width <= capacity;
}

}  // namespace

int64_t BytesToAppend(const Value& a, const StrObject& b) {
  const auto& text = *a.as<StrObject>();
  const int64_t width = std::max(text.width, b.width);
  if (!a.IsUnique()) return (text.length + b.length) * width;
  return FitsBehind(text, b) ? 0 : RoomFor(text, b) * width;
}

Value AppendStr(Value&& a, const StrObject& b) {
  auto* text = a.as<StrObject>();
  if (!a.IsUnique()) return ConcatStr(*text, b);
  const bool ascii = text->ascii && b.ascii;
  if (!FitsBehind(*text, b)) {
    const uint8_t width = std::max(text->width, b.width);
    StrObject* longer = StrBuilder::Allocate(width, ascii, text->length, RoomFor(*text, b));
    CopyInto(longer->data, width, 0, *text);
    a = Value::Adopt(longer);
    text = longer;
  }
  CopyInto(text->data, text->width, text->length, b);
  text->length += b.length;
  text->ascii = ascii;
  return std::move(a);
}

Value SliceStr(const StrObject& s, int64_t start, int64_t step, int64_t count) {
  char32_t widest = 0;
  for (int64_t i = 0; i < count && !s.ascii; ++i) widest = std::max(widest, s.At(start + i * step));
  StrObject* object = StrBuilder::Allocate(WidthOf(widest), widest < 0x80, count);
  if (step == 1 && object->width == s.width) {
    std::memcpy(object->data, s.data + start * s.width, count * s.width);
  } else {
    for (int64_t i = 0; i < count; ++i) Store(object->data, object->width, i, s.At(start + i * step));
  }
  return Value::Adopt(object);
}

bool EqualStr(const StrObject& a, const StrObject& b) {
  return a.length == b.length && a.width == b.width && std::memcmp(a.data, b.data, a.length * a.width) == 0;
}

int CompareStr(const StrObject& a, const StrObject& b) {
  int64_t n = std::min(a.length, b.length);
  if (a.width == 1 && b.width == 1) {
    if (int order = std::memcmp(a.data, b.data, n)) return order;
  } else {
    for (int64_t i = 0; i < n; ++i) {
      char32_t x = a.At(i), y = b.At(i);
      if (x != y) return x < y ? -1 : 1;
    }
  }
  return a.length < b.length ? -1 : a.length > b.length;
}

}  // namespace fora
