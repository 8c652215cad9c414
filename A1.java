import dev.tapeless.*;
class A1 {
  static final class Data { final double[] d = {3}; int twice() { d[0] *= 2; return 2; } }
  @Differentiable(order=2) static double f(double x) { Data q = new Data(); double a = q.d[0]; double s = x * a; double b = x * x * q.twice(); double c = q.d[0]; return s + b + x * c; }
  @Differentiable(order=1) static double g(double x) { Data q = new Data();  return x * q.d[0] + x * x * q.twice() + x * q.d[0]; }
  public static void main(String[] z) { System.out.println(A1Adjoint.fGradient(0.7) + " " + A1Adjoint.gGradient(0.7) + " expect 11.8"); }
}
