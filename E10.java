import dev.tapeless.*;
class E10 {
  static class Cnt { final Cnt next = null; final double r = 2; final int size = 3; private final int k = 4; }
  @Differentiable static double g(double x, Cnt n) { return x * n.next.r; }
  @Differentiable static double h(double[] x, Cnt n) { double s = 1; for (int i = 0; i < n.size; i++) s *= x[i]; return s * n.k; }
  public static void main(String[] z) {
    try { g(1, new Cnt()); } catch (Exception e) { System.out.println("g expect " + e); }
    try { System.out.println(E10Adjoint.gGradient(1, new Cnt())); } catch (Exception e) { System.out.println("g got " + e); }
    System.out.println(java.util.Arrays.toString(E10Adjoint.hGradient(new double[] {1, 2, 3}, new Cnt())));
  } }
