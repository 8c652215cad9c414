package dev.tapeless.processor.library;

import dev.tapeless.processor.testing.Programs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Options, rates and cash flows. */
class FinanceTest {

  @TestFactory
  Stream<DynamicTest> options() {
    return new Programs()
        .add(
            "Black and Scholes with an enum of kinds",
            """
            enum Kind { CALL, PUT }

            static double price(int ordinal, double s, double k, double r, double q, double vol,
                double t) {
              Kind kind = Kind.values()[ordinal];
              if (t <= 0) {
                return kind == Kind.CALL ? Math.max(s - k, 0) : Math.max(k - s, 0);
              }
              double d1 = (Math.log(s / k) + (r - q + vol * vol / 2) * t) / (vol * Math.sqrt(t));
              double d2 = d1 - vol * Math.sqrt(t);
              double forward = s * Math.exp(-q * t), strike = k * Math.exp(-r * t);
              switch (kind) {
                case CALL:
                  return forward * phi(d1) - strike * phi(d2);
                case PUT:
                  return strike * phi(-d2) - forward * phi(-d1);
                default:
                  throw new IllegalArgumentException("unknown kind " + kind);
              }
            }

            private static double phi(double x) {
              double t = 1 / (1 + 0.2316419 * Math.abs(x));
              double p = t * (0.319381530 + t * (-0.356563782
                  + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
              double tail = Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI) * p;
              return x >= 0 ? 1 - tail : tail;
            }
            """,
            f -> {
              f.at(0, 100.0, 95.0, 0.03, 0.01, 0.2, 1.5).isRight();
              f.at(1, 100.0, 95.0, 0.03, 0.01, 0.2, 1.5).isRight();
              f.at(1, 90.0, 95.0, 0.03, 0.01, 0.2, 0.0).isConsistent();
            })
        .add(
            "Black and Scholes of a call",
            """
            static double call(double s, double k, double r, double vol, double t) {
              double sd = vol * Math.sqrt(t);
              double d1 = (Math.log(s / k) + r * t) / sd + sd / 2;
              return s * phi(d1) - k * Math.exp(-r * t) * phi(d1 - sd);
            }

            private static double phi(double x) {
              double t = 1 / (1 + 0.2316419 * Math.abs(x));
              double p = t * (0.319381530 + t * (-0.356563782
                  + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
              double tail = Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI) * p;
              return x >= 0 ? 1 - tail : tail;
            }
            """,
            f -> f.at(100.0, 95.0, 0.03, 0.2, 1.5).isRight())
        .add(
            "American put by a binomial tree",
            """
            static double americanPut(double s, double k, double r, double vol, double t, int n) {
              double dt = t / n;
              double u = Math.exp(vol * Math.sqrt(dt));
              double d = 1 / u;
              double p = (Math.exp(r * dt) - d) / (u - d);
              double df = Math.exp(-r * dt);
              double[] value = new double[n + 1];
              for (int i = 0; i <= n; i++) {
                value[i] = Math.max(0, k - s * Math.pow(u, 2 * i - n));
              }
              for (int step = n - 1; step >= 0; step--) {
                for (int i = 0; i <= step; i++) {
                  double hold = df * (p * value[i + 1] + (1 - p) * value[i]);
                  double exercise = k - s * Math.pow(u, 2 * i - step);
                  value[i] = hold > exercise ? hold : exercise;
                }
              }
              return value[0];
            }
            """,
            f -> f.at(100.0, 104.0, 0.03, 0.2, 1.5, 7).isRight())
        .add(
            "barrier option on one path",
            """
            static double downAndOut(double s0, double k, double barrier, double r, double vol,
                double dt, double[] z) {
              double s = s0;
              for (double e : z) {
                s *= Math.exp((r - vol * vol / 2) * dt + vol * Math.sqrt(dt) * e);
                if (s <= barrier) {
                  return 0;
                }
              }
              return Math.exp(-r * dt * z.length) * Math.max(s - k, 0);
            }
            """,
            f -> {
              double[] z = {0.3, -0.4, 1.1};
              f.at(100.0, 95.0, 60.0, 0.03, 0.2, 0.5, z).isRight();
              f.at(100.0, 95.0, 99.0, 0.03, 0.2, 0.5, new double[] {0.3, -3, 1}).isConsistent();
            })
        .add(
            "Asian option by Monte Carlo with a seed",
            """
            static double asian(double s0, double k, double r, double vol, int paths, int steps,
                long seed) {
              java.util.Random random = new java.util.Random(seed);
              double sum = 0;
              double dt = 1.0 / steps;
              for (int i = 0; i < paths; i++) {
                double s = s0, average = 0;
                for (int j = 0; j < steps; j++) {
                  s *= Math.exp((r - 0.5 * vol * vol) * dt
                      + vol * Math.sqrt(dt) * random.nextGaussian());
                  average += s / steps;
                }
                sum += Math.max(average - k, 0);
              }
              return Math.exp(-r) * sum / paths;
            }
            """,
            f -> f.at(100.0, 95.0, 0.03, 0.2, 20, 5, 42L).isRight())
        .add(
            "SABR volatility of Hagan",
            """
            static double sabr(double f, double k, double t, double alpha, double beta, double rho,
                double nu) {
              if (Math.abs(f - k) < 1e-8) {
                double fb = Math.pow(f, 1 - beta);
                double c = (1 - beta) * (1 - beta) / 24 * alpha * alpha / (fb * fb)
                    + rho * beta * nu * alpha / (4 * fb) + (2 - 3 * rho * rho) / 24 * nu * nu;
                return alpha / fb * (1 + c * t);
              }
              double fk = Math.pow(f * k, (1 - beta) / 2), lfk = Math.log(f / k);
              double z = nu / alpha * fk * lfk;
              double xz = Math.log((Math.sqrt(1 - 2 * rho * z + z * z) + z - rho) / (1 - rho));
              double b2 = (1 - beta) * (1 - beta);
              double denominator =
                  fk * (1 + b2 / 24 * lfk * lfk + b2 * b2 / 1920 * Math.pow(lfk, 4));
              double c = b2 / 24 * alpha * alpha / (fk * fk) + rho * beta * nu * alpha / (4 * fk)
                  + (2 - 3 * rho * rho) / 24 * nu * nu;
              return alpha / denominator * (z / xz) * (1 + c * t);
            }
            """,
            f -> f.at(0.03, 0.025, 2.0, 0.02, 0.5, -0.3, 0.4).isRight())
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> cashFlows() {
    return new Programs()
        .add(
            "net present value with dates in days",
            """
            static double npv(double[] flows, int[] days, double rate) {
              double value = 0;
              for (int i = 0; i < flows.length; i++) {
                value += flows[i] / Math.pow(1 + rate, days[i] / 365.0);
              }
              return value;
            }
            """,
            f -> f.at(new double[] {-100, 60, 55}, new int[] {0, 200, 420}, 0.04).isRight())
        .add(
            "internal rate of return by bisection, then Newton",
            """
            static double irr(double[] flows) {
              double lo = -0.9, hi = 1.0;
              for (int i = 0; i < 30; i++) {
                double mid = (lo + hi) / 2;
                if (npv(flows, mid) > 0) lo = mid;
                else hi = mid;
              }
              double r = (lo + hi) / 2;
              int n = 0;
              double v;
              do {
                v = npv(flows, r);
                r -= v / slope(flows, r);
              } while (Math.abs(v) > 1e-9 && ++n < 20);
              return r;
            }

            private static double npv(double[] flows, double r) {
              double v = 0;
              for (int i = flows.length - 1; i >= 0; i--) v = v / (1 + r) + flows[i];
              return v;
            }

            private static double slope(double[] flows, double r) {
              double v = 0;
              for (int i = 1; i < flows.length; i++) v -= i * flows[i] / Math.pow(1 + r, i + 1);
              return v;
            }
            """,
            f -> f.at((Object) new double[] {-100, 60, 55, 10}).isRight())
        .add(
            "bond price and duration in one result",
            """
            static double[] bond(double face, double coupon, double yield, int years,
                int frequency) {
              double price = 0, weighted = 0;
              int n = years * frequency;
              double c = face * coupon / frequency, y = yield / frequency, df = 1;
              for (int i = 1; i <= n; ++i) {
                df /= 1 + y;
                double pv = (i == n ? c + face : c) * df;
                price += pv;
                weighted += pv * i / frequency;
              }
              double[] out = new double[2];
              out[0] = price;
              out[1] = weighted / price;
              return out;
            }
            """,
            f -> f.at(100.0, 0.05, 0.04, 3, 2).isRight())
        .add(
            "bootstrapped discount factors",
            """
            static double[] bootstrap(double[] swapRates, double accrual) {
              double[] df = new double[swapRates.length];
              double annuity = 0;
              for (int i = 0; i < df.length; i++) {
                df[i] = (1 - swapRates[i] * annuity) / (1 + swapRates[i] * accrual);
                if (df[i] <= 0) {
                  throw new IllegalStateException("negative discount factor at " + i);
                }
                annuity += accrual * df[i];
              }
              return df;
            }
            """,
            f -> f.at(new double[] {0.02, 0.025, 0.03}, 0.5).isRight())
        .add(
            "amortisation with a last payment",
            """
            static double interestPaid(double loan, double rate, double payment) {
              double balance = loan, interest = 0;
              int months = 0;
              while (balance > 0) {
                if (++months > 600) {
                  throw new IllegalArgumentException("never repaid");
                }
                double i = balance * rate / 12;
                interest += i;
                balance += i;
                if (balance <= payment) {
                  break;
                }
                balance -= payment;
              }
              return interest;
            }
            """,
            f -> f.at(1000.0, 0.06, 210.0).isRight())
        .tests();
  }
}
