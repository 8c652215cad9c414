package dev.tapeless.processor.frontend;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.util.TreePath;
import dev.tapeless.processor.ir.Type;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;

/**
 * Whether a record gives back what its constructor got, so that it can hold derivatives and be made
 * again of its components: constructors may check and copy them and have values for those that are
 * {@code null}, and accessors may copy them, no more. What has no source is trusted.
 */
final class FaithfulRecords {

  private final Reading reading;

  private FaithfulRecords(Reading reading) {
    this.reading = reading;
  }

  /**
   * What keeps {@code record} from giving back what it gets, itself or within another record, in
   * words: {@code changes what it gets as a}.
   */
  static Optional<String> changed(TypeElement record, Reading reading) {
    return new FaithfulRecords(reading).changed(record);
  }

  private Optional<String> changed(TypeElement record) {
    Optional<String> constructor = constructor(record);
    if (constructor.isPresent()) {
      return constructor;
    }
    for (RecordComponentElement c : record.getRecordComponents()) {
      if (changesAccessor(c)) {
        return Optional.of(ComponentChanges.words(c.getSimpleName()));
      }
      Optional<String> inner =
          reading.type(c.asType()) instanceof Type.RecordOf
                  && c.asType() instanceof DeclaredType declared
              ? changed((TypeElement) declared.asElement())
              : Optional.empty();
      if (inner.isPresent()) {
        return inner;
      }
    }
    return Optional.empty();
  }

  private boolean changesAccessor(RecordComponentElement component) {
    Optional<TreePath> source = reading.callees().declaration(component.getAccessor());
    if (source.isEmpty()) {
      return false;
    }
    TreePath body = Reading.within(source.get(), ((MethodTree) source.get().getLeaf()).getBody());
    List<? extends StatementTree> statements =
        ((MethodTree) source.get().getLeaf()).getBody().getStatements();
    return !(statements.size() == 1
        && statements.get(0) instanceof ReturnTree result
        && new KeptValues(reading, component)
            .isKept(result.getExpression(), Reading.within(body, result)));
  }

  private Optional<String> constructor(TypeElement record) {
    return canonical(record)
        .flatMap(c -> reading.callees().declaration(c))
        .filter(reading::isWritten)
        .flatMap(path -> ComponentChanges.within(path, record, reading));
  }

  private static Optional<ExecutableElement> canonical(TypeElement record) {
    List<String> wanted =
        record.getRecordComponents().stream().map(c -> c.asType().toString()).toList();
    return ElementFilter.constructorsIn(record.getEnclosedElements()).stream()
        .filter(
            c -> c.getParameters().stream().map(p -> p.asType().toString()).toList().equals(wanted))
        .findFirst();
  }
}
