package dev.tapeless.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.testing.Programs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Calls of methods whose derivatives are written by hand. */
class CustomDerivativesTest {

  private static double[] x() {
    return new double[] {0.7, -0.4, 1.3};
  }

  private static final String CUBE =
      """
      static double cube(double u) {
        return u * u * u;
      }
      """;

  private static final String CUBE_VJP =
      """
      @Vjp(of = Subject.class, method = "cube")
      static double cubeVjp(double u, double v) {
        return 3 * u * u * v;
      }
      """;

  private static final String CUBE_JVP =
      """
      @Jvp(of = Subject.class, method = "cube")
      static double cubeJvp(double u, double uDot) {
        return 3 * u * u * uDot;
      }
      """;

  private static final String USE_OF_CUBE =
      """
      static double f(double a, double b) {
        double y = a * cube(2 * a + b);
        return y + cube(y) * b;
      }
      """;

  @TestFactory
  Stream<DynamicTest> ofNumbers() {
    return new Programs()
        .add(
            "both modes",
            USE_OF_CUBE + CUBE + CUBE_VJP + CUBE_JVP,
            d -> {
              d.at(0.7, -0.3).isRight();
              assertThat(d.generated())
                  .contains("Subject.cube(", "Subject.cubeVjp(", "Subject.cubeJvp(")
                  .doesNotContain("u * u");
            })
        .add(
            "only the reverse mode",
            USE_OF_CUBE + CUBE + CUBE_VJP,
            d -> {
              d.at(0.7, -0.3).isRight();
              assertThat(d.generated()).contains("Subject.cubeVjp(").doesNotContain("u * u");
            })
        .add(
            "only the forward mode",
            USE_OF_CUBE + CUBE + CUBE_JVP,
            d -> {
              d.at(0.7, -0.3).isRight();
              assertThat(d.generated()).contains("Subject.cubeJvp(").doesNotContain("u * u");
            })
        .add(
            "the annotated method itself",
            """
            @Differentiable
            static double f(double a, @Constant double b) {
              return Math.pow(a, b);
            }
            @Vjp(of = Subject.class, method = "f")
            static double fVjp(double a, @Constant double b, double v) {
              return v * b * Math.pow(a, b - 1);
            }
            """,
            d -> {
              d.at(0.7, 2.5).isRight();
              assertThat(d.generated()).contains("Subject.f(", "Subject.fVjp(");
            })
        .add(
            "in loops, branches and helpers",
            """
            static double f(double[] x, int n) {
              double s = 1;
              for (int i = 0; i < n; i++) {
                for (double e : x) {
                  s = e > 0 ? 0.3 * cube(s * e) + helper(e) : s + cube(e);
                }
              }
              return s * helper(s);
            }
            static double helper(double u) {
              double w = u;
              while (cube(w) > 0.2) {
                w = 0.5 * w + 0.1 * cube(1 / (1 + w));
              }
              return w;
            }
            """
                + CUBE
                + CUBE_VJP,
            d -> d.at(x(), 2).isRight())
        .add(
            "in sums",
            """
            static double f(double[] x) {
              double s = 0;
              for (double e : x) {
                s += cube(e) * e;
              }
              return s;
            }
            """
                + CUBE
                + CUBE_JVP,
            d -> d.at((Object) x()).isRight())
        .add(
            "in a recursion",
            """
            static double f(double a, int n) {
              return n == 0 ? cube(a) : a * f(0.5 * cube(a) + 0.2, n - 1);
            }
            """
                + CUBE
                + CUBE_VJP,
            d -> d.at(0.8, 4).isRight())
        .add(
            "of overloads, each with its own",
            """
            static double f(double a, double b, float c) {
              return g(a) * g(a, b) + g(c) * g(2, b);
            }
            static double g(double u) {
              return Math.sin(u);
            }
            static float g(float u) {
              return u * u;
            }
            static double g(double u, double w) {
              return u * w * w;
            }
            static double g(int k, double w) {
              return k * w;
            }
            @Vjp(of = Subject.class, method = "g")
            static double one(double u, double v) {
              return Math.cos(u) * v;
            }
            @Vjp(of = Subject.class, method = "g")
            static float two(float u, float v) {
              return 2 * u * v;
            }
            @Vjp(of = Subject.class, method = "g")
            static double[] three(double u, double w, double v) {
              return new double[] {w * w * v, 2 * u * w * v};
            }
            @Jvp(of = Subject.class, method = "g")
            static double four(int k, double w, double wDot) {
              return k * wDot;
            }
            """,
            d -> {
              d.at(0.7, -0.3, 0.4f).isRight();
              assertThat(d.generated()).contains(".one(", ".two(", ".three(", ".four(");
            })
        .add(
            "of float, in both modes",
            """
            static float f(float a, float b) {
              return a * scaled(a * b, b);
            }
            static float scaled(float u, float w) {
              return u * u / w;
            }
            @Vjp(of = Subject.class, method = "scaled")
            static double[] scaledVjp(float u, float w, float v) {
              return new double[] {2 * u / w * v, -u * u / (w * w) * v};
            }
            """,
            d -> d.at(0.7f, 1.3f).isRight())
        .add(
            "of several numbers, through a record",
            """
            static double f(double a, double b) {
              return ratio(b, 3, a + b) * a;
            }
            static double ratio(double u, int k, double w) {
              return k * u / w;
            }
            record Parts(double byU, double byW) {}
            @Vjp(of = Subject.class, method = "ratio")
            static Parts ratioVjp(double u, int k, double w, double v) {
              return new Parts(k / w * v, -k * u / (w * w) * v);
            }
            """,
            d -> d.at(0.7, 1.3).isRight())
        .add(
            "with a constant parameter",
            """
            static double f(double a, double b) {
              return power(a * b, 2.5) + power(b, 3);
            }
            static double power(double u, double e) {
              return Math.pow(u, e);
            }
            @Jvp(of = Subject.class, method = "power")
            static double powerJvp(double u, @Constant double e, double uDot) {
              return e * Math.pow(u, e - 1) * uDot;
            }
            @Vjp(of = Subject.class, method = "power")
            static double powerVjp(double u, @Constant double e, double v) {
              return e * Math.pow(u, e - 1) * v;
            }
            """,
            d -> d.at(0.7, 1.3).isRight())
        .add(
            "of a method of the JDK",
            """
            static double f(double a, double b) {
              return java.awt.geom.Point2D.distance(a, b, 2 * b, a * b) * a;
            }
            @Vjp(of = java.awt.geom.Point2D.class, method = "distance")
            static double[] distanceVjp(double a, double b, double c, double d, double v) {
              double r = Math.hypot(a - c, b - d);
              return new double[] {
                (a - c) / r * v, (b - d) / r * v, (c - a) / r * v, (d - b) / r * v
              };
            }
            """,
            d -> d.at(0.7, -0.3).isRight())
        .add(
            "in the place of the formula for a function of Math",
            """
            static double f(double a) {
              return Math.sinh(a) * a;
            }
            @Vjp(of = Math.class, method = "sinh")
            static double sinhVjp(double u, double v) {
              return v * Math.cosh(u);
            }
            """,
            d -> {
              d.at(0.7).isRight();
              assertThat(d.generated()).contains("Subject.sinhVjp(").doesNotContain("cosh");
            })
        .add(
            "of methods of objects",
            """
            static double f(double a, @Constant double k, java.awt.geom.Line2D line) {
              Subject s = new Subject(k);
              Subject t = new Subject(2 * k);
              double y = s.stretched(a) + line.ptLineDist(a, 2 * a);
              return y * t.twice(y);
            }
            private final double k;
            Subject(double k) {
              this.k = k;
            }
            double stretched(double u) {
              return k * u * u;
            }
            double twice(double u) {
              return stretched(u) + this.stretched(2 * u);
            }
            @Vjp(of = Subject.class, method = "stretched")
            static double stretchedVjp(Subject self, double u, double v) {
              return 2 * self.k * u * v;
            }
            @Vjp(of = java.awt.geom.Line2D.class, method = "ptLineDist")
            static double[] byPoint(java.awt.geom.Line2D line, double x, double y, double v) {
              double dx = line.getX2() - line.getX1();
              double dy = line.getY2() - line.getY1();
              double side = dx * (y - line.getY1()) - dy * (x - line.getX1());
              double s = Math.signum(side) / Math.hypot(dx, dy) * v;
              return new double[] {-dy * s, dx * s};
            }
            """,
            d -> {
              d.at(0.7, 1.5, new java.awt.geom.Line2D.Double(1, 0, 2, 3)).isRight();
              assertThat(d.generated()).contains("stretchedVjp(", ".ptLineDist(", "byPoint(");
            })
        .add(
            "of a method of an object whose array is overwritten later",
            """
            static double f(double a, @Constant double k) {
              double[] w = {k, 2 * k};
              Subject s = new Subject(w);
              double y = s.scaled(a);
              w[0] = 7;
              w[1] = 5;
              return y * a + w[0] * a;
            }
            private final double[] w;
            Subject(double[] w) {
              this.w = w;
            }
            double scaled(double u) {
              return w[0] * u * u * w[1];
            }
            @Vjp(of = Subject.class, method = "scaled")
            static double scaledVjp(Subject self, double u, double v) {
              return 2 * self.w[0] * u * self.w[1] * v;
            }
            """,
            d -> d.at(0.7, 1.5).isRight())
        .add(
            "with a variable number of arguments",
            """
            static double f(double a, double b) {
              return product(a, b, a * b) * product() + product(b);
            }
            static double product(double... factors) {
              double product = 1;
              for (double factor : factors) {
                product *= factor;
              }
              return product;
            }
            @Vjp(of = Subject.class, method = "product")
            static double[] productVjp(double[] factors, double v) {
              double[] g = new double[factors.length];
              for (int i = 0; i < g.length; i++) {
                g[i] = v;
                for (int k = 0; k < g.length; k++) {
                  g[i] *= k == i ? 1 : factors[k];
                }
              }
              return g;
            }
            """,
            d -> d.at(0.7, -1.3).isRight())
        .add(
            "as a method reference and in a lambda expression",
            """
            static double f(double a, double b) {
              java.util.function.DoubleUnaryOperator g = Subject::cube;
              return g.applyAsDouble(a * b) + twice(t -> cube(t) * b, a);
            }
            static double twice(java.util.function.DoubleUnaryOperator g, double u) {
              return g.applyAsDouble(g.applyAsDouble(u));
            }
            """
                + CUBE
                + CUBE_VJP,
            d -> {
              d.at(0.7, 1.3).isRight();
              assertThat(d.generated()).contains("Subject.cubeVjp(").doesNotContain("u * u");
            })
        .tests();
  }

  private static final String SOLVE =
      """
      static double f(double[] x, double[] y) {
        double[] z = mixed(x, y);
        double[] w = mixed(z, x);
        double s = 0;
        for (int i = 0; i < w.length; i++) {
          s += w[i] * x[i] * z[i];
        }
        return s;
      }
      static double[] mixed(double[] u, double[] w) {
        double[] r = new double[u.length];
        for (int i = 0; i < u.length; i++) {
          r[i] = u[i] * w[(i + 1) % w.length];
        }
        return r;
      }
      """;

  private static final String SOLVE_VJP =
      """
      record Mixed(double[] u, double[] w) {}
      @Vjp(of = Subject.class, method = "mixed")
      static Mixed mixedVjp(double[] u, double[] w, double[] v) {
        double[] a = new double[u.length];
        double[] b = new double[w.length];
        for (int i = 0; i < u.length; i++) {
          a[i] += v[i] * w[(i + 1) % w.length];
          b[(i + 1) % w.length] += v[i] * u[i];
        }
        return new Mixed(a, b);
      }
      """;

  private static final String SOLVE_JVP =
      """
      @Jvp(of = Subject.class, method = "mixed")
      static double[] mixedJvp(double[] u, double[] w, double[] uDot, double[] wDot) {
        double[] r = new double[u.length];
        for (int i = 0; i < u.length; i++) {
          int k = (i + 1) % w.length;
          r[i] = uDot[i] * w[k] + u[i] * wDot[k];
        }
        return r;
      }
      """;

  @TestFactory
  Stream<DynamicTest> ofArrays() {
    double[] y = {1.1, 0.2, -0.8};
    return new Programs()
        .add(
            "both modes",
            SOLVE + SOLVE_VJP + SOLVE_JVP,
            d -> {
              d.at(x(), y).isRight();
              assertThat(d.generated())
                  .contains("Subject.mixed(", "Subject.mixedVjp(", "Subject.mixedJvp(");
            })
        .add("only the reverse mode", SOLVE + SOLVE_VJP, d -> d.at(x(), y).isRight())
        .add("only the forward mode", SOLVE + SOLVE_JVP, d -> d.at(x(), y).isRight())
        .add(
            "only one argument is active",
            """
            static double f(double[] x, @Constant double[] c) {
              return mixed(x, c)[0] * mixed(c, x)[1] + mixed(c, c)[2];
            }
            """
                + SOLVE.substring(SOLVE.indexOf("static double[] mixed"))
                + SOLVE_VJP,
            d -> d.at(x(), y).isRight())
        .add(
            "only one argument is active, forward",
            """
            static double f(double[] x, @Constant double[] c) {
              return mixed(x, c)[0] * mixed(c, x)[1] + mixed(c, c)[2];
            }
            """
                + SOLVE.substring(SOLVE.indexOf("static double[] mixed"))
                + SOLVE_JVP,
            d -> d.at(x(), y).isRight())
        .add(
            "arrays and numbers, of which some are overwritten in between",
            """
            static double f(double[] x, double a) {
              double[] y = x.clone();
              double s = a;
              for (int i = 0; i < 3; i++) {
                s += norm(y, s, i);
                y[i] *= s;
                y = scaled(y, 0.5 * s);
                y[0] += a;
              }
              return s * y[2];
            }
            static double norm(double[] u, double e, int skip) {
              double r = 0;
              for (int i = 0; i < u.length; i++) {
                r += i == skip ? 0 : u[i] * u[i] * e;
              }
              return r;
            }
            record Norm(double[] byU, double byE) {}
            @Vjp(of = Subject.class, method = "norm")
            static Norm normVjp(double[] u, double e, int skip, double v) {
              double[] g = new double[u.length];
              double r = 0;
              for (int i = 0; i < u.length; i++) {
                g[i] = i == skip ? 0 : 2 * u[i] * e * v;
                r += i == skip ? 0 : u[i] * u[i] * v;
              }
              return new Norm(g, r);
            }
            static double[] scaled(double[] u, double e) {
              double[] r = new double[u.length];
              for (int i = 0; i < u.length; i++) {
                r[i] = u[i] * e;
              }
              return r;
            }
            @Jvp(of = Subject.class, method = "scaled")
            static double[] scaledJvp(double[] u, double e, double[] uDot, double eDot) {
              double[] r = new double[u.length];
              for (int i = 0; i < u.length; i++) {
                r[i] = uDot[i] * e + u[i] * eDot;
              }
              return r;
            }
            """,
            d -> d.at(x(), 0.3).isRight())
        .add(
            "an array as result of the annotated method, from float and matrices",
            """
            static float[] f(float[][] a, float b) {
              float[][] t = swapped(a, b);
              return new float[] {t[0][1] * b, t[1][0] * t[1][1], a[0][0]};
            }
            static float[][] swapped(float[][] a, double b) {
              return new float[][] {
                {a[0][0], (float) (a[1][0] * b)}, {(float) (a[0][1] * b), a[1][1]}
              };
            }
            record Swapped(float[][] a, double b) {}
            @Vjp(of = Subject.class, method = "swapped")
            static Swapped swappedVjp(float[][] a, double b, float[][] v) {
              float[][] g = {
                {v[0][0], (float) (v[1][0] * b)}, {(float) (v[0][1] * b), v[1][1]}
              };
              return new Swapped(g, v[0][1] * a[1][0] + v[1][0] * a[0][1]);
            }
            """,
            d -> d.at(new float[][] {{0.5f, 0.7f}, {1.2f, -0.4f}}, 1.5f).isRight())
        .add(
            "the same forward",
            """
            static float[] f(float[][] a, float b) {
              float[][] t = swapped(a, b);
              return new float[] {t[0][1] * b, t[1][0] * t[1][1], a[0][0]};
            }
            static float[][] swapped(float[][] a, double b) {
              return new float[][] {
                {a[0][0], (float) (a[1][0] * b)}, {(float) (a[0][1] * b), a[1][1]}
              };
            }
            @Jvp(of = Subject.class, method = "swapped")
            static float[][] swappedJvp(float[][] a, double b, float[][] aDot, double bDot) {
              return new float[][] {
                {aDot[0][0], (float) (aDot[1][0] * b + a[1][0] * bDot)},
                {(float) (aDot[0][1] * b + a[0][1] * bDot), aDot[1][1]}
              };
            }
            """,
            d -> d.at(new float[][] {{0.5f, 0.7f}, {1.2f, -0.4f}}, 1.5f).isRight())
        .add(
            "a derivative that returns its seed or tangent, of a method whose result is overwritten",
            """
            static double f(double[] x) {
              double[] y = copied(x);
              y[0] = 3 * y[1];
              double[] z = copied(y);
              y[1] = x[0] * z[0];
              return x[0] * y[1] * y[2] * y[0];
            }
            static double[] copied(double[] u) {
              return u.clone();
            }
            @Vjp(of = Subject.class, method = "copied")
            static double[] copiedVjp(double[] u, double[] v) {
              return v;
            }
            @Jvp(of = Subject.class, method = "copied")
            static double[] copiedJvp(double[] u, double[] uDot) {
              return uDot;
            }
            """,
            d -> d.at((Object) x()).isRight())
        .add(
            "a derivative that returns its seed, of a method that returns its argument",
            """
            static double f(double[] x) {
              double[] y = same(x);
              return x[0] * y[1] * y[2];
            }
            static double[] same(double[] u) {
              return u;
            }
            @Vjp(of = Subject.class, method = "same")
            static double[] sameVjp(double[] u, double[] v) {
              return v;
            }
            @Jvp(of = Subject.class, method = "same")
            static double[] sameJvp(double[] u, double[] uDot) {
              return uDot;
            }
            """,
            d -> d.at((Object) x()).isRight())
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> inAllKindsOfMethods() {
    return new Programs()
        .add(
            "the annotated method itself, which returns an array",
            """
            @Differentiable
            static double[] f(double[] x, double a) {
              double[] y = new double[x.length];
              for (int i = 0; i < y.length; i++) {
                y[i] = x[i] * x[i] * a;
              }
              return y;
            }
            @Jvp(of = Subject.class, method = "f")
            static double[] fJvp(double[] x, double a, double[] xDot, double aDot) {
              double[] y = new double[x.length];
              for (int i = 0; i < y.length; i++) {
                y[i] = 2 * x[i] * a * xDot[i] + x[i] * x[i] * aDot;
              }
              return y;
            }
            """,
            d -> d.at(x(), 0.4).isRight())
        .add(
            "a recursion of arrays, and a branch that is not taken",
            """
            static double f(double[] x, int n) {
              return n < 0 ? mean(x) : down(x.clone(), n);
            }
            static double down(double[] u, int n) {
              if (n == 0) {
                return mean(u) * u[1];
              }
              u[n % u.length] *= mean(u);
              return u[0] * down(u, n - 1) + mean(u);
            }
            static double mean(double[] u) {
              double s = 0;
              for (double e : u) {
                s += e * e;
              }
              return s / u.length;
            }
            @Vjp(of = Subject.class, method = "mean")
            static double[] meanVjp(double[] u, double v) {
              double[] g = new double[u.length];
              for (int i = 0; i < u.length; i++) {
                g[i] = 2 * u[i] / u.length * v;
              }
              return g;
            }
            """,
            d -> d.at(x(), 4).isRight())
        .add(
            "passive arrays that are overwritten, and objects with type arguments",
            """
            static double f(double a, int n) {
              int[] powers = {1, 2};
              java.util.List<String> names = java.util.List.of("u", "w");
              double s = a;
              for (int i = 0; i < n; i++) {
                s = 0.3 * power(s, powers, names) + a;
                powers[i % 2]++;
              }
              powers[0] = 17;
              return s;
            }
            static double power(double u, int[] powers, java.util.List<String> names) {
              return Math.pow(u, powers[0]) + Math.pow(u, powers[1]) * names.size();
            }
            @Vjp(of = Subject.class, method = "power")
            static double powerVjp(
                double u, int[] powers, java.util.List<String> names, double v) {
              return (powers[0] * Math.pow(u, powers[0] - 1)
                      + powers[1] * Math.pow(u, powers[1] - 1) * names.size())
                  * v;
            }
            """,
            d -> d.at(0.6, 3).isRight())
        .add(
            "components of records, with a gradient in a record of the same kind",
            """
            static double f(double a, double b) {
              Pair p = new Pair(a * b, b);
              Pair q = new Pair(product(p.u(), p.w()), p.u());
              return product(q.u(), q.w()) + q.sum();
            }
            record Pair(double u, double w) {
              double sum() {
                return product(u, 3) + w;
              }
            }
            static double product(double u, double w) {
              return u * w;
            }
            @Vjp(of = Subject.class, method = "product")
            static Pair productVjp(double u, double w, double v) {
              return new Pair(w * v, u * v);
            }
            """,
            d -> d.at(0.6, -1.2).isRight())
        .add(
            "arguments that are computed, converted and chosen",
            """
            static double f(float a, double b, int n) {
              return product(a * a, b > 0 ? b * a : -b, n) * product(n, a / b, (int) b);
            }
            static double product(double u, double w, long n) {
              return u * w * n;
            }
            @Vjp(of = Subject.class, method = "product")
            static double[] productVjp(double u, double w, long n, double v) {
              return new double[] {w * n * v, u * n * v};
            }
            @Jvp(of = Subject.class, method = "product")
            static double productJvp(double u, double w, long n, double uDot, double wDot) {
              return n * (uDot * w + u * wDot);
            }
            """,
            d -> d.at(0.6f, 1.7, 3).isRight())
        .add(
            "into the elements of arrays, which are arguments again",
            """
            static double f(double[][] a, double c) {
              double[][] b = new double[a.length][];
              for (int i = 0; i < a.length; i++) {
                b[i] = scaled(a[i], c * i + 1);
                b[i][0] = scaled(b[i], c)[1];
              }
              double s = 0;
              for (double[] row : b) {
                for (double e : row) {
                  s += e * e * c;
                }
              }
              return s;
            }
            static double[] scaled(double[] u, double e) {
              double[] r = u.clone();
              for (int i = 0; i < u.length; i++) {
                r[i] *= e * u[u.length - 1 - i];
              }
              return r;
            }
            record Scaled(double[] u, double e) {}
            @Vjp(of = Subject.class, method = "scaled")
            static Scaled scaledVjp(double[] u, double e, double[] v) {
              double[] g = new double[u.length];
              double s = 0;
              for (int i = 0; i < u.length; i++) {
                int k = u.length - 1 - i;
                g[i] += v[i] * e * u[k];
                g[k] += v[i] * e * u[i];
                s += v[i] * u[i] * u[k];
              }
              return new Scaled(g, s);
            }
            """,
            d -> d.at(new double[][] {{0.5, -0.7}, {1.1, 0.3}}, 0.8).isRight())
        .tests();
  }
}
