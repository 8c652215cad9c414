package dev.tapeless.processor.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where jumps from a place may lead.
 *
 * @param returned what the method returns, if it may return from here
 * @param loops the loops around, the innermost last
 * @param isInSwitch whether a {@code break} without a label leaves a switch
 */
record Jumps(Optional<Sort> returned, List<Loop> loops, boolean isInSwitch) {

  /**
   * A loop.
   *
   * @param label unused unless a jump names it
   * @param continues whether {@code continue} leads to where the counter is moved
   */
  record Loop(String label, boolean continues) {}

  Jumps {
    loops = List.copyOf(loops);
  }

  /** The jumps from the outermost block of a method. */
  static Jumps ofMethod(Optional<Sort> returned) {
    return new Jumps(returned, List.of(), false);
  }

  /** The jumps from the body of a loop. */
  Jumps inLoop(Loop loop) {
    List<Loop> more = new ArrayList<>(loops);
    more.add(loop);
    return new Jumps(returned, more, false);
  }

  /** The jumps from a group of a switch. */
  Jumps inSwitch() {
    return new Jumps(returned, loops, true);
  }

  /** All jumps but a return. */
  List<String> all() {
    List<String> found = new ArrayList<>();
    for (int i = 0; i < loops.size(); i++) {
      Loop loop = loops.get(i);
      found.add("break " + loop.label() + ";");
      if (loop.continues()) {
        found.add("continue " + loop.label() + ";");
      }
      if (i == loops.size() - 1) {
        addPlain(loop, found);
      }
    }
    if (isInSwitch) {
      found.add("break;");
    }
    return found;
  }

  private void addPlain(Loop innermost, List<String> found) {
    if (!isInSwitch) {
      found.add("break;");
    }
    if (innermost.continues()) {
      found.add("continue;");
    }
  }
}
