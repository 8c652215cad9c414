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
            "regularised incomplete gamma by series or continued fraction",
            """
            private static final double EPS = 1e-15;
            private static final double TINY = 1e-300;

            static double regularizedGammaP(double a, double x) {
              if (Double.isNaN(a) || Double.isNaN(x) || a <= 0 || x < 0) {
                return Double.NaN;
              }
              if (x == 0) {
                return 0;
              }
              return x < a + 1 ? series(a, x) : 1 - fraction(a, x);
            }

            private static double series(double a, double x) {
              double term = 1 / a;
              double sum = term;
              int n = 0;
              while (Math.abs(term) > Math.abs(sum) * EPS && n < 500) {
                n++;
                term *= x / (a + n);
                sum += term;
              }
              return sum * Math.exp(-x + a * Math.log(x) - logGamma(a));
            }

            private static double fraction(double a, double x) {
              double b = x + 1 - a;
              double c = 1 / TINY;
              double d = 1 / b;
              double h = d;
              for (int i = 1; i <= 500; i++) {
                double an = -i * (i - a);
                b += 2;
                d = an * d + b;
                if (Math.abs(d) < TINY) d = TINY;
                c = b + an / c;
                if (Math.abs(c) < TINY) c = TINY;
                d = 1 / d;
                double del = d * c;
                h *= del;
                if (Math.abs(del - 1) < EPS) break;
              }
              return Math.exp(-x + a * Math.log(x) - logGamma(a)) * h;
            }

            private static double logGamma(double x) {
              double shift = 0;
              while (x < 12) {
                shift += Math.log(x);
                x++;
              }
              double r = 1 / (x * x);
              return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI)
                  + (1.0 / 12 - r * (1.0 / 360 - r * (1.0 / 1260 - r / 1680))) / x - shift;
            }
            """,
            f -> {
              f.at(2.5, 1.2).isRight();
              f.at(2.5, 6.4).isRight();
              f.at(2.5, 0.0).isConsistent();
              f.at(-1.0, 2.0).isConsistent();
            })
        .add(
            "incomplete beta by Lentz' continued fraction",
            """
            static double incompleteBeta(double x, double a, double b) {
              if (x < 0 || x > 1) {
                throw new IllegalArgumentException("x must be in [0, 1], was " + x);
              }
              if (x > (a + 1) / (a + b + 2)) {
                return 1 - incompleteBeta(1 - x, b, a);
              }
              double front = Math.exp(a * Math.log(x) + b * Math.log(1 - x)) / a;
              double f = 1, c = 1, d = 0;
              for (int i = 0; i <= 200; i++) {
                int m = i / 2;
                double numerator;
                if (i == 0) {
                  numerator = 1;
                } else if (i % 2 == 0) {
                  numerator = (m * (b - m) * x) / ((a + 2.0 * m - 1) * (a + 2.0 * m));
                } else {
                  numerator = -((a + m) * (a + b + m) * x) / ((a + 2.0 * m) * (a + 2.0 * m + 1));
                }
                d = 1 + numerator * d;
                if (Math.abs(d) < 1e-30) {
                  d = 1e-30;
                }
                d = 1 / d;
                c = 1 + numerator / c;
                if (Math.abs(c) < 1e-30) {
                  c = 1e-30;
                }
                double cd = c * d;
                f *= cd;
                if (Math.abs(1 - cd) < 1e-14) {
                  return front * (f - 1);
                }
              }
              throw new IllegalStateException("did not converge");
            }
            """,
            f -> {
              f.at(0.3, 2.5, 1.5).isRight();
              f.at(0.9, 2.5, 1.5).isRight();
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
            "Bessel function of the first kind by its power series",
            """
            static double besselJ(int n, double x) {
              double term = 1;
              for (int k = 1; k <= n; k++) {
                term *= x / (2 * k);
              }
              double sum = term;
              for (int k = 1; ; k++) {
                term *= -(x * x / 4) / (k * (n + k));
                sum += term;
                if (Math.abs(term) < 1e-18 * Math.abs(sum) || k > 200) {
                  break;
                }
              }
              return sum;
            }
            """,
            f -> {
              f.at(0, 1.7).isRight();
              f.at(3, 2.9).isRight();
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
        .add(
            "Riemann zeta by Euler and Maclaurin",
            """
            private static final double[] BERNOULLI = {1.0 / 6, -1.0 / 30, 1.0 / 42, -1.0 / 30};

            static double zeta(double s) {
              int n = 10;
              double sum = 0;
              for (int k = 1; k < n; k++) {
                sum += Math.pow(k, -s);
              }
              sum += Math.pow(n, 1 - s) / (s - 1) + 0.5 * Math.pow(n, -s);
              double rising = s;
              double factorial = 2;
              for (int j = 0; j < BERNOULLI.length; j++) {
                sum += BERNOULLI[j] / factorial * rising * Math.pow(n, -s - 2 * j - 1);
                rising *= (s + 2 * j + 1) * (s + 2 * j + 2);
                factorial *= (2 * j + 3) * (2 * j + 4);
              }
              return sum;
            }
            """,
            f -> f.at(2.5).isRight())
        .tests();
  }
}
