package dev.tapeless.processor.library;

import dev.tapeless.processor.testing.Programs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Root finders and quadrature. */
class RootsAndIntegralsTest {

  @TestFactory
  Stream<DynamicTest> roots() {
    return new Programs()
        .add(
            "Kepler's equation in a while loop",
            """
            static double trueAnomaly(double m, double e) {
              double ea = m, delta = 1;
              int iterations = 0;
              while (Math.abs(delta) > 1e-10 && iterations++ < 100) {
                delta = (ea - e * Math.sin(ea) - m) / (1 - e * Math.cos(ea));
                ea -= delta;
              }
              return 2 * Math.atan2(Math.sqrt(1 + e) * Math.sin(ea / 2),
                  Math.sqrt(1 - e) * Math.cos(ea / 2));
            }
            """,
            f -> f.at(0.7, 0.3).isRight())
        .add(
            "Newton for the implied rate",
            """
            static double impliedRate(double price, double[] cashFlows, double[] times) {
              double r = 0.05;
              for (int k = 0; k < 20; k++) {
                double value = -price;
                double slope = 0;
                for (int i = 0; i < cashFlows.length; i++) {
                  double df = Math.exp(-r * times[i]);
                  value += cashFlows[i] * df;
                  slope -= cashFlows[i] * times[i] * df;
                }
                r = r - value / slope;
              }
              return r;
            }
            """,
            f -> f.at(95.0, new double[] {5, 5, 105}, new double[] {1, 2, 3}).isRight())
        .add(
            "square root by Heron",
            """
            static double heron(double s) {
              double x = s / 2, last;
              do {
                last = x;
                x = (x + s / x) / 2;
              } while (x != last && Math.abs(x - last) > 1e-14 * x);
              return x;
            }
            """,
            f -> f.at(7.0).isRight())
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> integrals() {
    return new Programs()
        .add(
            "adaptive Simpson by recursion",
            """
            static double integrate(double a, double b, double k) {
              double m = (a + b) / 2;
              double fa = f(a, k), fm = f(m, k), fb = f(b, k);
              return adaptive(a, fa, b, fb, m, fm, (b - a) / 6 * (fa + 4 * fm + fb), k, 1e-6, 12);
            }

            private static double adaptive(double a, double fa, double b, double fb, double m,
                double fm, double whole, double k, double eps, int depth) {
              double lm = (a + m) / 2, rm = (m + b) / 2;
              double flm = f(lm, k), frm = f(rm, k);
              double left = (m - a) / 6 * (fa + 4 * flm + fm);
              double right = (b - m) / 6 * (fm + 4 * frm + fb);
              double delta = left + right - whole;
              if (depth <= 0 || Math.abs(delta) <= 15 * eps) {
                return left + right + delta / 15;
              }
              return adaptive(a, fa, m, fm, lm, flm, left, k, eps / 2, depth - 1)
                  + adaptive(m, fm, b, fb, rm, frm, right, k, eps / 2, depth - 1);
            }

            private static double f(double x, double k) {
              return Math.sin(k * x) / (1 + x * x);
            }
            """,
            f -> f.at(0.0, 2.0, 3.0).isRight())
        .add(
            "Romberg",
            """
            static double romberg(double a, double b, double omega, int levels) {
              double[] previous = new double[levels];
              double[] current = new double[levels];
              double h = b - a;
              previous[0] = (g(a, omega) + g(b, omega)) * h * 0.5;
              for (int i = 1; i < levels; i++) {
                h /= 2;
                double c = 0;
                int ep = 1 << (i - 1);
                for (int j = 1; j <= ep; j++) {
                  c += g(a + (2 * j - 1) * h, omega);
                }
                current[0] = h * c + 0.5 * previous[0];
                for (int j = 1; j <= i; j++) {
                  double nk = Math.pow(4, j);
                  current[j] = (nk * current[j - 1] - previous[j - 1]) / (nk - 1);
                }
                double[] t = previous;
                previous = current;
                current = t;
              }
              return previous[levels - 1];
            }

            static double g(double x, double omega) {
              return Math.cos(omega * x) * Math.exp(-x);
            }
            """,
            f -> f.at(0.0, 1.5, 2.0, 5).isRight())
        .add(
            "Gauss and Legendre with nodes from Newton",
            """
            static double gaussLegendre(double a, double b, double c, int n) {
              double sum = 0;
              for (int i = 0; i < n; i++) {
                double x = Math.cos(Math.PI * (i + 0.75) / (n + 0.5));
                double pp = 0;
                for (int it = 0; it < 8; it++) {
                  double p1 = 1, p2 = 0;
                  for (int j = 0; j < n; j++) {
                    double p3 = p2;
                    p2 = p1;
                    p1 = ((2 * j + 1) * x * p2 - j * p3) / (j + 1);
                  }
                  pp = n * (x * p1 - p2) / (x * x - 1);
                  x -= p1 / pp;
                }
                double w = 2 / ((1 - x * x) * pp * pp);
                double t = 0.5 * (a + b) + 0.5 * (b - a) * x;
                sum += w * Math.exp(-c * t * t);
              }
              return 0.5 * (b - a) * sum;
            }
            """,
            f -> f.at(0.0, 1.5, 0.7, 6).isRight())
        .tests();
  }
}
