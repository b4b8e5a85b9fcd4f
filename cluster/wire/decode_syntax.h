// DecodeSyntax: a SyntaxTree message as trees of source::Node.
#pragma once

#include <string_view>

#include "absl/status/statusor.h"
#include "compiler/source/source.h"
#include "proto/value.pb.h"

namespace fora::wire {

// The tree's roots, in order; `file` goes into every span. `where` names the message in errors.
// Errors: InvalidArgument: a child that doesn't come before its parent or is taken twice, nesting over
// kSyntaxNestingMax, an unknown kind of field.
absl::StatusOr<source::NodeList> DecodeSyntax(const SyntaxTree& tree, uint32_t file, std::string_view where);

// An int on the wire: two's complement, little endian. Empty is 0.
num::BigInt DecodeBigInt(const std::string& bytes);

// Whether the text is UTF-8, in which surrogates may stand alone (Python's surrogatepass).
bool IsUtf8(std::string_view text);

}  // namespace fora::wire
