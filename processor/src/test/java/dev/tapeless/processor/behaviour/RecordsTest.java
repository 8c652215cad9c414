package dev.tapeless.processor.behaviour;

import dev.tapeless.processor.testing.Differentiated;
import dev.tapeless.processor.testing.Programs;
import java.lang.reflect.Array;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Records that hold real numbers, within a method. */
class RecordsTest {

  private static final String VEC =
      """
      record Vec(double x, double y) {
        static final Vec ZERO = new Vec(0, 0);
        static Vec polar(double r, double phi) {
          return new Vec(r * Math.cos(phi), r * Math.sin(phi));
        }
        Vec plus(Vec o) { return new Vec(x + o.x, y + o.y()); }
        Vec times(double s) { return new Vec(s * x, s * this.y); }
        double dot(Vec o) { return x() * o.x() + y * o.y; }
        double norm() { return Math.sqrt(dot(this)); }
        Vec turned() { return new Vec(-y, x); }
        Vec self() { return this; }
      }
      """;

  @TestFactory
  Stream<DynamicTest> recordsWithinAMethod() {
    return new Programs()
        .add(
            "a local",
            """
            static double f(double a, double b) {
              Vec v = new Vec(a * b, Math.sin(a));
              return v.x() * v.y();
            }
            """
                + VEC,
            p -> p.at(1.5, 0.75).isRight())
        .add(
            "instance methods",
            """
            static double f(double a, double b) {
              Vec v = new Vec(a, b).plus(new Vec(b, 2)).times(a);
              return v.norm() + v.self().turned().dot(new Vec(1, a * b));
            }
            """
                + VEC,
            p -> p.at(1.5, 0.75).isRight())
        .add(
            "a static factory, and a helper that gets a record",
            """
            static double f(double a, double b) {
              Vec v = Vec.polar(a, b);
              return energy(v, 2) + energy(Vec.ZERO.plus(v), a);
            }
            private static double energy(Vec v, double k) {
              return 0.5 * k * v.dot(v) * v.x();
            }
            """
                + VEC,
            p -> p.at(1.5, 0.75).isRight())
        .add(
            "a record that is assigned in a loop",
            """
            static double f(double a, double b, int n) {
              Vec v = new Vec(a, b);
              for (int i = 0; i < n; i++) {
                v = new Vec(v.y() * Math.cos(v.x()), v.x() + a * v.y());
              }
              return v.norm();
            }
            """
                + VEC,
            p -> {
              p.at(0.5, 0.75, 4).isRight();
              p.at(0.5, 0.25, 0).isRight();
            })
        .add(
            "components that change places",
            """
            static double f(double a, double b) {
              Vec v = new Vec(a, a * b);
              v = new Vec(v.y(), v.x());
              v = v.turned();
              return v.x() + 3 * v.y() * v.y();
            }
            """
                + VEC,
            p -> p.at(0.5, 0.75).isRight())
        .add(
            "a choice",
            """
            static double f(double a, double b) {
              Vec v = a > b ? new Vec(a, b) : Vec.polar(b, a);
              Vec w = a > 0 ? v : v.times(2);
              v = w.x() > 0.1 ? w.plus(v) : new Vec(w.y(), 1);
              return v.dot(w);
            }
            """
                + VEC,
            p -> {
              p.at(1.5, 0.75).isRight();
              p.at(0.5, 0.75).isRight();
              p.at(-0.5, 0.75).isRight();
            })
        .add(
            "records that are returned early",
            """
            static double f(double a, double b) {
              return first(a, b).norm() + first(b, a).x();
            }
            private static Vec first(double a, double b) {
              if (a > b) {
                return new Vec(a * a, b);
              }
              for (int i = 0; i < 5; i++) {
                if (i * a > b) {
                  return new Vec(b, i * a).turned();
                }
              }
              return Vec.ZERO.plus(new Vec(a, b));
            }
            """
                + VEC,
            p -> {
              p.at(1.4, 0.75).isRight();
              p.at(0.25, 0.7).isRight();
            })
        .add(
            "records within records, with arrays and passive components",
            """
            static double f(double a, double[] x) {
              Body b = new Body(new Vec(a, x[0]), x, 3, "name");
              b = b.moved(new Vec(1, a));
              double s = 0;
              for (int i = 0; i < b.count(); i++) {
                s += b.data()[i % b.data().length] * b.pos().x();
              }
              return s + b.pos().dot(b.pos()) + b.name().length();
            }
            record Body(Vec pos, double[] data, int count, String name) {
              Body moved(Vec by) { return new Body(pos.plus(by), data, count + 1, name + "!"); }
            }
            """
                + VEC,
            p -> p.at(1.5, new double[] {0.75, 2}).isRight())
        .add(
            "an array in a record that is written through it",
            """
            static double f(double a, double[] x) {
              Buffer b = new Buffer(new double[x.length], x);
              for (int i = 0; i < x.length; i++) {
                b.work()[i] = a * x[i] * x[i];
              }
              b.add(a);
              return b.work()[0] * b.work()[1] + b.work()[1];
            }
            record Buffer(double[] work, double[] input) {
              void add(double t) {
                for (int i = 0; i < work.length; i++) {
                  work[i] += t * input[i];
                }
              }
            }
            """,
            p -> p.at(1.5, new double[] {0.75, 2}).isRight())
        .add(
            "constructors",
            """
            static double f(double a, double b) {
              Span s = new Span(b, a);
              Span t = new Span(a);
              Unit u = new Unit(a, b, 0);
              return s.low() * 3 + s.high() + t.low() * t.high() + u.a() * u.b();
            }
            record Span(double low, double high) {
              Span {
                if (Double.isNaN(low)) {
                  throw new IllegalArgumentException("low " + low);
                }
                if (low > high) {
                  double t = low;
                  low = high;
                  high = t;
                }
              }
              Span(double middle) {
                this(middle * middle, middle + 1);
              }
            }
            record Unit(double a, double b) {
              Unit(double a, double b) {
                double n = Math.hypot(a, b);
                this.a = a / n;
                this.b = b / n + this.a;
              }
              Unit(double a, double b, int k) {
                this(a, b + k);
                if (k > 0) {
                  throw new IllegalStateException("k " + k + a());
                }
              }
            }
            """,
            p -> {
              p.at(1.5, 0.75).isRight();
              p.at(0.5, 0.75).isRight();
            })
        .add(
            "an accessor of its own",
            """
            static double f(double a) {
              Root r = new Root(a);
              return r.value() * r.raw();
            }
            record Root(double value) {
              public double value() { return Math.sqrt(value); }
              double raw() { return value; }
            }
            """,
            p -> p.at(1.5).isRight())
        .add(
            "records in arrays, collections, fields and variables that may be null",
            """
            static double f(double a, Vec[] some, java.util.List<Vec> more) {
              double s = 0;
              for (Vec v : some) {
                s += v.x() * a + v.norm();
              }
              for (Vec v : more) {
                s += v.plus(new Vec(a, 1)).norm();
              }
              Vec best = null;
              for (Vec v : more) {
                if (best == null || v.x() > best.x()) {
                  best = v;
                }
              }
              Vec picked = some[0];
              if (best != null) {
                s += a * a * best.y() + picked.x() * some[1].y() + more.get(1).dot(Vec.ZERO);
              }
              return s;
            }
            """
                + VEC,
            p -> {
              Object a = p.make("Vec", 0.5, 2.0);
              Object b = p.make("Vec", 3.0, -0.25);
              Object[] some = (Object[]) Array.newInstance(a.getClass(), 2);
              some[0] = a;
              some[1] = b;
              p.at(1.5, some, List.of(b, a)).isRight();
            })
        .add(
            "records as objects, and in text",
            """
            static double f(double a, int n) {
              Vec v = new Vec(n, 2 * n);
              java.util.List<Vec> list = new java.util.ArrayList<>();
              list.add(v);
              list.add(v.times(2));
              String text = "at " + v + " " + v.x();
              Vec w = new Vec(a, 1);
              if (w.x() < -1) {
                throw new IllegalArgumentException("wrong " + w + w.x() + w.turned().y());
              }
              boolean same = v.equals(list.get(0)) && v.hashCode() == list.get(0).hashCode();
              return w.norm() * text.length() * list.size() + (same ? a : 2 * a);
            }
            """
                + VEC,
            p -> p.at(1.5, 3).isRight())
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> recordsAsParametersAndResults() {
    return new Programs()
        .add(
            "a record parameter",
            """
            static double f(Vec v, double t) {
              return v.x() * v.y() * t + v.norm();
            }
            """
                + VEC,
            p -> p.at(p.make("Vec", 1.5, 0.75), 2.0).isRight())
        .add(
            "only a record, and a component that is never used",
            """
            static double f(Vec v) {
              return v.x() * v.x();
            }
            """
                + VEC,
            p -> p.at(p.make("Vec", 1.5, 0.75)).isRight().gradientIs(3, 0))
        .add(
            "nested records with arrays and constants",
            """
            static double f(Body a, int n, Body b) {
              double s = 0;
              for (int i = 0; i < a.data().length; i++) {
                s += a.data()[i] * b.data()[i] * a.count() * a.name().length();
              }
              return s * a.pos().dot(b.pos()) + n * b.pos().norm();
            }
            record Body(Vec pos, double[] data, int count, String name) {}
            """
                + VEC,
            p -> {
              Object u = p.make("Vec", 1.5, 0.75);
              Object v = p.make("Vec", -0.5, 1.75);
              Object a = p.make("Body", u, new double[] {1, 2}, 3, "one");
              Object b = p.make("Body", v, new double[] {0.5, -2}, 2, "two");
              p.at(a, 2, b).isRight();
            })
        .add(
            "a record whose array is written",
            """
            static double f(Data d, double t) {
              d.x()[0] = d.x()[0] * t + d.x()[1];
              return d.x()[0] * d.x()[0];
            }
            record Data(double[] x) {}
            """,
            p -> p.at(p.make("Data", new double[] {1.5, 0.5}), 0.75).isRight())
        .add(
            "a record that checks and copies what it gets",
            """
            static double f(Sample s) {
              return s.v()[0] * s.v()[1] * s.k()[0] + s.names().size() * s.v()[0] + s.name().length();
            }
            record Sample(double[] v, int[] k, java.util.List<String> names, String name) {
              Sample {
                java.util.Objects.requireNonNull(names, "names");
                names.forEach(java.util.Objects::requireNonNull);
                v = v.clone();
                k = k.clone();
                names = java.util.List.copyOf(names);
                if (name == null) {
                  name = "none";
                }
                if (names.stream().anyMatch(String::isBlank) || !isFinite(v)) {
                  throw new IllegalArgumentException("names " + names);
                }
                double[] sorted = v.clone();
                java.util.Arrays.sort(sorted);
                double[][] products = new double[v.length][v.length];
                for (int i = 0; i < v.length; i++) {
                  products[i][0] = v[i] * sorted[0];
                }
                if (products[0][0] > 1e6 || java.util.Set.of(names).size() > k.length) {
                  throw new IllegalArgumentException();
                }
              }
              static boolean isFinite(double[] v) {
                return java.util.Arrays.stream(v).allMatch(d -> Math.abs(d) < 1e6);
              }
              public double[] v() { return v.clone(); }
            }
            """,
            p -> {
              Object s =
                  p.make("Sample", new double[] {1.5, 0.5}, new int[] {3}, List.of("a"), null);
              p.at(s).isRight();
            })
        .add(
            "a constant record",
            """
            static double f(double a, @Constant Vec v) {
              return a * v.norm() + v.x() * a * a + (v == null ? 1 : 2) * a;
            }
            """
                + VEC,
            p -> p.at(1.5, p.make("Vec", 1.5, 0.75)).isRight())
        .add(
            "a record result",
            """
            static Vec f(double a, double[] x) {
              if (a > 1) {
                return Vec.polar(a, x[0]);
              }
              return new Vec(x[0] * x[1], a).plus(new Vec(1, x[1]));
            }
            """
                + VEC,
            p -> {
              p.at(1.5, new double[] {0.75, 0.5}).isRight();
              p.at(0.5, new double[] {0.75, 0.5}).isRight();
            })
        .add(
            "a step of a simulation",
            """
            static State f(State s, double dt) {
              for (int i = 0; i < 3; i++) {
                Vec a = s.pos().times(-1 / Math.pow(s.pos().norm(), 3));
                Vec v = s.vel().plus(a.times(dt));
                s = new State(s.pos().plus(v.times(dt)), v, s.steps() + 1);
              }
              return s;
            }
            record State(Vec pos, Vec vel, int steps) {}
            """
                + VEC,
            p -> {
              Object pos = p.make("Vec", 1.0, 0.25);
              Object vel = p.make("Vec", -0.5, 1.0);
              p.at(p.make("State", pos, vel, 7), 0.125).isRight();
            })
        .add(
            "arrays in a record result that are one and the same",
            """
            static Pair f(double a, double[] x) {
              double[] y = new double[x.length];
              for (int i = 0; i < y.length; i++) {
                y[i] = a * x[i] * x[i];
              }
              return new Pair(y, y, a * y[0], x);
            }
            record Pair(double[] first, double[] second, double third, double[] fourth) {}
            """,
            p -> p.at(1.5, new double[] {0.75, 0.5}).isRight())
        .add(
            "float components",
            """
            static float f(Mix m) {
              return m.a() * m.a() + (float) m.b() * m.c()[1];
            }
            record Mix(float a, double b, float[] c) {}
            """,
            p -> p.at(p.make("Mix", 1.5f, 0.75, new float[] {1, 2})).isRight())
        .add(
            "a method of arrays",
            """
            static double[] f(Vec v, double[] x) {
              double[] y = x.clone();
              for (int i = 0; i < y.length; i++) {
                y[i] *= v.x() + i * v.y() * y[i];
              }
              return y;
            }
            """
                + VEC,
            p -> p.at(p.make("Vec", 1.5, 0.75), new double[] {1, 2, 3}).isRight())
        .tests();
  }

  @Test
  void theReceiverIsAParameter() {
    String source =
        """
        package subject;
        import dev.tapeless.Differentiable;
        record Circle(double x, double y, double r) {
          @Differentiable double area(double scale) {
            return Math.PI * r * r * scale + offset();
          }
          private double offset() { return x * this.y; }
        }
        """;
    Differentiated p = Differentiated.differentiate("subject.Circle", source);
    p.at(p.self(1.5, 0.5, 2.0), 0.75).isRight();
  }
}
