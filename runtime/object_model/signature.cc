#include "runtime/object_model/signature.h"

#include <algorithm>
#include <cstddef>

#include "runtime/object_model/errors.h"

namespace fora::object_model {
namespace {

bool IsPositional(ParameterKind kind) {
  return kind == ParameterKind::kPositionalOnly || kind == ParameterKind::kPositional;
}

std::string Plural(const char* noun, size_t n) { return std::string(noun) + (n == 1 ? "" : "s"); }

// 'a' | 'a' and 'b' | 'a', 'b', and 'c'
std::string Enumeration(const std::vector<std::string>& names) {
  auto quoted = [&](size_t i) { return "'" + names[i] + "'"; };
  if (names.size() == 1) return quoted(0);
  if (names.size() == 2) return quoted(0) + " and " + quoted(1);
  std::string text;
  for (size_t i = 0; i + 1 < names.size(); ++i) text += quoted(i) + ", ";
  return text + "and " + quoted(names.size() - 1);
}

class Binder {
 public:
  Binder(const Signature& signature, const FunctionObject& function, Arguments arguments)
      : signature_(signature), function_(function), arguments_(std::move(arguments)) {
    const auto& parameters = signature.parameters;
    values_.resize(parameters.size());
    for (size_t i = 0; i < parameters.size(); ++i) {
      positional_count_ += IsPositional(parameters[i].kind);
      if (parameters[i].kind == ParameterKind::kVarPositional) star_ = i;
      if (parameters[i].kind == ParameterKind::kVarKeyword) double_star_ = i;
    }
  }

  // In CPython's order, which decides what is reported when several things are wrong.
  Result<std::vector<Value>> Bind() {
    TakePositional();
    FORA_TRY_VOID(TakeKeywords());
    if (given_ > positional_count_ && star_ == kNowhere) return TooManyPositional();
    FORA_TRY_VOID(FillPositionalDefaults());
    FORA_TRY_VOID(FillKeywordDefaults());
    return std::move(values_);
  }

 private:
  static constexpr size_t kNowhere = ~size_t{0};

  void TakePositional() {
    auto& given = arguments_.positional;
    given_ = given.size();
    size_t direct = std::min(given_, positional_count_);
    for (size_t i = 0; i < direct; ++i) values_[i] = std::move(given[i]);
    if (star_ == kNowhere) return;
    std::vector<Value> rest(std::make_move_iterator(given.begin() + direct),
                            std::make_move_iterator(given.end()));
    values_[star_] = MakeTuple(std::move(rest));
  }

  size_t FindByKeyword(const std::string& name) const {
    for (size_t i = 0; i < signature_.parameters.size(); ++i) {
      const SignatureParameter& p = signature_.parameters[i];
      bool by_keyword = p.kind == ParameterKind::kPositional || p.kind == ParameterKind::kKeywordOnly;
      if (by_keyword && p.name == name) return i;
    }
    return kNowhere;
  }

  Result<Unit> TakeKeywords() {
    DictObject* rest = nullptr;
    if (double_star_ != kNowhere) {
      rest = new DictObject();
      values_[double_star_] = Value::Adopt(rest);
    }
    for (auto& [name, value] : arguments_.keywords) {
      size_t i = FindByKeyword(name);
      if (i == kNowhere) {
        if (rest == nullptr) return UnexpectedKeyword(name);
        rest->entries.emplace_back(MakeStr(name), std::move(value));
        continue;
      }
      if (!values_[i].is_unbound())
        return TypeError(Callee() + " got multiple values for argument '" + name + "'");
      values_[i] = std::move(value);
    }
    return Unit{};
  }

  std::unique_ptr<Stop> UnexpectedKeyword(const std::string& unexpected) const {
    std::string positional_only;
    for (const SignatureParameter& p : signature_.parameters) {
      if (p.kind != ParameterKind::kPositionalOnly) continue;
      for (const auto& [name, value] : arguments_.keywords) {
        if (name == p.name) positional_only += (positional_only.empty() ? "" : ", ") + name;
      }
    }
    if (!positional_only.empty())
      return TypeError(Callee() + " got some positional-only arguments passed as keyword arguments: '" +
                       positional_only + "'");
    return TypeError(Callee() + " got an unexpected keyword argument '" + unexpected + "'");
  }

  std::unique_ptr<Stop> TooManyPositional() const {
    size_t keyword_only_given = 0;
    for (size_t i = 0; i < values_.size(); ++i)
      keyword_only_given +=
          signature_.parameters[i].kind == ParameterKind::kKeywordOnly && !values_[i].is_unbound();
    size_t default_count = function_.defaults.size();
    std::string takes = std::to_string(positional_count_);
    if (default_count > 0)
      takes = "from " + std::to_string(positional_count_ - default_count) + " to " + takes;
    std::string text = Callee() + " takes " + takes + " positional argument";
    if (default_count > 0 || positional_count_ != 1) text += "s";
    text += " but " + std::to_string(given_);
    if (keyword_only_given > 0) {
      text += " " + Plural("positional argument", given_) + " (and " + std::to_string(keyword_only_given) +
              " " + Plural("keyword-only argument", keyword_only_given) + ")";
    }
    return TypeError(text + (given_ == 1 && keyword_only_given == 0 ? " was given" : " were given"));
  }

  std::unique_ptr<Stop> Missing(const std::vector<std::string>& names, const char* kind) const {
    return TypeError(Callee() + " missing " + std::to_string(names.size()) + " required " + kind + " " +
                     Plural("argument", names.size()) + ": " + Enumeration(names));
  }

  Result<Unit> FillPositionalDefaults() {
    size_t default_count = function_.defaults.size();
    size_t required = positional_count_ - default_count;
    std::vector<std::string> missing;
    for (size_t i = 0; i < positional_count_; ++i) {
      if (!values_[i].is_unbound()) continue;
      if (i < required) {
        missing.push_back(signature_.parameters[i].name);
      } else {
        values_[i] = function_.defaults[i - required];
      }
    }
    if (!missing.empty()) return Missing(missing, "positional");
    return Unit{};
  }

  Result<Unit> FillKeywordDefaults() {
    std::vector<std::string> missing;
    for (size_t i = 0; i < values_.size(); ++i) {
      const SignatureParameter& p = signature_.parameters[i];
      if (p.kind != ParameterKind::kKeywordOnly || !values_[i].is_unbound()) continue;
      for (const auto& [name, value] : function_.keyword_defaults) {
        if (name == p.name) values_[i] = value;
      }
      if (values_[i].is_unbound()) missing.push_back(p.name);
    }
    if (!missing.empty()) return Missing(missing, "keyword-only");
    return Unit{};
  }

  std::string Callee() const { return signature_.qualname + "()"; }

  const Signature& signature_;
  const FunctionObject& function_;
  Arguments arguments_;
  std::vector<Value> values_;
  size_t given_ = 0;
  size_t positional_count_ = 0;
  size_t star_ = kNowhere;
  size_t double_star_ = kNowhere;
};

}  // namespace

Result<std::vector<Value>> BindArguments(const Signature& signature, const FunctionObject& function,
                                         Arguments arguments) {
  return Binder(signature, function, std::move(arguments)).Bind();
}

}  // namespace fora::object_model
