package dev.tapeless.samples.workloads;

/**
 * The gradient of {@link Lstm}, written by hand: the gates are stored in flat arrays, one nest of
 * loops goes back.
 */
final class LstmByHand {
  private LstmByHand() {}

  record Gradient(double[][] main, double[][] extra) {}

  record ValueAndGradient(double value, Gradient gradient) {}

  /** What the way forward keeps. */
  private static final class Workspace {
    final double[] f, in, o, g, tc, c, h, p;

    Workspace(int steps, int layers, int b) {
      int n = steps * layers * b;
      f = new double[n];
      in = new double[n];
      o = new double[n];
      g = new double[n];
      tc = new double[n];
      c = new double[n + layers * b];
      h = new double[n + layers * b];
      p = new double[steps * b];
    }
  }

  static ValueAndGradient valueAndGradient(
      double[][] main, double[][] extra, double[][] state, double[][] sequence) {
    Workspace ws = new Workspace(sequence.length - 1, main.length / 2, extra[0].length);
    final int layers = main.length / 2;
    final int b = extra[0].length;
    final int steps = sequence.length - 1;
    final int lb = layers * b;
    final double[] inW = extra[0], outW = extra[1], outB = extra[2];
    double[] h = ws.h, c = ws.c, y = ws.p;
    for (int l = 0; l < layers; l++) {
      System.arraycopy(state[2 * l], 0, h, l * b, b);
      System.arraycopy(state[2 * l + 1], 0, c, l * b, b);
    }
    double[] input = new double[b];
    double total = 0;
    for (int t = 0; t < steps; t++) {
      double[] xt = sequence[t];
      for (int i = 0; i < b; i++) {
        input[i] = xt[i] * inW[i];
      }
      int at = t * lb;
      forwardLayer(b, main[0], main[1], input, 0, ws, at, lb);
      for (int l = 1; l < layers; l++) {
        forwardLayer(b, main[2 * l], main[2 * l + 1], h, at + lb + (l - 1) * b, ws, at + l * b, lb);
      }
      int top = at + lb + (layers - 1) * b;
      int yo = t * b;
      double[] gold = sequence[t + 1];
      double s = 2;
      double goldSum = 0;
      for (int i = 0; i < b; i++) {
        double v = h[top + i] * outW[i] + outB[i];
        total += gold[i] * v;
        goldSum += gold[i];
        double e = Math.exp(v);
        y[yo + i] = e;
        s += e;
      }
      total -= goldSum * Math.log(s);
      double scale = goldSum / s;
      for (int i = 0; i < b; i++) {
        y[yo + i] = gold[i] - scale * y[yo + i];
      }
    }
    double norm = -1.0 / (steps * b);

    double[][] mainBar = new double[2 * layers][4 * b];
    double[][] extraBar = new double[3][b];
    double[] inWBar = extraBar[0], outWBar = extraBar[1], outBBar = extraBar[2];
    double[] hBar = new double[lb];
    double[] cBar = new double[lb];
    double[] inputBar = new double[b];
    for (int t = steps - 1; t >= 0; t--) {
      int at = t * lb;
      int topBar = (layers - 1) * b;
      int top = at + lb + topBar;
      int yo = t * b;
      for (int i = 0; i < b; i++) {
        double yb = norm * y[yo + i];
        outBBar[i] += yb;
        outWBar[i] += yb * h[top + i];
        hBar[topBar + i] += yb * outW[i];
      }
      for (int l = layers - 1; l >= 1; l--) {
        backwardLayer(
            b,
            main[2 * l],
            h,
            at + lb + (l - 1) * b,
            ws,
            at + l * b,
            hBar,
            cBar,
            l * b,
            mainBar[2 * l],
            mainBar[2 * l + 1],
            inputBar);
        for (int i = 0; i < b; i++) {
          hBar[(l - 1) * b + i] += inputBar[i];
        }
      }
      double[] xt = sequence[t];
      for (int i = 0; i < b; i++) {
        input[i] = xt[i] * inW[i];
      }
      backwardLayer(b, main[0], input, 0, ws, at, hBar, cBar, 0, mainBar[0], mainBar[1], inputBar);
      for (int i = 0; i < b; i++) {
        inWBar[i] += inputBar[i] * xt[i];
      }
    }
    return new ValueAndGradient(total * norm, new Gradient(mainBar, extraBar));
  }

  private static void forwardLayer(
      int b, double[] w, double[] bias, double[] in, int inOff, Workspace ws, int at, int lb) {
    double[] fs = ws.f, is = ws.in, os = ws.o, gs = ws.g, tcs = ws.tc, c = ws.c, h = ws.h;
    for (int i = 0; i < b; i++) {
      double x = in[inOff + i];
      double hp = h[at + i];
      double f = 1 / (1 + Math.exp(-(x * w[i] + bias[i])));
      double ig = 1 / (1 + Math.exp(-(hp * w[b + i] + bias[b + i])));
      double o = 1 / (1 + Math.exp(-(x * w[2 * b + i] + bias[2 * b + i])));
      double g = Math.tanh(hp * w[3 * b + i] + bias[3 * b + i]);
      double cell = c[at + i] * f + ig * g;
      double tc = Math.tanh(cell);
      fs[at + i] = f;
      is[at + i] = ig;
      os[at + i] = o;
      gs[at + i] = g;
      tcs[at + i] = tc;
      c[at + lb + i] = cell;
      h[at + lb + i] = o * tc;
    }
  }

  private static void backwardLayer(
      int b,
      double[] w,
      double[] in,
      int inOff,
      Workspace ws,
      int at,
      double[] hBar,
      double[] cBar,
      int lo,
      double[] wBar,
      double[] bBar,
      double[] inBar) {
    double[] fs = ws.f, is = ws.in, os = ws.o, gs = ws.g, tcs = ws.tc, c = ws.c, h = ws.h;
    for (int i = 0; i < b; i++) {
      double hb = hBar[lo + i];
      double f = fs[at + i], ig = is[at + i], o = os[at + i], g = gs[at + i], tc = tcs[at + i];
      double cb = cBar[lo + i] + hb * o * (1 - tc * tc);
      double zo = hb * tc * o * (1 - o);
      double zf = cb * c[at + i] * f * (1 - f);
      double zi = cb * g * ig * (1 - ig);
      double zg = cb * ig * (1 - g * g);
      cBar[lo + i] = cb * f;
      double x = in[inOff + i], hp = h[at + i];
      wBar[i] += zf * x;
      bBar[i] += zf;
      wBar[b + i] += zi * hp;
      bBar[b + i] += zi;
      wBar[2 * b + i] += zo * x;
      bBar[2 * b + i] += zo;
      wBar[3 * b + i] += zg * hp;
      bBar[3 * b + i] += zg;
      inBar[i] = zf * w[i] + zo * w[2 * b + i];
      hBar[lo + i] = zi * w[b + i] + zg * w[3 * b + i];
    }
  }
}
