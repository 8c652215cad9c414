package dev.tapeless.processor.frontend;

import org.junit.jupiter.api.Test;

/** Jumps and switches do the same before and after they have become branches. */
class JumpMeaningTest {

  @Test
  void conditionsAndUpdatesRunAsOftenAsInJava() {
    Meaning.of(
            """
            static boolean less(int[] c, int i, int n) {
              c[0] = c[0] * 3 + 1;
              return i < n;
            }
            static double f(int[] c, int n, int stop) {
              double y = 0;
              outer:
              for (int i = 0, k = 0; less(c, i, n); i++, k += c[0] % 2) {
                if (i == stop) continue;
                if (i == stop + 1) { c[1]++; continue outer; }
                int j = 0;
                do {
                  if (j == 2) continue;
                  if (j + i == stop + 5) continue outer;
                  if (j > 3 && i > 4) break outer;
                  y = y * 0.5 + j;
                } while (less(c, j++, 5));
                while (less(c, j--, n)) {
                  if (j < 0) break;
                  if (j == 3) { y += 100; continue; }
                  y -= j;
                  if (i == 2) continue outer;
                }
                y += k;
              }
              return y + c[0] + c[1] * 0.25;
            }
            """)
        .at(new int[] {0, 0}, 0, 0)
        .at(new int[] {0, 0}, 4, 1)
        .at(new int[] {0, 0}, 8, 3)
        .at(new int[] {0, 0}, 8, 30);
  }

  @Test
  void aReturnEvaluatesNothingElse() {
    Meaning.of(
            """
            static int next(int[] c) {
              return ++c[0];
            }
            static double f(int[] c, int n) {
              for (int i = 0; next(c) < 100; next(c), i++) {
                for (int v : c) {
                  if (i == n) {
                    return next(c) * 0.5 + v;
                  }
                  if (v == n) {
                    if (next(c) > 7) {
                      return c[0];
                    } else {
                      next(c);
                      continue;
                    }
                  }
                  next(c);
                }
                if (c[0] > 40) {
                  do {
                    if (next(c) % 5 == 0) return -c[0];
                  } while (true);
                }
              }
              return c[0] + 0.25;
            }
            """)
        .at(new int[] {0, 2, 5}, 0)
        .at(new int[] {0, 2, 5}, 1)
        .at(new int[] {0, 2, 5}, 5)
        .at(new int[] {90, 2, 5}, 70)
        .at(new int[] {0}, 70);
  }

  @Test
  void blocksCanBeLeft() {
    Meaning.of(
            """
            static double f(int n, double x) {
              double y = 1;
              a:
              {
                y += 1;
                b:
                if (n > 0) {
                  y *= 3;
                  if (n == 1) break a;
                  if (n == 2) break b;
                  y -= x;
                  d: c: for (;;) {
                    y++;
                    e: {
                      if (n == 3) break d;
                      if (y < 9) break e;
                      if (n == 4) break a;
                      if (n == 5) break c;
                      if (n == 6) return y;
                      y -= 2;
                      if (y > 7) { n--; continue c; }
                    }
                    y += 2;
                  }
                  y *= 5;
                } else if (n == -1) break a;
                else if (n == -2) return 7;
                else break b;
                y += 0.5;
              }
              return y * x;
            }
            """)
        .at(-3, 0.5)
        .at(-2, 0.5)
        .at(-1, 0.5)
        .at(0, 0.5)
        .at(1, 0.5)
        .at(2, 0.5)
        .at(3, 0.5)
        .at(4, 0.5)
        .at(5, 0.5)
        .at(6, 0.5)
        .at(9, 0.5);
  }

  @Test
  void switchesEnterOnceAndFallThrough() {
    Meaning.of(
            """
            static double f(int[] c, int n, byte b, char d) {
              double y = 0;
              all:
              for (int i = 0; i < n; i++) {
                switch (c[0]++ % 6) {
                  case 5:
                    y += 1;
                    int k = 3;
                  default:
                    y *= 2;
                  case 1:
                  case 2:
                    if (y > 10) break;
                    k = 4;
                    y += k;
                    switch (d) {
                      case 'a': continue;
                      case 'b': continue all;
                      case 'c': break all;
                      case 'd': return y;
                      default: y -= 0.25;
                      case 'e':
                    }
                    break;
                  case 3:
                    y -= 3;
                    continue;
                }
                y += switch (b) {
                  case -1, 1 -> 2;
                  case 2 -> {
                    for (;;) {
                      if (c[0]++ > 20) yield y;
                      if (c[0] % 3 == 0) break;
                    }
                    yield 0.5;
                  }
                  default -> c[0] > 3 ? switch (i) { case 0: yield 1; case 1: default: yield 2; } : 3;
                };
              }
              return y + c[0];
            }
            """)
        .at(new int[] {0}, 9, (byte) 1, 'a')
        .at(new int[] {0}, 9, (byte) -1, 'b')
        .at(new int[] {0}, 9, (byte) 2, 'f')
        .at(new int[] {0}, 9, (byte) 3, 'e')
        .at(new int[] {4}, 9, (byte) 3, 'c')
        .at(new int[] {4}, 9, (byte) 3, 'd')
        .at(new int[] {5}, 19, (byte) 2, 'e');
  }

  @Test
  void exceptionsPassOverTheRest() {
    Meaning.of(
            """
            static double f(double[] a, int n) {
              double y = 0;
              for (int i = 0; i <= n; i++) {
                if (a[i] < 0) {
                  return y;
                }
                y += a[i];
              }
              switch (n) {
                case 0: return y;
                case 1: break;
                default: throw new IllegalStateException("n " + n);
              }
              if (y > 1) {
                throw new IllegalArgumentException("y");
              } else if (y > 0.5) {
                return -y;
              }
              while (true) {
                if (y > 3) throw new ArithmeticException();
                y++;
              }
            }
            """)
        .at(new double[] {0.1, -1, 2}, 1)
        .at(new double[] {0.1, 0.2, 2}, 0)
        .at(new double[] {0.1, 0.2, 2}, 1)
        .at(new double[] {0.1, 0.5, 2}, 1)
        .at(new double[] {1.1, 0.5, 2}, 1)
        .at(new double[] {1.1, 0.5, 2}, 2)
        .at(new double[] {1.1, 0.5, 2}, 3);
  }
}
