package dev.tapeless.processor.behaviour;

import dev.tapeless.processor.testing.Programs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Names that generated code would like to use itself. */
class NamesTest {

  @TestFactory
  Stream<DynamicTest> names() {
    return new Programs()
        .add(
            "names of adjoints and tangents",
            """
            static double f(double x, double xBar, double xDot) {
              double y = x * xBar;
              double yBar = y * y;
              double yDot = yBar * xDot;
              return yDot * y + xBar;
            }
            """,
            f -> f.at(0.6, 1.1, 0.7).isRight())
        .add(
            "seed, value, v and gradient",
            """
            static double f(double v, double seed, int n) {
              double value = v * seed;
              double gradient = value * value;
              double result = gradient;
              for (int i = 0; i < n; i++) {
                result = result * v + value;
              }
              return result;
            }
            """,
            f -> f.at(0.6, 1.1, 3).isRight())
        .add(
            "trips, counters and saved values",
            """
            static double f(double x, int trips) {
              double y = x;
              double ySaved = 1;
              int i = 0;
              while (i < trips) {
                int trip = i;
                ySaved = y * ySaved + trip;
                y = Math.sin(y) * ySaved;
                i++;
              }
              return y * ySaved;
            }
            """,
            f -> f.at(0.6, 3).isRight())
        .add(
            "names of the method, of its operations and of the class",
            """
            static double f(double f) {
              double fGradient = f * f;
              double fVjp = fGradient * f;
              double Subject = fVjp + f;
              double Math1 = Subject * fVjp;
              return Math1 * fGradient;
            }
            """,
            f -> f.at(0.6).isRight())
        .add(
            "names with the suffixes of directions and targets",
            """
            static double f(double a, double aDir, double aGradient) {
              return a * aDir * aDir + aGradient * a;
            }
            """,
            f -> f.at(0.6, 1.1, 0.7).isRight())
        .add(
            "names with dollars, underscores and letters of other alphabets",
            """
            static double f(double x_1, double $y, double größe, double λ) {
              double _t = x_1 * $y;
              double x_1Bar = _t * λ;
              return x_1Bar * größe + λ;
            }
            """,
            f -> f.at(0.6, 1.1, 0.7, 2.0).isRight())
        .add(
            "a local that is called like a method or class of the library",
            """
            static double f(double x) {
              double sin = Math.sin(x);
              double Double = sin * x;
              double sqrt = Math.sqrt(Double);
              return sqrt * sin;
            }
            """,
            f -> f.at(0.6).isRight())
        .add(
            "one name in many scopes",
            """
            static double f(double x, int n) {
              double s = 0;
              for (int i = 0; i < n; i++) {
                double t = x * i;
                s += t * t;
              }
              for (int i = 0; i < n; i++) {
                double t = Math.sin(x + i);
                s *= t;
              }
              for (long i = 0; i < n; i++) {
                float t = i;
                s += t * x;
              }
              {
                int i = 4;
                boolean t = x > 0;
                s += t ? i * x : i;
              }
              return s;
            }
            """,
            f -> f.at(0.6, 3).isRight())
        .add(
            "a parameter named like a generated local of a reversed loop",
            """
            static double f(double n, int nSaved, int i) {
              double y = n;
              for (int j = 0; j < i; j++) {
                y = y * n + nSaved;
              }
              return y;
            }
            """,
            f -> f.at(0.6, 3, 4).isRight())
        .add(
            "the word self and other words that are no keywords",
            """
            static double f(double self, double record, double var, double yield1) {
              double sealed = self * record;
              double permits = sealed * var;
              double module = permits + yield1;
              return module * sealed;
            }
            """,
            f -> f.at(0.6, 1.1, 0.7, 2.0).isRight())
        .add(
            "methods named like keywords with suffixes",
            """
            static double gradient(double gradient) {
              return gradient * gradient;
            }
            """,
            f -> f.at(0.6).isRight())
        .tests();
  }
}
