// TierJob: one run of a program.
#pragma once

#include <memory>

#include "compiler/tier/engine.h"
#include "runtime/tasks/job.h"

namespace fora::tier {

// Functions that inference made up have no place in the program.
inline bool IsMadeUp(const ir::Function& generic) {
  const auto& functions = generic.module->functions;
  const uint32_t id = generic.id.value();
  return id >= functions.size() || functions[id].get() != &generic;
}

class TierJob : public abi::Job, public abi::CodeOwner {
 public:
  TierJob(tasks::Scheduler* scheduler, CompileQueue* queue, const Options& options,
          std::shared_ptr<LoadedProgram> program)
      : abi::Job(scheduler, this, program->module->python_minor >= 12),
        queue(queue),
        options(options),
        program(std::move(program)) {}

  abi::Status FoldGenerically(abi::Context* context, const abi::FoldSite* site, const uint64_t* environment,
                              const uint64_t* start, uint64_t* result) override;
  std::unique_ptr<Stop> OutOfMemory() override;
  void RetainArguments(const abi::ForkSite* site, const uint64_t* arguments) override;
  bool UnboxResult(const abi::ForkSite* site, Value& value, uint64_t* slots) override;
  bool SameResult(const abi::ForkSite* site, const uint64_t* a, const uint64_t* b) override;

  CompileQueue* const queue;
  const Options& options;
  const std::shared_ptr<LoadedProgram> program;
};

}  // namespace fora::tier
