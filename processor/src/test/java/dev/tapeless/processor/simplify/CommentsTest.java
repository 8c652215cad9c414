package dev.tapeless.processor.simplify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.Primal;
import dev.tapeless.processor.ir.Printer;
import dev.tapeless.processor.ir.Stmt;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which comments stay. */
class CommentsTest {

  private final List<Stmt> statements =
      Primal.of(
              "static double f(double x, double y) { x = 1; y = 2; if (x > y) { x = 3; } return x; }")
          .body();

  @Test
  void aCommentThatHeadsAStatement() {
    assertThat(tidied("a", 0, "b", 1)).isEqualTo("// a\nx = 1;\n// b\ny = 2;\n");
  }

  @Test
  void notOneThatHeadsNothing() {
    assertThat(tidied("a", "b", 0, "c")).isEqualTo("// b\nx = 1;\n");
  }

  @Test
  void notOneThatRepeatsTheOneBefore() {
    assertThat(tidied("a", 0, "a", 1)).isEqualTo("// a\nx = 1;\ny = 2;\n");
  }

  @Test
  void afterALoopOrBranchItIsRepeated() {
    assertThat(tidied("a", 2, "a", 0)).isEqualTo("// a\nif (x > y) {\n  x = 3;\n}\n// a\nx = 1;\n");
  }

  private String tidied(Object... lines) {
    List<Stmt> code = new ArrayList<>();
    for (Object line : lines) {
      code.add(line instanceof Integer i ? statements.get(i) : new Stmt.Comment((String) line));
    }
    return Printer.print(Comments.tidied(new Code(code, List.of())).statements());
  }
}
