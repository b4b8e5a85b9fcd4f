#include "cluster/wire/decode_syntax.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "cluster/wire/decode_program.h"
#include "runtime/base/status_macros.h"

namespace fora::wire {
namespace {

absl::Status Malformed(std::string_view where, std::string_view what) {
  return absl::InvalidArgumentError(absl::StrCat(std::string(where), ": ", std::string(what)));
}

source::Constant DecodeConstant(const SyntaxConstant& constant) {
  switch (constant.kind_case()) {
    case SyntaxConstant::kNone: return source::NoneConstant{};
    case SyntaxConstant::kBoolean: return constant.boolean();
    case SyntaxConstant::kSmallInt: return static_cast<int64_t>(constant.small_int());
    case SyntaxConstant::kBigInt: return DecodeBigInt(constant.big_int());
    case SyntaxConstant::kFloating: return constant.floating();
    case SyntaxConstant::kStr: return source::StrConstant{constant.str()};
    case SyntaxConstant::kEllipsis: return source::EllipsisConstant{};
    case SyntaxConstant::kOther: return source::OtherConstant{constant.other()};
    case SyntaxConstant::KIND_NOT_SET: break;
  }
  return source::OtherConstant{"unknown"};
}

// Children come before their parents, so that one pass from the first node to the last builds the trees.
class SyntaxDecoder {
 public:
  SyntaxDecoder(const SyntaxTree& tree, uint32_t file, std::string_view where)
      : tree_(tree), file_(file), where_(where), nodes_(tree.nodes_size()), depths_(tree.nodes_size(), 0) {}

  absl::StatusOr<source::NodeList> Decode() {
    for (current_ = 0; current_ < tree_.nodes_size(); ++current_) FORA_RETURN_IF_ERROR(DecodeNode());
    source::NodeList roots;
    for (uint32_t place : tree_.roots()) {
      FORA_ASSIGN_OR_RETURN(std::unique_ptr<source::Node> root, Take(place));
      roots.push_back(std::move(root));
    }
    return roots;
  }

 private:
  absl::Status DecodeNode() {
    const SyntaxNode& message = tree_.nodes(current_);
    auto node = std::make_unique<source::Node>();
    node->kind = message.kind();
    node->span = {file_, message.line(), message.column(), message.end_line(), message.end_column()};
    depths_[current_] = 1;
    for (const SyntaxField& field : message.fields()) {
      FORA_ASSIGN_OR_RETURN(source::Field decoded, DecodeField(field));
      node->fields.push_back(std::move(decoded));
    }
    if (depths_[current_] > kSyntaxNestingMax) {
      return Malformed(
          where_, absl::StrCat("syntax nested deeper than ", kSyntaxNestingMax, " at line ", message.line()));
    }
    nodes_[current_] = std::move(node);
    return absl::OkStatus();
  }

  absl::StatusOr<source::Field> DecodeField(const SyntaxField& field) {
    switch (field.kind_case()) {
      case SyntaxField::kAbsent: return source::Field();
      case SyntaxField::kNode: {
        FORA_ASSIGN_OR_RETURN(std::unique_ptr<source::Node> child, Take(field.node()));
        return source::Field(std::move(child));
      }
      case SyntaxField::kNodes: return DecodeList(field.nodes());
      case SyntaxField::kIdentifier: return source::Field(field.identifier());
      case SyntaxField::kConstant:
        if (!IsUtf8(field.constant().str())) return Malformed(where_, "a str that is not UTF-8");
        return source::Field(DecodeConstant(field.constant()));
      case SyntaxField::kNumber: return source::Field(static_cast<int64_t>(field.number()));
      case SyntaxField::kNames:
        return source::Field(
            std::vector<std::string>(field.names().names().begin(), field.names().names().end()));
      case SyntaxField::KIND_NOT_SET: break;
    }
    return Malformed(where_, "a syntax field of unknown kind");
  }

  absl::StatusOr<source::Field> DecodeList(const Refs& places) {
    source::NodeList list;
    for (uint32_t place : places.refs()) {
      if (place == 0) {
        list.push_back(nullptr);
        continue;
      }
      FORA_ASSIGN_OR_RETURN(std::unique_ptr<source::Node> child, Take(place));
      list.push_back(std::move(child));
    }
    return source::Field(std::move(list));
  }

  // The node at `place`, counted from 1, which must be built and not yet taken.
  absl::StatusOr<std::unique_ptr<source::Node>> Take(uint32_t place) {
    if (place == 0 || place > static_cast<uint32_t>(current_) || nodes_[place - 1] == nullptr) {
      return Malformed(where_, absl::StrCat("syntax node ", current_ + 1, " refers to node ", place,
                                            ", which is not before it or has a parent"));
    }
    if (current_ < tree_.nodes_size()) {
      depths_[current_] = std::max(depths_[current_], depths_[place - 1] + 1);
    }
    return std::move(nodes_[place - 1]);
  }

  const SyntaxTree& tree_;
  uint32_t file_;
  std::string_view where_;
  std::vector<std::unique_ptr<source::Node>> nodes_;
  std::vector<int> depths_;
  int current_ = 0;
};

}  // namespace

num::BigInt DecodeBigInt(const std::string& bytes) {
  num::BigInt value;
  mpz_import(value.get(), bytes.size(), -1, 1, 0, 0, bytes.data());
  bool negative = !bytes.empty() && (static_cast<unsigned char>(bytes.back()) & 0x80) != 0;
  if (!negative) return value;
  num::BigInt modulus;
  mpz_setbit(modulus.get(), bytes.size() * 8);
  return value - modulus;
}

bool IsUtf8(std::string_view text) {
  for (size_t i = 0; i < text.size();) {
    unsigned char lead = static_cast<unsigned char>(text[i]);
    size_t length = lead < 0x80   ? 1
                    : lead < 0xC2 ? 0
                    : lead < 0xE0 ? 2
                    : lead < 0xF0 ? 3
                    : lead < 0xF5 ? 4
                                  : 0;
    if (length == 0 || i + length > text.size()) return false;
    for (size_t k = 1; k < length; ++k) {
      if ((static_cast<unsigned char>(text[i + k]) & 0xC0) != 0x80) return false;
    }
    unsigned char second = length > 1 ? static_cast<unsigned char>(text[i + 1]) : 0;
    if ((lead == 0xE0 && second < 0xA0) || (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F))
      return false;
    i += length;
  }
  return true;
}

absl::StatusOr<source::NodeList> DecodeSyntax(const SyntaxTree& tree, uint32_t file, std::string_view where) {
  return SyntaxDecoder(tree, file, where).Decode();
}

}  // namespace fora::wire
