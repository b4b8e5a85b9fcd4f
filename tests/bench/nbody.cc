#include "twin.h"

struct Body {
  double x, y, z, vx, vy, vz, mass;
};

struct Pull {
  double x, y, z;
};

static Pull Of(const Body& b, const Body& o) {
  const double dx = o.x - b.x, dy = o.y - b.y, dz = o.z - b.z;
  const double d2 = dx * dx + dy * dy + dz * dz;
  const double f = o.mass / (d2 * d2);
  return {dx * f, dy * f, dz * f};
}

static Body Move(const Body& b, const Body& o1, const Body& o2, const Body& o3, const Body& o4, double dt) {
  const Pull p1 = Of(b, o1), p2 = Of(b, o2), p3 = Of(b, o3), p4 = Of(b, o4);
  const double vx = b.vx + dt * (p1.x + p2.x + p3.x + p4.x);
  const double vy = b.vy + dt * (p1.y + p2.y + p3.y + p4.y);
  const double vz = b.vz + dt * (p1.z + p2.z + p3.z + p4.z);
  return {b.x + dt * vx, b.y + dt * vy, b.z + dt * vz, vx, vy, vz, b.mass};
}

double Run(int64_t n) {
  Body a{0, 0, 0, 0, 0, 0, 40}, b{5, 0.1, 0, 0, 2.8, 0.05, 0.04}, c{-9, 0.5, 0.3, 0.1, -2.1, 0.02, 0.02};
  Body d{0.5, 14, -0.4, -1.7, 0, 0.01, 0.01}, e{-0.3, -22, 0.2, 1.35, 0.05, 0, 0.005};
  for (int64_t k = 0; k < n; ++k) {
    const Body a2 = Move(a, b, c, d, e, 0.001), b2 = Move(b, a, c, d, e, 0.001),
               c2 = Move(c, a, b, d, e, 0.001);
    const Body d2 = Move(d, a, b, c, e, 0.001), e2 = Move(e, a, b, c, d, 0.001);
    a = a2, b = b2, c = c2, d = d2, e = e2;
  }
  return a.x + b.x + c.x + d.x + e.x;
}
