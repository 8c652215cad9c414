package dev.tapeless.samples.gradbench.evals;

import dev.tapeless.samples.gradbench.protocol.Input;
import dev.tapeless.samples.gradbench.protocol.MalformedException;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Reads a model of a hand. */
final class HandReader {

  private HandReader() {}

  static Hand read(Input model) {
    int bones = model.integer("bone_count", Hand.BONES);
    if (bones != Hand.BONES) {
      throw new MalformedException("bone_count is not " + Hand.BONES + ": " + bones);
    }
    int[] parents = model.integers("parents", -1, bones);
    if (parents.length != bones) {
      throw new MalformedException("parents has " + parents.length + " numbers, not " + bones);
    }
    for (int b = 0; b < bones; b++) {
      if (parents[b] >= b) {
        throw new MalformedException("the parent of bone " + b + " comes after it");
      }
    }
    double[][] positions = model.matrix("base_positions", 4);
    double[][] all = model.matrix("weights", positions.length, bones);
    int[][] moving = new int[all.length][];
    double[][] weights = new double[all.length][];
    for (int v = 0; v < all.length; v++) {
      double[] row = all[v];
      moving[v] = IntStream.range(0, bones).filter(b -> row[b] != 0).toArray();
      weights[v] = Arrays.stream(row).filter(weight -> weight != 0).toArray();
    }
    return new Hand(
        parents,
        model.matrices("base_relatives", bones, 4, 4),
        model.matrices("inverse_base_absolutes", bones, 4, 4),
        positions,
        moving,
        weights,
        model.integers("triangles", 3, 0, positions.length),
        model.truth("is_mirrored"));
  }
}
