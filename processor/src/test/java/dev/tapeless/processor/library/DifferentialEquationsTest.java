package dev.tapeless.processor.library;

import dev.tapeless.processor.testing.Programs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Time stepping, on lines and grids. */
class DifferentialEquationsTest {

  @TestFactory
  Stream<DynamicTest> ordinary() {
    return new Programs()
        .add(
            "classical Runge and Kutta for a pendulum",
            """
            static double[] pendulum(double theta, double omega, double damping, double dt, int n) {
              double[] y = {theta, omega};
              for (int i = 0; i < n; i++) {
                double[] k1 = derivative(y, damping);
                double[] k2 = derivative(axpy(dt / 2, k1, y), damping);
                double[] k3 = derivative(axpy(dt / 2, k2, y), damping);
                double[] k4 = derivative(axpy(dt, k3, y), damping);
                for (int j = 0; j < y.length; j++) {
                  y[j] += dt / 6 * (k1[j] + 2 * k2[j] + 2 * k3[j] + k4[j]);
                }
              }
              return y;
            }

            private static double[] derivative(double[] y, double damping) {
              return new double[] {y[1], -Math.sin(y[0]) - damping * y[1]};
            }

            private static double[] axpy(double a, double[] x, double[] y) {
              double[] r = new double[x.length];
              for (int i = 0; i < r.length; i++) r[i] = a * x[i] + y[i];
              return r;
            }
            """,
            f -> f.at(0.5, 0.1, 0.05, 0.1, 7).isRight())
        .add(
            "Runge, Kutta and Fehlberg with adaptive steps",
            """
            static double adaptive(double y0, double rate, double end) {
              double t = 0, y = y0, h = 0.2;
              int rejected = 0;
              while (t < end) {
                if (t + h > end) h = end - t;
                double k1 = h * g(t, y, rate);
                double k2 = h * g(t + h / 4, y + k1 / 4, rate);
                double k3 = h * g(t + 3 * h / 8, y + (3 * k1 + 9 * k2) / 32, rate);
                double k4 = h * g(t + 12 * h / 13,
                    y + (1932 * k1 - 7200 * k2 + 7296 * k3) / 2197, rate);
                double k5 = h * g(t + h,
                    y + 439.0 / 216 * k1 - 8 * k2 + 3680.0 / 513 * k3 - 845.0 / 4104 * k4, rate);
                double k6 = h * g(t + h / 2, y - 8.0 / 27 * k1 + 2 * k2 - 3544.0 / 2565 * k3
                    + 1859.0 / 4104 * k4 - 11.0 / 40 * k5, rate);
                double error = Math.abs(k1 / 360 - 128.0 / 4275 * k3 - 2197.0 / 75240 * k4
                    + k5 / 50 + 2.0 / 55 * k6);
                if (error > 1e-7 && rejected < 50) {
                  h *= 0.5;
                  rejected++;
                  continue;
                }
                y += 25.0 / 216 * k1 + 1408.0 / 2565 * k3 + 2197.0 / 4104 * k4 - k5 / 5;
                t += h;
              }
              return y;
            }

            static double g(double t, double y, double rate) {
              return rate * y * (1 - y) + 0.1 * Math.sin(t);
            }
            """,
            f -> f.at(0.2, 1.3, 1.0).isConsistent())
        .add(
            "leapfrog of two bodies",
            """
            static double energyDrift(double[] pos, double[] vel, double mass, double dt, int steps) {
              double[] x = pos.clone(), v = vel.clone();
              double before = energy(x, v, mass);
              for (int s = 0; s < steps; s++) {
                double r2 = x[0] * x[0] + x[1] * x[1];
                double r3 = r2 * Math.sqrt(r2);
                for (int d = 0; d < 2; d++) v[d] -= 0.5 * dt * mass * x[d] / r3;
                for (int d = 0; d < 2; d++) x[d] += dt * v[d];
                r2 = x[0] * x[0] + x[1] * x[1];
                r3 = r2 * Math.sqrt(r2);
                for (int d = 0; d < 2; d++) v[d] -= 0.5 * dt * mass * x[d] / r3;
              }
              return (energy(x, v, mass) - before) / before;
            }

            private static double energy(double[] x, double[] v, double mass) {
              return 0.5 * (v[0] * v[0] + v[1] * v[1]) - mass / Math.hypot(x[0], x[1]);
            }
            """,
            f -> f.at(new double[] {1, 0.2}, new double[] {-0.1, 0.9}, 1.1, 0.1, 5).isRight())
        .add(
            "many bodies with softening",
            """
            static double[][] accelerations(double[][] p, double[] m, double eps) {
              int n = p.length;
              double[][] acc = new double[n][3];
              for (int i = 0; i < n; i++) {
                for (int j = i + 1; j < n; j++) {
                  double dx = p[j][0] - p[i][0];
                  double dy = p[j][1] - p[i][1];
                  double dz = p[j][2] - p[i][2];
                  double inv = 1 / Math.sqrt(dx * dx + dy * dy + dz * dz + eps * eps);
                  double inv3 = inv * inv * inv;
                  acc[i][0] += dx * m[j] * inv3;
                  acc[i][1] += dy * m[j] * inv3;
                  acc[i][2] += dz * m[j] * inv3;
                  acc[j][0] -= dx * m[i] * inv3;
                  acc[j][1] -= dy * m[i] * inv3;
                  acc[j][2] -= dz * m[i] * inv3;
                }
              }
              return acc;
            }
            """,
            f ->
                f.at(
                        new double[][] {{0, 0, 0}, {1, 0.5, 0.2}, {-0.3, 0.8, 1}},
                        new double[] {1, 2, 0.5},
                        0.1)
                    .isRight())
        .add(
            "Lorenz' equations by Euler, sampled",
            """
            static double[] lorenz(double sigma, double rho, double beta, int steps, int every) {
              double x = 1, y = 1, z = 1;
              double[] samples = new double[steps / every];
              int count = 0;
              for (int i = 1; i <= steps; i++) {
                double dx = sigma * (y - x), dy = x * (rho - z) - y, dz = x * y - beta * z;
                x += 0.01 * dx;
                y += 0.01 * dy;
                z += 0.01 * dz;
                if (i % every == 0) samples[count++] = x;
              }
              return samples;
            }
            """,
            f -> f.at(10.0, 28.0, 8.0 / 3, 12, 4).isRight())
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> partial() {
    return new Programs()
        .add(
            "heat equation, explicit, two buffers",
            """
            static double[] heat(double[] initial, double alpha, int steps) {
              double[] u = initial.clone();
              double[] next = new double[u.length];
              for (int t = 0; t < steps; t++) {
                for (int i = 1; i < u.length - 1; i++) {
                  next[i] = u[i] + alpha * (u[i - 1] - 2 * u[i] + u[i + 1]);
                }
                next[0] = u[0];
                next[u.length - 1] = u[u.length - 1];
                double[] swap = u;
                u = next;
                next = swap;
              }
              return u;
            }
            """,
            f -> f.at(new double[] {0, 1, 3, 2, 0.5}, 0.2, 6).isRight())
        .add(
            "Crank and Nicolson",
            """
            static double[] crankNicolson(double[] u0, double lambda, int steps) {
              int n = u0.length;
              double[] u = u0.clone(), rhs = new double[n], c = new double[n];
              for (int t = 0; t < steps; t++) {
                for (int i = 1; i < n - 1; i++) {
                  rhs[i] = lambda / 2 * (u[i - 1] + u[i + 1]) + (1 - lambda) * u[i];
                }
                c[0] = 0;
                rhs[0] = u[0];
                rhs[n - 1] = u[n - 1];
                for (int i = 1; i < n - 1; i++) {
                  double m = 1 + lambda + lambda / 2 * c[i - 1];
                  c[i] = -lambda / 2 / m;
                  rhs[i] = (rhs[i] + lambda / 2 * rhs[i - 1]) / m;
                }
                u[n - 1] = rhs[n - 1];
                for (int i = n - 2; i >= 0; i--) {
                  u[i] = rhs[i] - c[i] * u[i + 1];
                }
              }
              return u;
            }
            """,
            f -> f.at(new double[] {0, 1, 3, 2, 0.5}, 0.4, 4).isRight())
        .add(
            "Jacobi relaxation of Laplace's equation",
            """
            static double relax(double[][] boundary, double omega, int sweeps) {
              int rows = boundary.length, cols = boundary[0].length;
              double[][] u = new double[rows][cols];
              for (int i = 0; i < rows; i++) {
                for (int j = 0; j < cols; j++) u[i][j] = boundary[i][j];
              }
              double residual = 0;
              for (int s = 0; s < sweeps; s++) {
                residual = 0;
                for (int i = 1; i < rows - 1; i++) {
                  for (int j = 1; j < cols - 1; j++) {
                    double r = (u[i - 1][j] + u[i + 1][j] + u[i][j - 1] + u[i][j + 1]) / 4 - u[i][j];
                    u[i][j] += omega * r;
                    residual += r * r;
                  }
                }
              }
              return residual;
            }
            """,
            f ->
                f.at(
                        new double[][] {{1, 2, 3, 4}, {0, 1, 0, 1}, {2, 0, 0, 2}, {1, 1, 3, 0}},
                        1.2,
                        3)
                    .isRight())
        .add(
            "advection with a minmod limiter",
            """
            static double[] advect(double[] q, double courant, int steps) {
              int n = q.length;
              double[] u = q.clone();
              for (int t = 0; t < steps; t++) {
                double[] flux = new double[n];
                for (int i = 0; i < n; i++) {
                  int left = (i + n - 1) % n, right = (i + 1) % n;
                  double slope = minmod(u[i] - u[left], u[right] - u[i]);
                  flux[i] = courant * (u[i] + 0.5 * (1 - courant) * slope);
                }
                for (int i = 0; i < n; i++) u[i] -= flux[i] - flux[(i + n - 1) % n];
              }
              return u;
            }

            private static double minmod(double a, double b) {
              if (a * b <= 0) return 0;
              return Math.abs(a) < Math.abs(b) ? a : b;
            }
            """,
            f -> f.at(new double[] {0.1, 1, 3.2, 2, 0.5}, 0.4, 3).isRight())
        .tests();
  }
}
