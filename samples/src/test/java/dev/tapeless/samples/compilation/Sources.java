package dev.tapeless.samples.compilation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Classes of ten annotated methods of ordinary size: loops, branches, arrays, helpers. */
final class Sources {

  private static final int IN_A_CLASS = 10;

  private static final List<String> METHODS =
      List.of(
          """
            @Differentiable
            static double f#(double[] x, double a) {
              double s = 0;
              for (int i = 0; i < x.length; i++) {
                double t = x[i] * a - #.5;
                s += t * t + Math.sin(t);
              }
              return s;
            }
          """,
          """
            @Differentiable
            static double f#(double a, double b, double c) {
              double u = a * b + c;
              double v = Math.exp(-u * u) / (1 + b * b);
              if (v > a) {
                v = v * c - #;
              }
              return u * v + Math.atan(c);
            }
          """,
          """
            @Differentiable
            static double[] f#(double[] x, double w) {
              double[] y = new double[x.length];
              for (int i = 0; i < x.length; i++) {
                y[i] = Math.tanh(w * x[i]) + x[0] * #;
              }
              return y;
            }
          """,
          """
            @Differentiable
            static double f#(double start, double r, int n) {
              double u = start;
              for (int k = 0; k < n; k++) {
                u = r * u * (1 - u);
              }
              return u * u + #;
            }
          """,
          """
            @Differentiable
            static double f#(double[][] m, double[] v) {
              double s = 0;
              for (int i = 0; i < m.length; i++) {
                double dot = 0;
                for (int j = 0; j < v.length; j++) {
                  dot += m[i][j] * v[j];
                }
                s += dot * dot;
              }
              return Math.sqrt(s + #);
            }
          """,
          """
            @Differentiable
            static double f#(double x, double y) {
              return helper#(x * y) + helper#(x + y);
            }

            private static double helper#(double t) {
              double q = t > 0 ? t : t * 0.1;
              return q * q * q + Math.cos(q);
            }
          """);

  private Sources() {}

  /** Writes so many methods into {@code folder}. */
  static List<Path> write(Path folder, int methods) throws IOException {
    List<Path> files = new ArrayList<>();
    for (int first = 0; first < methods; first += IN_A_CLASS) {
      StringBuilder text = new StringBuilder("import dev.tapeless.Differentiable;\n\n");
      String name = "Subject" + first;
      text.append("final class ").append(name).append(" {\n");
      for (int i = first; i < Math.min(first + IN_A_CLASS, methods); i++) {
        text.append(METHODS.get(i % METHODS.size()).replace("#", String.valueOf(i)));
      }
      files.add(Files.writeString(folder.resolve(name + ".java"), text.append("}\n")));
    }
    return files;
  }
}
