package dev.tapeless.processor.library;

import dev.tapeless.processor.testing.Programs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Gamma, beta, error and Bessel functions: series, continued fractions, recurrences. */
class SpecialFunctionsTest {

  @TestFactory
  Stream<DynamicTest> gammaAndBeta() {
    return new Programs()
        .add(
            "log gamma by Lanczos' approximation",
            """
            static double logGamma(double x) {
              if (x < 0.5) {
                return Math.log(Math.PI / Math.abs(Math.sin(Math.PI * x))) - lanczos(1 - x);
              }
              return lanczos(x);
            }

            static double lanczos(double x) {
              double[] c = {
                0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313,
                -176.61502916214059, 12.507343278686905, -0.13857109526572012,
                9.9843695780195716e-6, 1.5056327351493116e-7
              };
              double sum = c[0];
              double z = x - 1;
              for (int i = 1; i < c.length; i++) {
                sum += c[i] / (z + i);
              }
              double t = z + c.length - 1.5;
              return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(sum);
            }
            """,
            f -> {
              f.at(4.3).isRight();
              f.at(0.2).isRight();
            })
        .add(
            "digamma by recurrence and asymptotic series",
            """
            static double digamma(double x) {
              double result = 0;
              while (x < 6) {
                result -= 1 / x;
                x += 1;
              }
              double f = 1 / (x * x);
              return result + Math.log(x) - 0.5 / x
                  - f * (1.0 / 12 - f * (1.0 / 120 - f * (1.0 / 252 - f / 240)));
            }
            """,
            f -> {
              f.at(0.7).isRight();
              f.at(8.5).isRight();
            })
        .add(
            "binomial coefficient of real arguments as a product",
            """
            static double binomial(double n, int k) {
              double result = 1;
              for (int i = 1; i <= k; i++) {
                result = result * (n - k + i) / i;
              }
              return result;
            }
            """,
            f -> f.at(7.3, 4).isRight())
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> errorAndBesselFunctions() {
    return new Programs()
        .add(
            "error function: series near zero, fraction far away",
            """
            static double erf(double x) {
              if (x < 0) {
                return -erfPositive(-x);
              }
              return erfPositive(x);
            }

            private static double erfPositive(double x) {
              if (x > 2.5) {
                double f = 0;
                for (int n = 60; n > 0; n--) {
                  f = n / 2.0 / (x + f);
                }
                return 1 - Math.exp(-x * x) / (Math.sqrt(Math.PI) * (x + f));
              }
              double term = x;
              double sum = x;
              for (int n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
                term *= -x * x / n;
                sum += term / (2 * n + 1);
              }
              return 2 / Math.sqrt(Math.PI) * sum;
            }
            """,
            f -> {
              f.at(0.8).isRight();
              f.at(-1.3).isRight();
              f.at(3.1).isRight();
              f.at(0.0).isConsistent();
            })
        .add(
            "normal distribution by Abramowitz and Stegun 26.2.17",
            """
            private static final double P = 0.2316419;
            private static final double B1 = 0.319381530, B2 = -0.356563782, B3 = 1.781477937;
            private static final double B4 = -1.821255978, B5 = 1.330274429;

            static double cdf(double x, double mean, double sd) {
              double z = Math.abs((x - mean) / sd);
              double t = 1 / (1 + P * z);
              double poly = t * (B1 + t * (B2 + t * (B3 + t * (B4 + t * B5))));
              double tail = Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI) * poly;
              return x > mean ? 1 - tail : tail;
            }
            """,
            f -> {
              f.at(1.2, 0.3, 2.0).isRight();
              f.at(-1.2, 0.3, 2.0).isRight();
            })
        .add(
            "inverse normal by Acklam with one step of refinement",
            """
            static double quantile(double p) {
              double[] a = {-3.969683028665376e+01, 2.209460984245205e+02, -2.759285104469687e+02,
                  1.383577518672690e+02, -3.066479806614716e+01, 2.506628277459239e+00};
              double[] b = {-5.447609879822406e+01, 1.615858368580409e+02, -1.556989798598866e+02,
                  6.680131188771972e+01, -1.328068155288572e+01};
              double[] c = {-7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838e+00,
                  -2.549732539343734e+00, 4.374664141464968e+00, 2.938163982698783e+00};
              double[] d = {7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00,
                  3.754408661907416e+00};
              double low = 0.02425;
              if (p < low) {
                double q = Math.sqrt(-2 * Math.log(p));
                return (((((c[0] * q + c[1]) * q + c[2]) * q + c[3]) * q + c[4]) * q + c[5])
                    / ((((d[0] * q + d[1]) * q + d[2]) * q + d[3]) * q + 1);
              } else if (p <= 1 - low) {
                double q = p - 0.5;
                double r = q * q;
                return (((((a[0] * r + a[1]) * r + a[2]) * r + a[3]) * r + a[4]) * r + a[5]) * q
                    / (((((b[0] * r + b[1]) * r + b[2]) * r + b[3]) * r + b[4]) * r + 1);
              } else {
                return -quantileUpper(1 - p, c, d);
              }
            }

            static double quantileUpper(double p, double[] c, double[] d) {
              double q = Math.sqrt(-2 * Math.log(p));
              double num = c[0];
              for (int i = 1; i < c.length; i++) num = num * q + c[i];
              double den = d[0];
              for (int i = 1; i < d.length; i++) den = den * q + d[i];
              return num / (den * q + 1);
            }
            """,
            f -> {
              f.at(0.01).isRight();
              f.at(0.4).isRight();
              f.at(0.99).isRight();
            })
        .add(
            "Bessel functions by Miller's downward recurrence",
            """
            static double miller(int order, double x) {
              int start = 2 * ((order + (int) Math.sqrt(40.0 * order)) / 2) + 20;
              double bjp = 0, bj = 1, sum = 0, ans = 0;
              boolean even = false;
              for (int j = start; j > 0; j--) {
                double bjm = j * 2.0 / x * bj - bjp;
                bjp = bj;
                bj = bjm;
                if (Math.abs(bj) > 1e10) {
                  bj *= 1e-10;
                  bjp *= 1e-10;
                  ans *= 1e-10;
                  sum *= 1e-10;
                }
                if (even) {
                  sum += bj;
                }
                even = !even;
                if (j == order) {
                  ans = bjp;
                }
              }
              return ans / (2 * sum - bj);
            }
            """,
            f -> f.at(2, 1.4).isRight())
        .add(
            "Legendre polynomials and the complete elliptic integral",
            """
            static double legendreTimesK(int n, double x) {
              double p0 = 1, p1 = x;
              if (n == 0) return p0;
              for (int k = 2; k <= n; k++) {
                double p2 = ((2 * k - 1) * x * p1 - (k - 1) * p0) / k;
                p0 = p1;
                p1 = p2;
              }
              double a = 1, g = Math.sqrt(1 - x * x);
              do {
                double next = (a + g) / 2;
                g = Math.sqrt(a * g);
                a = next;
              } while (Math.abs(a - g) > 1e-14 * a);
              return p1 * Math.PI / (2 * a);
            }
            """,
            f -> {
              f.at(5, 0.6).isRight();
              f.at(0, 0.6).isConsistent();
            })
        .tests();
  }
}
