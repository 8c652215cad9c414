package dev.tapeless.processor.ir;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Classes of well-known libraries with the methods of {@link Math}, and the methods of theirs whose
 * derivatives are known. They are known by name only: this project does not depend on them.
 */
public final class LookAlikes {

  /** The classes. */
  public static final List<String> CLASSES =
      List.of(
          "org.apache.commons.math3.util.FastMath",
          "org.apache.commons.math.util.FastMath",
          "org.apache.commons.math4.core.jdkmath.AccurateMath",
          "org.apache.commons.math4.core.jdkmath.JdkMath",
          "org.apache.commons.math4.legacy.core.jdkmath.AccurateMath",
          "org.hipparchus.util.FastMath",
          "net.jafama.FastMath",
          "net.jafama.StrictFastMath");

  /** Classes of the same libraries that work on arrays, and have sums of products besides. */
  public static final List<String> SUMS =
      List.of("org.apache.commons.math3.util.MathArrays", "org.hipparchus.util.MathArrays");

  /** A sum of two, three or four products, computed without rounding of what is in between. */
  public static final String SUM = "linearCombination";

  /** By name and number of arguments, for all overloads and all classes alike. */
  private static final Set<String> METHODS =
      methods(
          "abs/1 absExact/1 acos/1 acosInRange/1 acosh/1 acosh1p/1 addExact/2 asin/1 asinInRange/1",
          "asinh/1 atan/1 atan2/2 atanh/1 cbrt/1 ceil/1 ceilDiv/2 ceilMod/2 ceilToInt/1 clamp/3",
          "copySign/2 cos/1 cosQuick/1 cosh/1 coshm1/1 decrementExact/1 exp/1 expQuick/1 expm1/1",
          "floor/1 floorDiv/2 floorMod/2 floorToInt/1 fma/3 getExponent/1 hypot/2 hypot/3",
          "IEEEremainder/2 incrementExact/1 invSqrtQuick/1 isNaNOrInfinite/1 log/1 log/2 log10/1",
          "log1p/1 logQuick/1 max/2 min/2 multiplyExact/2 multiplyFull/2 multiplyHigh/2"
              + " negateExact/1",
          "nextAfter/2 nextDown/1 nextUp/1 normalizeMinusHalfPiHalfPi/1",
          "normalizeMinusHalfPiHalfPiFast/1 normalizeMinusPiPi/1 normalizeMinusPiPiFast/1",
          "normalizeZeroTwoPi/1 normalizeZeroTwoPiFast/1 pow/2 pow2/1 pow3/1 powFast/2 powQuick/2",
          "remainder/2 rint/1 round/1 roundEven/1 roundEvenToInt/1 roundToInt/1 scalb/2",
          "signFromBit/1 signum/1 sin/1 sinQuick/1 sinh/1 sqrt/1 sqrtQuick/1 subtractExact/2 tan/1",
          "tanh/1 toDegrees/1 toIntExact/1 toRadians/1 toRange/3 ulp/1");

  private LookAlikes() {}

  private static Set<String> methods(String... lines) {
    return Arrays.stream(lines)
        .flatMap(line -> Arrays.stream(line.split(" ")))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether {@code owner} is one of the classes, and the method one of those that are known. */
  public static boolean knows(String owner, String method, int arguments) {
    boolean isSum = SUMS.contains(owner) && method.equals(SUM);
    return isSum
        ? arguments > 2
        : CLASSES.contains(owner) && METHODS.contains(method + "/" + arguments);
  }
}
