# Three bodies as tuples of floats.
def step(bodies, dt):
    out = []
    for i in range(3):
        x, v = bodies[i]
        force = 0.0
        for j in range(3):
            if i != j:
                d = bodies[j][0] - x
                force += d / (d * d + 0.1) ** 1.5
        v = v + force * dt
        out.append((x + v * dt, v))
    return (out[0], out[1], out[2])

def main():
    bodies = ((0.0, 0.1), (1.0, -0.2), (2.5, 0.0))
    for _ in range(8000):
        bodies = step(bodies, 0.001)
    return bodies
