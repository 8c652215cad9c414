package dev.tapeless.processor.library;

import dev.tapeless.processor.testing.Programs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Rotations, distances on the globe, polygons; transforms and filters. */
class GeometryAndSignalsTest {

  private static final double[] X = {0.3, 1.2, -0.7, 2.1, 0.9, -1.1, 0.4, 0.8};

  @TestFactory
  Stream<DynamicTest> geometry() {
    return new Programs()
        .add(
            "haversine",
            """
            private static final double EARTH_RADIUS = 6371.0088;

            static double haversine(double lat1, double lon1, double lat2, double lon2) {
              double dLat = Math.toRadians(lat2 - lat1);
              double dLon = Math.toRadians(lon2 - lon1);
              double a = Math.pow(Math.sin(dLat / 2), 2)
                  + Math.cos(Math.toRadians(lat1)) * Math.cos(Math.toRadians(lat2))
                      * Math.pow(Math.sin(dLon / 2), 2);
              return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(a)));
            }
            """,
            f -> f.at(48.1, 11.6, 52.5, 13.4).isRight())
        .add(
            "Vincenty's inverse formula",
            """
            static double vincenty(double lat1, double lon1, double lat2, double lon2) {
              double a = 6378137, b = 6356752.314245, flat = 1 / 298.257223563;
              double l = Math.toRadians(lon2 - lon1);
              double u1 = Math.atan((1 - flat) * Math.tan(Math.toRadians(lat1)));
              double u2 = Math.atan((1 - flat) * Math.tan(Math.toRadians(lat2)));
              double sinU1 = Math.sin(u1), cosU1 = Math.cos(u1);
              double sinU2 = Math.sin(u2), cosU2 = Math.cos(u2);
              double lambda = l, lambdaP, iterLimit = 100;
              double cosSqAlpha, sinSigma, cos2SigmaM, cosSigma, sigma;
              do {
                double sinLambda = Math.sin(lambda), cosLambda = Math.cos(lambda);
                sinSigma = Math.sqrt((cosU2 * sinLambda) * (cosU2 * sinLambda)
                    + (cosU1 * sinU2 - sinU1 * cosU2 * cosLambda)
                        * (cosU1 * sinU2 - sinU1 * cosU2 * cosLambda));
                if (sinSigma == 0) {
                  return 0;
                }
                cosSigma = sinU1 * sinU2 + cosU1 * cosU2 * cosLambda;
                sigma = Math.atan2(sinSigma, cosSigma);
                double sinAlpha = cosU1 * cosU2 * sinLambda / sinSigma;
                cosSqAlpha = 1 - sinAlpha * sinAlpha;
                cos2SigmaM = cosSigma - 2 * sinU1 * sinU2 / cosSqAlpha;
                if (Double.isNaN(cos2SigmaM)) {
                  cos2SigmaM = 0;
                }
                double c = flat / 16 * cosSqAlpha * (4 + flat * (4 - 3 * cosSqAlpha));
                lambdaP = lambda;
                lambda = l + (1 - c) * flat * sinAlpha * (sigma + c * sinSigma
                    * (cos2SigmaM + c * cosSigma * (-1 + 2 * cos2SigmaM * cos2SigmaM)));
              } while (Math.abs(lambda - lambdaP) > 1e-12 && --iterLimit > 0);
              if (iterLimit == 0) {
                return Double.NaN;
              }
              double uSq = cosSqAlpha * (a * a - b * b) / (b * b);
              double bigA = 1 + uSq / 16384 * (4096 + uSq * (-768 + uSq * (320 - 175 * uSq)));
              double bigB = uSq / 1024 * (256 + uSq * (-128 + uSq * (74 - 47 * uSq)));
              double deltaSigma = bigB * sinSigma * (cos2SigmaM + bigB / 4
                  * (cosSigma * (-1 + 2 * cos2SigmaM * cos2SigmaM)
                      - bigB / 6 * cos2SigmaM * (-3 + 4 * sinSigma * sinSigma)
                          * (-3 + 4 * cos2SigmaM * cos2SigmaM)));
              return b * bigA * (sigma - deltaSigma);
            }
            """,
            f -> {
              f.at(48.1, 11.6, 52.5, 13.4).isRight();
              f.at(48.1, 11.6, 48.1, 11.6).isConsistent();
            })
        .add(
            "product of quaternions",
            """
            static double[] multiply(double[] p, double[] q) {
              return new double[] {
                p[0] * q[0] - p[1] * q[1] - p[2] * q[2] - p[3] * q[3],
                p[0] * q[1] + p[1] * q[0] + p[2] * q[3] - p[3] * q[2],
                p[0] * q[2] - p[1] * q[3] + p[2] * q[0] + p[3] * q[1],
                p[0] * q[3] + p[1] * q[2] - p[2] * q[1] + p[3] * q[0]
              };
            }
            """,
            f -> f.at(new double[] {1, 0.3, -0.2, 0.5}, new double[] {0.7, 0.1, 2, -1}).isRight())
        .add(
            "rotation matrix of Euler angles, applied to points",
            """
            static double[][] rotate(double[][] points, double yaw, double pitch, double roll) {
              double cy = Math.cos(yaw), sy = Math.sin(yaw);
              double cp = Math.cos(pitch), sp = Math.sin(pitch);
              double cr = Math.cos(roll), sr = Math.sin(roll);
              double[][] r = {
                {cy * cp, cy * sp * sr - sy * cr, cy * sp * cr + sy * sr},
                {sy * cp, sy * sp * sr + cy * cr, sy * sp * cr - cy * sr},
                {-sp, cp * sr, cp * cr}
              };
              double[][] out = new double[points.length][3];
              for (int n = 0; n < points.length; n++) {
                for (int i = 0; i < 3; i++) {
                  for (int j = 0; j < 3; j++) out[n][i] += r[i][j] * points[n][j];
                }
              }
              return out;
            }
            """,
            f -> f.at(new double[][] {{1, 2, 3}, {-1, 0.5, 0.2}}, 0.3, -0.5, 1.1).isRight())
        .add(
            "rotation matrix to quaternion, case by case",
            """
            static double[] toQuaternion(double[][] m) {
              double w, x, y, z;
              double trace = m[0][0] + m[1][1] + m[2][2];
              if (trace > 0) {
                double s = 0.5 / Math.sqrt(trace + 1);
                w = 0.25 / s;
                x = (m[2][1] - m[1][2]) * s;
                y = (m[0][2] - m[2][0]) * s;
                z = (m[1][0] - m[0][1]) * s;
              } else if (m[0][0] > m[1][1] && m[0][0] > m[2][2]) {
                double s = 2 * Math.sqrt(1 + m[0][0] - m[1][1] - m[2][2]);
                w = (m[2][1] - m[1][2]) / s;
                x = 0.25 * s;
                y = (m[0][1] + m[1][0]) / s;
                z = (m[0][2] + m[2][0]) / s;
              } else {
                double s = 2 * Math.sqrt(1 + m[1][1] - m[0][0] - m[2][2]);
                w = (m[0][2] - m[2][0]) / s;
                x = (m[0][1] + m[1][0]) / s;
                y = 0.25 * s;
                z = (m[1][2] + m[2][1]) / s;
              }
              return new double[] {w, x, y, z};
            }
            """,
            f -> {
              f.at((Object) new double[][] {{0.9, -0.3, 0.1}, {0.3, 0.8, -0.2}, {0, 0.3, 0.9}})
                  .isRight();
              f.at((Object) new double[][] {{0.5, 0.3, 0.1}, {0.3, -0.8, 0.2}, {0.1, 0.2, -0.9}})
                  .isRight();
              f.at((Object) new double[][] {{-0.9, 0.3, 0.1}, {0.3, 0.5, 0.2}, {0.1, 0.2, -0.8}})
                  .isRight();
            })
        .add(
            "area and centroid of a polygon",
            """
            static double[] centroid(double[] x, double[] y) {
              int n = x.length;
              double area = 0, cx = 0, cy = 0;
              for (int i = 0, j = n - 1; i < n; j = i++) {
                double cross = x[j] * y[i] - x[i] * y[j];
                area += cross;
                cx += (x[j] + x[i]) * cross;
                cy += (y[j] + y[i]) * cross;
              }
              area /= 2;
              return new double[] {area, cx / (6 * area), cy / (6 * area)};
            }
            """,
            f -> f.at(new double[] {0, 2, 2.5, 0.3}, new double[] {0, 0.2, 1.7, 2}).isRight())
        .add(
            "distance from a point to a segment",
            """
            static double distance(double px, double py, double ax, double ay, double bx,
                double by) {
              double dx = bx - ax, dy = by - ay;
              double len2 = dx * dx + dy * dy;
              double t = len2 == 0 ? 0 : ((px - ax) * dx + (py - ay) * dy) / len2;
              t = Math.max(0, Math.min(1, t));
              return Math.hypot(px - (ax + t * dx), py - (ay + t * dy));
            }
            """,
            f -> {
              f.at(0.5, 1.0, 0.0, 0.0, 2.0, 0.3).isRight();
              f.at(-0.5, 1.0, 0.0, 0.0, 2.0, 0.3).isRight();
            })
        .add(
            "intersection of a ray with spheres",
            """
            static double nearest(double[] origin, double[] dir, double[][] spheres) {
              double best = Double.POSITIVE_INFINITY;
              for (double[] s : spheres) {
                double ox = origin[0] - s[0], oy = origin[1] - s[1], oz = origin[2] - s[2];
                double b = ox * dir[0] + oy * dir[1] + oz * dir[2];
                double c = ox * ox + oy * oy + oz * oz - s[3] * s[3];
                double disc = b * b - c;
                if (disc < 0) continue;
                double t = -b - Math.sqrt(disc);
                if (t > 0 && t < best) best = t;
              }
              return best;
            }
            """,
            f ->
                f.at(
                        new double[] {0, 0, -3},
                        new double[] {0.1, 0.05, 0.99},
                        new double[][] {{0, 0, 4, 1}, {0.2, 0, 1, 0.7}, {9, 9, 9, 1}})
                    .isRight())
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> signals() {
    return new Programs()
        .add(
            "fast Fourier transform, radix two, in place",
            """
            static double[] powerSpectrum(double[] x) {
              int n = x.length;
              double[] re = x.clone(), im = new double[n];
              for (int i = 1, j = 0; i < n; i++) {
                int bit = n >> 1;
                for (; (j & bit) != 0; bit >>= 1) j ^= bit;
                j ^= bit;
                if (i < j) {
                  double t = re[i];
                  re[i] = re[j];
                  re[j] = t;
                }
              }
              for (int len = 2; len <= n; len <<= 1) {
                double angle = -2 * Math.PI / len;
                double wr = Math.cos(angle), wi = Math.sin(angle);
                for (int i = 0; i < n; i += len) {
                  double cr = 1, ci = 0;
                  for (int k = 0; k < len / 2; k++) {
                    int a = i + k, b = i + k + len / 2;
                    double tr = re[b] * cr - im[b] * ci;
                    double ti = re[b] * ci + im[b] * cr;
                    re[b] = re[a] - tr;
                    im[b] = im[a] - ti;
                    re[a] += tr;
                    im[a] += ti;
                    double next = cr * wr - ci * wi;
                    ci = cr * wi + ci * wr;
                    cr = next;
                  }
                }
              }
              double[] p = new double[n / 2 + 1];
              for (int i = 0; i < p.length; i++) p[i] = re[i] * re[i] + im[i] * im[i];
              return p;
            }
            """,
            f -> f.at((Object) X).isRight())
        .add(
            "Fourier transform by recursion",
            """
            static double[] fft(double[] x) {
              return transform(x, new double[x.length])[0];
            }

            private static double[][] transform(double[] re, double[] im) {
              int n = re.length;
              if (n == 1) return new double[][] {re.clone(), im.clone()};
              double[] er = new double[n / 2], ei = new double[n / 2];
              double[] or = new double[n / 2], oi = new double[n / 2];
              for (int i = 0; i < n / 2; i++) {
                er[i] = re[2 * i];
                ei[i] = im[2 * i];
                or[i] = re[2 * i + 1];
                oi[i] = im[2 * i + 1];
              }
              double[][] e = transform(er, ei), o = transform(or, oi);
              double[] r = new double[n], s = new double[n];
              for (int k = 0; k < n / 2; k++) {
                double c = Math.cos(-2 * Math.PI * k / n), d = Math.sin(-2 * Math.PI * k / n);
                double tr = c * o[0][k] - d * o[1][k], ti = c * o[1][k] + d * o[0][k];
                r[k] = e[0][k] + tr;
                s[k] = e[1][k] + ti;
                r[k + n / 2] = e[0][k] - tr;
                s[k + n / 2] = e[1][k] - ti;
              }
              return new double[][] {r, s};
            }
            """,
            f -> f.at((Object) X).isRight())
        .add(
            "Haar wavelets in place with a buffer",
            """
            static double[] haar(double[] x) {
              double[] a = x.clone();
              double[] t = new double[a.length];
              for (int h = a.length; h > 1; h /= 2) {
                for (int i = 0; i < h / 2; i++) {
                  t[i] = (a[2 * i] + a[2 * i + 1]) / Math.sqrt(2);
                  t[h / 2 + i] = (a[2 * i] - a[2 * i + 1]) / Math.sqrt(2);
                }
                System.arraycopy(t, 0, a, 0, h);
              }
              return a;
            }
            """,
            f -> f.at((Object) X).isRight())
        .add(
            "convolution with mirrored edges",
            """
            static double[] convolve(double[] x, double[] kernel) {
              double[] out = new double[x.length];
              int half = kernel.length / 2;
              for (int i = 0; i < x.length; i++) {
                for (int k = 0; k < kernel.length; k++) {
                  int j = i + k - half;
                  if (j < 0) j = -j;
                  else if (j >= x.length) j = 2 * x.length - 2 - j;
                  out[i] += x[j] * kernel[k];
                }
              }
              return out;
            }
            """,
            f -> f.at(X, new double[] {0.2, 0.5, 0.3}).isRight())
        .add(
            "biquad filter with state",
            """
            static double[] biquad(double[] x, double b0, double b1, double b2, double a1,
                double a2) {
              double[] y = new double[x.length];
              double z1 = 0, z2 = 0;
              for (int i = 0; i < x.length; i++) {
                y[i] = b0 * x[i] + z1;
                z1 = b1 * x[i] - a1 * y[i] + z2;
                z2 = b2 * x[i] - a2 * y[i];
              }
              return y;
            }
            """,
            f -> f.at(X, 0.3, 0.2, 0.1, -0.5, 0.2).isRight())
        .add(
            "Goertzel's filter",
            """
            static double goertzel(double[] x, double frequency) {
              double coefficient = 2 * Math.cos(2 * Math.PI * frequency);
              double s, s1 = 0, s2 = 0;
              for (double v : x) {
                s = v + coefficient * s1 - s2;
                s2 = s1;
                s1 = s;
              }
              return s1 * s1 + s2 * s2 - coefficient * s1 * s2;
            }
            """,
            f -> f.at(X, 0.13).isRight())
        .tests();
  }
}
