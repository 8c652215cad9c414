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
            "Kepler's equation by Newton",
            """
            static double eccentricAnomaly(double meanAnomaly, double e) {
              double ea = e < 0.8 ? meanAnomaly : Math.PI;
              for (int i = 0; i < 50; i++) {
                double f = ea - e * Math.sin(ea) - meanAnomaly;
                double step = f / (1 - e * Math.cos(ea));
                ea -= step;
                if (Math.abs(step) < 1e-9) {
                  return ea;
                }
              }
              throw new ArithmeticException("no convergence for M = " + meanAnomaly + ", e = " + e);
            }
            """,
            f -> {
              f.at(0.7, 0.3).isRight();
              f.at(2.0, 0.9).isRight();
            })
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
            "secant with early exit",
            """
            static double cubicRoot(double a, double b, double c) {
              double x0 = 0, x1 = 1;
              double f0 = c, f1 = a + b + c;
              int n = 0;
              while (true) {
                if (f1 == f0 || n++ > 60) {
                  return x1;
                }
                double x2 = x1 - f1 * (x1 - x0) / (f1 - f0);
                x0 = x1;
                f0 = f1;
                x1 = x2;
                f1 = (a * x1 * x1 + b) * x1 + c;
                if (Math.abs(x1 - x0) < 1e-9) break;
              }
              return x1;
            }
            """,
            f -> f.at(0.5, 2.0, -1.0).isRight())
        .add(
            "Brent",
            """
            static double brent(double p, double lo, double hi) {
              double a = lo, b = hi, c = a;
              double fa = g(a, p), fb = g(b, p), fc = fa;
              if (fa * fb > 0) throw new IllegalArgumentException("no change of sign");
              double d = b - a, e = d;
              for (int iter = 0; iter < 100; iter++) {
                if (Math.abs(fc) < Math.abs(fb)) {
                  a = b;
                  b = c;
                  c = a;
                  fa = fb;
                  fb = fc;
                  fc = fa;
                }
                double tol = 2 * 2.220446049250313e-16 * Math.abs(b) + 0.5e-12;
                double m = 0.5 * (c - b);
                if (Math.abs(m) <= tol || fb == 0) return b;
                if (Math.abs(e) < tol || Math.abs(fa) <= Math.abs(fb)) {
                  d = m;
                  e = d;
                } else {
                  double s = fb / fa;
                  double pp, q;
                  if (a == c) {
                    pp = 2 * m * s;
                    q = 1 - s;
                  } else {
                    q = fa / fc;
                    double r = fb / fc;
                    pp = s * (2 * m * q * (q - r) - (b - a) * (r - 1));
                    q = (q - 1) * (r - 1) * (s - 1);
                  }
                  if (pp > 0) q = -q; else pp = -pp;
                  s = e;
                  e = d;
                  if (pp >= 1.5 * m * q - Math.abs(tol * q) || pp >= Math.abs(0.5 * s * q)) {
                    d = m;
                    e = d;
                  } else {
                    d = pp / q;
                  }
                }
                a = b;
                fa = fb;
                if (Math.abs(d) > tol) b += d;
                else b += m > 0 ? tol : -tol;
                fb = g(b, p);
                if (fb > 0 && fc > 0 || fb <= 0 && fc <= 0) {
                  c = a;
                  fc = fa;
                  d = b - a;
                  e = d;
                }
              }
              return b;
            }

            private static double g(double x, double p) {
              return Math.exp(x) - p - x * x;
            }
            """,
            f -> f.at(2.0, 0.0, 3.0).isConsistent())
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
            "Simpson on samples",
            """
            static double simpson(double[] y, double h) {
              int n = y.length - 1;
              if (n % 2 != 0) throw new IllegalArgumentException("odd number of intervals");
              double sum = y[0] + y[n];
              for (int i = 1; i < n; i++) {
                sum += (i % 2 == 0 ? 2 : 4) * y[i];
              }
              return sum * h / 3;
            }
            """,
            f -> f.at(new double[] {1, 2, 0.5, 3, 1.5}, 0.3).isRight())
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
        .add(
            "trapezoid over uneven points, ignoring gaps",
            """
            static double trapezoid(double[] x, double[] y) {
              if (x.length != y.length) {
                throw new IllegalArgumentException(
                    String.format("lengths differ: %d and %d", x.length, y.length));
              }
              double area = 0;
              int last = -1;
              for (int i = 0; i < x.length; i++) {
                if (Double.isNaN(y[i])) continue;
                if (last >= 0) area += (x[i] - x[last]) * (y[i] + y[last]) / 2;
                last = i;
              }
              return area;
            }
            """,
            f -> f.at(new double[] {0, 0.5, 1.5, 2}, new double[] {1, 3, 2, 0.5}).isRight())
        .tests();
  }
}
