package dev.tapeless.processor.frontend;

import dev.tapeless.processor.frontend.DerivativeForm.Kind;
import dev.tapeless.processor.ir.Callee;
import dev.tapeless.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** The beginning of a custom derivative, for the user to paste and to complete. */
public final class DerivativeTemplate {

  private DerivativeTemplate() {}

  /** A derivative of {@code method}; empty if it can have none. */
  static String of(ExecutableElement method) {
    if (Visibility.isPrivate(method) || DerivableMethods.obstacle(method).isPresent()) {
      return "";
    }
    StringBuilder owner = new StringBuilder();
    for (Element e = method.getEnclosingElement();
        e instanceof TypeElement type;
        e = e.getEnclosingElement()) {
      owner.insert(0, type.getSimpleName() + (owner.isEmpty() ? "" : "."));
    }
    return text(owner.toString(), DerivativeForm.of(Kind.VJP, method, List.of()));
  }

  /** A derivative of a static method on numbers. */
  public static String of(Callee method) {
    List<Type> types = method.parameters();
    if (types.stream().noneMatch(Type::isDifferentiable)) {
      return "";
    }
    List<String> names = IntStream.range(0, types.size()).mapToObj(i -> "arg" + i).toList();
    String owner = method.owner().substring(method.owner().lastIndexOf('.') + 1);
    return text(owner, DerivativeForm.of(Kind.VJP, method, types, names, List.of()));
  }

  private static String text(String owner, DerivativeForm form) {
    String name = form.method().name();
    List<String> lines = new ArrayList<>();
    form.record().ifPresent(lines::add);
    lines.add("@Vjp(of = " + owner + ".class, method = \"" + name + "\")");
    lines.add(form.head(name + "Vjp") + " {");
    lines.add("  throw new UnsupportedOperationException();");
    lines.add("}");
    return String.join("\n", lines);
  }
}
