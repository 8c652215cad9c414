package dev.tapeless.samples.autograd;

import dev.tapeless.Projections;
import java.io.PrintStream;
import java.util.Arrays;

/**
 * What an automatic derivative is, from projections to the chain rule, with numbers.
 *
 * <p>The page {@code docs/tutorial-autograd.md} explains what this program prints.
 */
public final class AutogradTutorial {

  private static final double[] ONES = {1, 1, 1};

  private final PrintStream out;

  private AutogradTutorial(PrintStream out) {
    this.out = out;
  }

  /**
   * Prints the tutorial.
   *
   * @param args none
   */
  public static void main(String[] args) {
    print(System.out);
  }

  /** Prints all sections to {@code out}. */
  static void print(PrintStream out) {
    AutogradTutorial tutorial = new AutogradTutorial(out);
    tutorial.projections();
    tutorial.directionalDerivatives();
    tutorial.jacobian();
    tutorial.vectorJacobianProducts();
    tutorial.chainRule();
    tutorial.implicitSum();
  }

  private void projections() {
    double[] b = {3, 4};
    double[] a = {2, 0};
    title("1. Projections");
    show("b·a/|a|, the length of b along a (a number)", Projections.scalar(b, a));
    show("(b·a/|a|²) a, the part of b along a (a vector)", Projections.vector(b, a));
  }

  private void directionalDerivatives() {
    double[] p = {1, 0.5};
    double[] l = {3, 4};
    double[] gradient = HillAdjoint.heightGradient(p);
    title("2. The directional derivative is a number");
    show("gradient at p", gradient);
    show("slope at p along l", HillAdjoint.heightDirectionalDerivative(p, l));
    show("scalar projection of the gradient on l", Projections.scalar(gradient, l));
    show("slope along the gradient itself", HillAdjoint.heightDirectionalDerivative(p, gradient));
  }

  private void jacobian() {
    double[] x = {1, 2, 3};
    title("3. The Jacobian of Y = X²");
    show("Y", Squares.y(x));
    double[][] jacobian = SquaresAdjoint.yJacobian(x);
    for (int i = 0; i < jacobian.length; i++) {
      show("row " + i + ": the gradient of y" + i, jacobian[i]);
    }
  }

  private void vectorJacobianProducts() {
    double[] x = {1, 2, 3};
    double[] v = {1, 0.1, 0.01};
    title("4. Products of the transposed Jacobian with a vector");
    show("Jᵀ·(1,1,1), the column sums of J", SquaresAdjoint.yVjp(x, ONES));
    show("the same, without saying (1,1,1)", SquaresAdjoint.yVjp(x));
    show("the gradient of y0 + y1 + y2", SquaresAdjoint.sumGradient(x));
    show("length of (1,1,1): not a unit vector", Projections.scalar(ONES, ONES));
    show("Jᵀ·v for another v", SquaresAdjoint.yVjp(x, v));
    show("column 1 of J times v", dot(column(SquaresAdjoint.yJacobian(x), 1), v));
  }

  private void chainRule() {
    double[] xy = {1, 2};
    double[] uv = Chain.f(xy);
    title("5. The chain rule");
    show("(u, v) = f(x, y)", uv);
    show("v = ∂l/∂(u, v) for l = u + v", ChainAdjoint.sumGradient(uv));
    show("Jᵀ·v", ChainAdjoint.fVjp(xy, ChainAdjoint.sumGradient(uv)));
    show("gradient of l(f(x, y)) in one go", ChainAdjoint.sumOfFGradient(xy));
    show("v = ∂l/∂(u, v) for l = u v", ChainAdjoint.productGradient(uv));
    show("Jᵀ·v", ChainAdjoint.fVjp(xy, ChainAdjoint.productGradient(uv)));
    show("gradient of l(f(x, y)) in one go", ChainAdjoint.productOfFGradient(xy));
  }

  private void implicitSum() {
    double[] xy = {1, 2};
    title("6. Without v: as if l = sum(y) stood behind f");
    show("fVjp(x)", ChainAdjoint.fVjp(xy));
    show("gradient of sum(f(x))", ChainAdjoint.sumOfFGradient(xy));
  }

  /** Column {@code j} of a matrix. */
  static double[] column(double[][] matrix, int j) {
    return Arrays.stream(matrix).mapToDouble(row -> row[j]).toArray();
  }

  /** The inner product of two vectors. */
  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private void title(String text) {
    out.println();
    out.println(text);
  }

  private void show(String what, double number) {
    out.printf("  %-48s %s%n", what, number);
  }

  private void show(String what, double[] vector) {
    out.printf("  %-48s %s%n", what, Arrays.toString(vector));
  }
}
