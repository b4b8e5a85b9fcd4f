#include "compiler/parse/node_fields.h"

namespace fora::parse {
namespace {

template <class T>
const T* FieldAt(const source::Node& node, size_t place) {
  return place < node.fields.size() ? std::get_if<T>(&node.fields[place]) : nullptr;
}

}  // namespace

const source::Node* NodeAt(const source::Node& node, size_t place) {
  const auto* child = FieldAt<std::unique_ptr<source::Node>>(node, place);
  return child == nullptr ? nullptr : child->get();
}

const source::NodeList& NodesAt(const source::Node& node, size_t place) {
  static const source::NodeList kEmpty;
  const auto* list = FieldAt<source::NodeList>(node, place);
  return list == nullptr ? kEmpty : *list;
}

const std::string& WordAt(const source::Node& node, size_t place) {
  static const std::string kEmpty;
  const auto* word = FieldAt<std::string>(node, place);
  return word == nullptr ? kEmpty : *word;
}

std::vector<std::string> WordsAt(const source::Node& node, size_t place) {
  const auto* words = FieldAt<std::vector<std::string>>(node, place);
  return words == nullptr ? std::vector<std::string>() : *words;
}

int64_t NumberAt(const source::Node& node, size_t place, int64_t absent) {
  const auto* number = FieldAt<int64_t>(node, place);
  return number == nullptr ? absent : *number;
}

const source::Constant* ConstantAt(const source::Node& node, size_t place) {
  return FieldAt<source::Constant>(node, place);
}

}  // namespace fora::parse
