package dev.tapeless.processor.frontend;

import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;

/**
 * Reads the constructor of a record as a function that returns the record. The fields are variables
 * meanwhile; a compact constructor (JLS 8.10.4.2) leaves in its parameters what goes into them.
 */
final class RecordConstructor {

  private RecordConstructor() {}

  /** The body of {@code constructor}, which is declared at {@code path}. */
  static ExitReader.Body read(ExecutableElement constructor, TreePath path, Reading reading) {
    TreePath block = Reading.within(path, ((MethodTree) path.getLeaf()).getBody());
    Type.RecordOf type = Records.home(constructor).orElseThrow();
    List<? extends Element> holders =
        reading.text().isCompactConstructor((MethodTree) path.getLeaf())
            ? constructor.getParameters()
            : Records.fields(constructor);
    List<Stmt> body = new ArrayList<>();
    List<Expr> components = new ArrayList<>();
    for (Element holder : holders) {
      boolean isField = !FieldReader.isVariable(holder);
      Var variable = reading.variable(holder);
      if (isField) {
        body.add(new Stmt.Declare(variable, Optional.empty(), reading.origin()));
      }
      components.add(variable.read());
    }
    body.addAll(ExitReader.read(block, Optional.empty(), reading).statements());
    return new ExitReader.Body(
        body, Optional.of(new Expr.NewRecord(type, components)), Optional.of(reading.origin()));
  }
}
