#pragma once

namespace fora {

// Manager, workers and client library of one version work together.
inline constexpr char kVersion[] = "0.1.0";

}  // namespace fora
