package dev.tapeless.processor.frontend;

import org.junit.jupiter.api.Test;

/** What a method does is the same before and after it has been read. */
class MeaningTest {

  private static final double[] XS = {1.5, -2, 0.25, 4};

  @Test
  void operandsAreEvaluatedFromLeftToRight() {
    Meaning.of(
            """
            static double f(double x, double[] a, int n) {
              double y = x + (x = 3) * x + (x += 2) - x--;
              int i = 0;
              a[i++] += a[i] * (y = 3) + i++;
              a[i] = i = 1;
              a[i] *= a[i = 2] + i;
              a[n] = n = n + 1;
              int j = i++ + ++i * i-- - --i;
              return y + j + x + (n++ + n) + (a[1] + (a[1] = 7) + a[1]);
            }
            """)
        .at(0.5, XS, 0)
        .at(2.0, XS, 3);
  }

  @Test
  void aCallMayChangeTheArraysThatItGets() {
    Meaning.of(
            """
            static double bump(double[] a, int i) {
              a[i] += 1;
              return a[i] * 2;
            }
            static int next(int[] at) {
              return at[0]++;
            }
            static double f(double[] a, int[] at) {
              double s = a[0] + bump(a, 0) * a[0] - bump(a, next(at)) + a[1];
              a[next(at)] += bump(a, next(at)) + at[0];
              a[at[0]] = next(at);
              return s + (a[0] > 0 ? bump(a, 1) : bump(a, 2)) + a[1];
            }
            """)
        .at(XS, new int[] {1})
        .at(XS, new int[] {0});
  }

  @Test
  void exceptionsComeInJavasOrder() {
    Meaning.of(
            """
            static int fail(int[] n) {
              n[0] = 1 / n[0];
              return n[0];
            }
            static double f(double[] a, int i, int[] n) {
              a[0] = 9;
              a[i] = fail(n);
              return a[i] * fail(n) + n[1] + a.length % (n[0] - 1);
            }
            """)
        .at(XS, 1, new int[] {0, 0})
        .at(XS, 7, new int[] {0})
        .at(XS, 7, new int[] {2, 2})
        .at(XS, 2, new int[] {1, 2})
        .at(XS, 2, new int[] {1})
        .at(null, 7, new int[] {0});
  }

  @Test
  void compoundAssignmentReadsTheOldValueFirst() {
    Meaning.of(
            """
            static double f(double[] a, int i, double x) {
              a[i] += a[i] = x;
              x *= (x = 2) + x;
              a[i + 1] -= a[i + 1]++ + --a[i + 1];
              int k = 3;
              k += k++ + ++k;
              k -= 1.7;
              return (a[i] = x = k) + (a[0] += 2) * (a[0] /= 3) + k;
            }
            """)
        .at(XS, 0, 0.5)
        .at(XS, 3, 0.5)
        .at(XS, 2, 1.25);
  }

  @Test
  void conditionsWithSideEffectsAreEvaluatedOnlyWhenJavaDoes() {
    Meaning.of(
            """
            static boolean seen(int[] count, boolean answer) {
              count[0]++;
              return answer;
            }
            static double f(int[] c, boolean a, boolean b) {
              double y = 0;
              if (seen(c, a) && seen(c, b) || !seen(c, a)) y += 1;
              if (a || (y = 5) > 3 && b) y += 2;
              boolean z = a & seen(c, b) | b ^ seen(c, true);
              y += z ? seen(c, b) ? 3 : c[0]++ : a ? 0.5 : --c[0];
              boolean w = b && a || seen(c, a = b) && a;
              w |= a;
              w &= !b;
              w ^= a == b != (c[0] > 2);
              return (w ? y : -y) + c[0];
            }
            """)
        .at(new int[] {0}, true, true)
        .at(new int[] {0}, true, false)
        .at(new int[] {0}, false, true)
        .at(new int[] {0}, false, false);
  }

  @Test
  void integersWrapAndConvertAsInJava() {
    Meaning.of(
            """
            static final int BIG = Integer.MAX_VALUE;
            static final long MASK = 0xFFL;
            static double f(int n, long l, double x) {
              byte b = (byte) n; b += 100; b++; b <<= 1; b >>>= 1;
              short s = (short) (n * 31); s -= 2.5; s--;
              char c = 'z'; c += n; c++; char d = 65;
              int i = BIG + n; i = i / 3 % 7 + ~i - -i; i >>= l; i = i << 33 | n & 0xF0 ^ 017;
              l = l * BIG + c; l >>>= n; l ^= n; l %= 1000L; l = -l;
              int m = Integer.MIN_VALUE; m -= 1; m = -m;
              float q = 1.1f; q *= 2.2; q += n; q = q / 3; q++; q = -q + 16777217;
              long r = 1 << 40; r += 1L << 40; r |= MASK;
              x += (int) 2.9e10 + (long) x + (byte) 300 + (char) -1 + 'a' + (short) 1e6 + 7 / 2 + 7 / 2.0;
              x -= -2147483648 + -9223372036854775808L - 0x7fff_ffff - -0;
              return b + s * 1e3 + c * d + i + l + m + q + r + x + (n > 3 ? 1 : 2.0f) + 1 / x;
            }
            """)
        .at(5, 12345678901L, 0.1)
        .at(-7, -3L, -2.5)
        .at(100, 65L, 1e300);
  }

  @Test
  void libraryMethodsConvertTheirArguments() {
    Meaning.of(
            """
            static double f(double x, float q, int n, long l) {
              double y = Math.sqrt(n) + Math.abs(q) + Math.abs(n) + Math.max(n, l) + Math.max(q, n);
              y += Math.pow(x, 2) + StrictMath.sin(q) + Math.floorMod(l, n) + Math.round(x) + Math.round(q);
              y += Integer.compare(n, 3) + Double.compare(x, q) + Long.bitCount(l) + Integer.MAX_VALUE;
              y += Float.isNaN(q) || Double.isInfinite(x) ? 1 : Character.isDigit('7') ? 2 : 3;
              Math.addExact(n, n);
              return y + Math.PI * Math.E + Math.hypot(x, n) + Double.MIN_VALUE + Math.fma(x, q, n);
            }
            """)
        .at(0.5, 2.5f, 7, 9L)
        .at(-1.5, -2f, -3, -100L)
        .at(-1.5, -2f, 0, 1L)
        .at(1.0, 1f, Integer.MAX_VALUE, 1L);
  }

  @Test
  void loopsOfEveryForm() {
    Meaning.of(
            """
            static final int STEP = 2;
            static int limit(int n) {
              return n - 1;
            }
            static double f(double[] a, int n) {
              double s = 0;
              for (int i = 0; i < n; i++) s += a[i % a.length];
              for (int i = n; i > 0; i -= STEP) s -= i * s;
              for (int i = n; 0 <= i; i += -3) s = s / 2 + i;
              for (int i = 0, j = n; i < j; i++, j--) s += i * j;
              for (int i = 0, j = n; i < n; ++i, j -= 2) s += j;
              for (int i = n, j = i; i > 0; i--) s += j;
              for (int i = 1; i <= n; i = i + 1) { n -= 1; s += n; }
              for (int i = 0; i < limit(n) + 5; i++) s += 1;
              for (int i = limit(n); i < 9; i++) s *= 1.5;
              for (int i = 0; i != 4; i++) { i++; s++; }
              for (long i = 0; i < n + 3; i++) s += i;
              for (byte i = 0; i < 5; i++) s -= i;
              for (double t = 0; t < 1; t += 0.25) s += t;
              int k = n; int e = 3;
              for (int i = k; i < 20; i += 4) { k++; s += k; }
              for (int i = e = 1; i < 20; i += 7) { e++; s += e * i; }
              for (; k < 40; ) k += 3;
              while (k-- > 30) s += k;
              while (limit(k) > 20) { k--; }
              do { s += k; k -= 2; } while (k > 0 && (s += 1) < 1e6);
              do s++; while (s < 0);
              int[] ends = {3, 4};
              for (int i = 0; i < ends[0]; i++) { ends[0] -= 1; s += i; }
              for (int i = 0; i < ends[1]; i++) { s += ends[0]; }
              for (int i = 0, p = e; i < p--; i++) s += p;
              for (int i = 0; i < 3; i++) for (int j = i; j < 3; j++) { if (j == 1) continueNot(); s += i - j; }
              return s + k + n;
            }
            static void continueNot() {
            }
            """)
        .at(XS, 5)
        .at(XS, 0)
        .at(XS, 12);
  }

  @Test
  void forEachKeepsItsArray() {
    Meaning.of(
            """
            static double[] make(int n) {
              return new double[n];
            }
            static double f(double[] a, int[][] m) {
              double s = 0;
              for (double v : a) { a = new double[] {v, s}; s += v + a[1]; }
              for (final var row : m) for (int v : row) s += v;
              for (double v : new double[] {1, 2, 3}) { v *= 2; s += v; }
              for (double v : make(3)) s += v + 1;
              for (double v : m[0]) { m[0] = new int[] {1}; s += v; }
              for (float v : new int[] {16777217}) s += v;
              return s;
            }
            """)
        .at(XS, new int[][] {{1, 2, 3}, {}, {4}})
        .at(new double[0], new int[][] {{}})
        .at(null, new int[][] {{}})
        .at(XS, new int[][] {{1}, null});
  }

  @Test
  void arraysAreReferences() {
    Meaning.of(
            """
            static double[] f(double[][] a, double x) {
              double[] row = a[0], u = a[1].clone(), v = {x, 2 * x, 3};
              row[1] = x;
              for (int t = 0; t < 3; t++) {
                double[] swap = u; u = v; v = swap;
                u[0] += v[1] = row[t % row.length];
              }
              double[][] m = new double[3][], z = new double[2][2], lit = {{1, x}, row, {}, null};
              double[][][] deep = new double[2][3][], cube = {{{x}}, {}};
              m[0] = m[1] = row;
              m[0][0] = 17;
              z[1][0] = m[1][0] + lit[1][0] + deep.length + cube[0][0][0] + deep[1].length;
              boolean same = m[0] == row && m[2] == null && u != v;
              float[] fs = {1, 2.5f, 'c'}; long[] ls = {1, 'x', fs.length}; boolean[] bs = {true, same};
              byte[] bytes = {1, 2}; char[] chars = {97, 'b'}; bytes[0] += 200; chars[1]++;
              u = same ? z[1] : new double[4];
              (u)[0] -= new double[] {fs[2] + ls[1], 2}[0] + new int[x > 0 ? 2 : 3].length;
              double last[] = {bytes[0], chars[1], bs[1] ? 1 : 0}, other = x;
              return other > 0 ? u : new double[] {u[0], last[0], last[1], last[2], (x = 2), x};
            }
            """
                .replace(", other = x;", "; double other = x;"))
        .at(new double[][] {{1, 2}, {3, 4}}, 0.5)
        .at(new double[][] {{1, 2}, {3, 4}}, -0.5)
        .at(new double[][] {{1}, {3, 4}}, 0.5);
  }

  @Test
  void earlyReturns() {
    Meaning.of(
            """
            static double f(double x, int n) {
              if (n == 0) return x;
              if (n == 1) {
                x *= 2;
                if (x > 1) {
                  return x;
                }
                x += 1;
              } else if (n == 2) {
                return f(x * 3, 0);
              } else {
                if (n == 3) {
                  return -x;
                } else {
                  x++;
                  { if (n == 4) return x + n; }
                }
                x *= 3;
              }
              x += 10;
              if (x > 100) { return 1; } else if (x > 50) { return 2; }
              double y = x - 1;
              return y * x;
            }
            """)
        .at(0.25, 0)
        .at(0.25, 1)
        .at(2.0, 1)
        .at(2.0, 2)
        .at(2.0, 3)
        .at(2.0, 4)
        .at(2.0, 5)
        .at(20.0, 5)
        .at(50.0, 5);
  }

  @Test
  void returnsInBothBranches() {
    Meaning.of(
            """
            static double[] f(double[] x, int n) {
              double t = x[0];
              if (n > 0) {
                if (n > 1) {
                  t = 2;
                  if (n > 2) {
                    return new double[] {t};
                  }
                }
                t += 1;
                x[0] = t;
              }
              done(x, n);
              t += x[0];
              if (n < 0) {
                return x;
              }
              return x.clone();
            }
            static void done(double[] x, int n) {
              if (n == 1) return;
              x[0] += 1;
              if (n == 2) { x[0] = 5; return; }
              x[0] *= 2;
            }
            """)
        .at(XS, -1)
        .at(XS, 0)
        .at(XS, 1)
        .at(XS, 2)
        .at(XS, 3);
  }

  @Test
  void recursionAndOtherClasses() {
    Meaning.of(
            """
            static int fib(int n) {
              return n < 2 ? n : fib(n - 1) + fib(n - 2);
            }
            private static boolean even(int n) { return n == 0 || odd(n - 1); }
            private static boolean odd(int n) { return n != 0 && even(n - 1); }
            interface Shape { double UNIT = 2; static double area(double r) { return r * r * UNIT; } }
            enum Kind { A; static final double FACTOR = Math.sqrt(2); static double of(double x) { return x * FACTOR; } }
            record Pair(double a) { static double twice(double x) { return x + x; } }
            static class Inner { static double half(double x) { return x / 2; } }
            static float narrow(float x) { return x * 0.1f; }
            static double f(double x, int n) {
              return fib(n) + (even(n) ? x : -x) + Shape.area(x) + Kind.of(x) + Pair.twice(n) + Inner.half(n) + narrow(n);
            }
            """)
        .at(0.3, 9)
        .at(0.3, 4);
  }
}
