package dev.tapeless.processor.behaviour;

import dev.tapeless.processor.testing.Programs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Sums that begin at zero: 0 - 0 is 0 and not -0, which values and branches of the method may
 * depend on, though adjoints do not.
 */
class SignsOfZerosTest {

  @TestFactory
  Stream<DynamicTest> areThoseOfTheMethod() {
    String[][] programs = {
      {
        "of the elements of a new array",
        """
        double[] w = new double[3];
        for (int i = 0; i < 3; i++) {
          w[i] -= x[i];
        }
        for (int i = 0; i < 3; i++) {
          s += Math.copySign(x[1], w[i]) * x[2];
        }
        """
      },
      {
        "of elements one after another",
        """
        double[] w = new double[n];
        w[0] -= x[0];
        w[1] -= x[1] * x[0];
        for (int i = 0; i < 2; i++) {
          s *= Math.atan2(w[i], -1);
        }
        """
      },
      {
        "of an element that is set to zero",
        """
        double[] w = new double[n];
        for (int i = 0; i < 2; i++) {
          w[i + 1] = s;
          s += w[i + 1] * x[1];
          w[i + 1] = 0;
          w[i + 1] -= x[i];
          s *= Math.atan2(w[i + 1], -1);
        }
        """
      },
      {
        "of a variable that is set to zero",
        """
        double t = s;
        for (int i = 0; i < 3; i++) {
          s += t * x[1];
          t = 0;
          t -= x[i];
          s *= Math.atan2(t, -1);
        }
        """
      },
      {
        "of a variable that is set to zero before a branch",
        """
        double t = s;
        for (int i = 0; i < 3; i++) {
          s += t * x[1];
          t = 0;
          if (x[1] > 1) {
            t -= x[i];
          } else {
            t += x[i];
          }
          s *= Math.atan2(t, -1);
        }
        """
      },
    };
    Programs tests = new Programs();
    for (String[] program : programs) {
      String text = "static double f(double[] x, int n) {\ndouble s = 1;\n@return s;\n}";
      tests.add(
          program[0],
          text.replace("@", program[1]),
          d -> {
            d.at(new double[] {0.0, 2, 3}, 3).isConsistent();
            d.at(new double[] {-0.0, 2, 3}, 3).isConsistent();
            d.at(new double[] {0.4, 2, 3}, 3).isRight();
          });
    }
    return tests.tests();
  }
}
