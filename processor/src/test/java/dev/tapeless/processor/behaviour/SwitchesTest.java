package dev.tapeless.processor.behaviour;

import dev.tapeless.processor.testing.Programs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Switches of every form. */
class SwitchesTest {

  @TestFactory
  Stream<DynamicTest> switchesAreBranches() {
    return new Programs()
        .add(
            "groups that end with break",
            """
            static double f(double x, int n) {
              double y = x;
              switch (n) {
                case 1:
                  y = x * x;
                  break;
                case 2:
                case 3:
                  y = Math.sin(x);
                  if (x > 5) {
                    break;
                  }
                  y *= n;
                  break;
                default:
                  y = 3 * x;
              }
              return y * y;
            }
            """,
            p -> {
              for (int n = 0; n < 5; n++) {
                p.at(0.7, n).isRight();
              }
            })
        .add(
            "groups that fall through, the default in the middle",
            """
            static double f(double x, int n) {
              double y = x;
              for (int i = 0; i < n; i++) {
                switch (i) {
                  case 0:
                    y = y * x;
                  case 1:
                    y += Math.sin(y);
                    if (x < 0) break;
                  default:
                    y = y * y;
                    continue;
                  case 3:
                    y *= 0.5;
                    break;
                  case 4:
                    return y * x;
                }
                y = y + x;
              }
              return y;
            }
            """,
            p -> {
              p.at(0.7, 6).isRight();
              p.at(0.7, 4).isRight();
              p.at(-0.7, 3).isRight();
            })
        .add(
            "arrows",
            """
            static double f(double x, char c) {
              double y = 2;
              switch (c) {
                case 'a', 'b' -> y = x * x;
                case 'c' -> {
                  double z = Math.exp(x);
                  y = z * z;
                }
                case 'd' -> throw new IllegalArgumentException("d");
                default -> {}
              }
              return y * x;
            }
            """,
            p -> {
              p.at(0.7, 'a').isRight();
              p.at(0.7, 'b').isRight();
              p.at(0.7, 'c').isRight();
              p.at(0.7, 'z').isRight();
            })
        .add(
            "expressions",
            """
            static double f(double x, int n) {
              double y = switch (n) {
                case 1 -> x * x;
                case 2 -> {
                  if (x > 1) {
                    yield Math.log(x);
                  }
                  double z = x;
                  for (int i = 0; i < 3; i++) {
                    z *= x;
                    if (z < 0.2) {
                      break;
                    }
                  }
                  yield z;
                }
                case 3 -> n;
                default -> throw new IllegalStateException();
              };
              return y * switch (n % 2) { case 0: yield 2; default: yield x; };
            }
            """,
            p -> {
              p.at(0.7, 1).isRight();
              p.at(0.7, 2).isRight();
              p.at(1.7, 2).isRight();
              p.at(0.7, 3).isRight();
            })
        .add(
            "strings and enum constants",
            """
            enum Kind { LINEAR, SQUARE, CUBE }

            static final String LIN = "lin";

            static double f(double x, String name, int k) {
              Kind kind = Kind.values()[k];
              double y = x;
              for (int i = 0; i < 2; i++) {
                switch (name) {
                  case LIN: y += x; break;
                  case "exp": y = Math.exp(y);
                  case "sin": y = Math.sin(y); break;
                }
                y *= switch (kind) {
                  case LINEAR -> x;
                  case SQUARE -> x * x;
                  case CUBE -> x * x * x;
                };
              }
              return y;
            }
            """,
            p -> {
              p.at(0.7, "lin", 0).isRight();
              p.at(0.7, "exp", 1).isRight();
              p.at(0.7, "sin", 2).isRight();
              p.at(0.7, "cos", 2).isRight();
            })
        .add(
            "strings that are made of constants",
            """
            static final String A = "a";
            private static final String LINES = "one\\ntwo";
            static final int N = 3;

            static double f(double x, String name, int k) {
              final String local = "z";
              double y;
              switch (name) {
                case A + "b": y = x; break;
                case A + N + 'c': y = x * x; break;
                case LINES: y = Math.sin(x); break;
                case (local + A): y = Math.cos(x); break;
                case local: y = Math.exp(x); break;
                case "a\\nb": y = x * x * x; break;
                default: y = 1 / x;
              }
              return y * switch (k) {
                case N + 1 -> x;
                case A == "a" ? 7 : 8 -> x * x;
                default -> 2;
              };
            }
            """,
            p -> {
              p.at(0.7, "ab", 4).isRight();
              p.at(0.7, "a3c", 7).isRight();
              p.at(0.7, "one\ntwo", 8).isRight();
              p.at(0.7, "za", 4).isRight();
              p.at(0.7, "z", 4).isRight();
              p.at(0.7, "a\nb", 4).isRight();
              p.at(0.7, "b", 8).isRight();
            })
        .add(
            "a selector with side effects",
            """
            static double f(double x, int n) {
              int i = n;
              double y = x;
              while (i < 5) {
                switch (i++) {
                  case 0 -> y = y * x;
                  case 1, 2 -> { i++; y = y + Math.cos(y); }
                  default -> y = y * y;
                }
              }
              return y * i;
            }
            """,
            p -> p.at(0.7, 0).isRight())
        .tests();
  }
}
