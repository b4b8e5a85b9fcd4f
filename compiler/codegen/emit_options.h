#pragma once

namespace fora::codegen {

struct EmitOptions {
  bool random_exits = false;  // chaos
  bool has_fma = false;       // the machine fuses a multiplication with an addition, rounding once
};

}  // namespace fora::codegen
