package dev.tapeless.processor.behaviour;

import dev.tapeless.processor.testing.Programs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A loop that does not run is not reversed either, however far its bound is from its start. */
class LoopsWithoutTripsTest {

  @TestFactory
  Stream<DynamicTest> toTheEndsOfInt() {
    return new Programs()
        .add("up", loop("int i = 0; i < n; i++"), p -> p.at(0.7, Integer.MIN_VALUE).isRight())
        .add(
            "up from one",
            loop("int i = 1; i < n; i++"),
            p -> p.at(0.7, Integer.MIN_VALUE).isRight())
        .add(
            "up by three",
            loop("int i = 0; i <= n; i += 3"),
            p -> p.at(0.7, Integer.MIN_VALUE).isRight())
        .add("down", loop("int i = 0; i > n; i--"), p -> p.at(0.7, Integer.MAX_VALUE).isRight())
        .add(
            "down by two",
            loop("int i = 9; i > n; i -= 2"),
            p -> p.at(0.7, Integer.MAX_VALUE).isRight())
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> orWithSome() {
    return new Programs()
        .add("up", loop("int i = 0; i < n; i++"), p -> p.at(0.7, 3).isRight().at(0.7, -3).isRight())
        .add(
            "up by three",
            loop("int i = 0; i <= n; i += 3"),
            p -> p.at(0.7, 6).isRight().at(0.7, 8).isRight())
        .add(
            "down",
            loop("int i = 0; i > n; i--"),
            p -> p.at(0.7, -3).isRight().at(0.7, 3).isRight())
        .add(
            "down by two",
            loop("int i = 9; i > n; i -= 2"),
            p -> p.at(0.7, 4).isRight().at(0.7, 3).isRight())
        .tests();
  }

  private static String loop(String head) {
    return """
        static double f(double x, int n) {
          double s = x;
          for (HEAD) {
            s = Math.sin(s * x) * 0.5;
          }
          return s * x;
        }
        """
        .replace("HEAD", head);
  }
}
