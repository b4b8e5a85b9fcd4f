// Access to the fields of source::Node by place. Total: a field that is absent, or of another kind than asked
// for, is null or empty, so that a malformed tree never breaks a reader.
#pragma once

#include <string>
#include <vector>

#include "compiler/source/source.h"

namespace fora::parse {

const source::Node* NodeAt(const source::Node& node, size_t place);
const source::NodeList& NodesAt(const source::Node& node, size_t place);
const std::string& WordAt(const source::Node& node, size_t place);
std::vector<std::string> WordsAt(const source::Node& node, size_t place);
int64_t NumberAt(const source::Node& node, size_t place, int64_t absent);
const source::Constant* ConstantAt(const source::Node& node, size_t place);

}  // namespace fora::parse
