package dev.tapeless.processor.dual;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A file that javac has parsed and given types, without any processor. */
final class Source {

  private final Map<Tree, Element> elements = new IdentityHashMap<>();
  private final Map<Tree, TypeMirror> types = new IdentityHashMap<>();
  private final Map<Element, MethodTree> methods = new HashMap<>();
  private final Map<Element, ClassTree> classes = new HashMap<>();
  private final Types typing;

  private Source(JavacTask task, CompilationUnitTree unit) {
    this.typing = task.getTypes();
    new Reader(Trees.instance(task)).scan(unit, null);
  }

  static Source of(String text) {
    JavaFileObject file =
        new SimpleJavaFileObject(URI.create("string:///Subject.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignored) {
            return text;
          }
        };
    List<String> options =
        List.of("-proc:none", "-classpath", System.getProperty("java.class.path"));
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, d -> {}, options, null, List.of(file));
    try {
      CompilationUnitTree unit = task.parse().iterator().next();
      task.analyze();
      return new Source(task, unit);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a name or a declaration means. */
  Element element(Tree tree) {
    return elements.get(tree);
  }

  /** The type of an expression, or of a type. */
  TypeMirror type(Tree tree) {
    return types.get(tree);
  }

  /** The body of a method, if it is in this file. */
  Optional<MethodTree> method(Element element) {
    return Optional.ofNullable(methods.get(element));
  }

  /** The method of a name that no other method has. */
  MethodTree method(String name) {
    return methods.values().stream()
        .filter(m -> m.getName().contentEquals(name))
        .findFirst()
        .orElseThrow();
  }

  /** The declaration of a class, by its simple name. */
  ClassTree classNamed(String name) {
    return classes.values().stream()
        .filter(c -> c.getSimpleName().contentEquals(name))
        .findFirst()
        .orElseThrow();
  }

  Optional<ClassTree> classOf(Element element) {
    return Optional.ofNullable(classes.get(element));
  }

  /** The elements of the fields of a class, in order. */
  List<Element> fields(ClassTree tree) {
    return tree.getMembers().stream()
        .filter(m -> m instanceof VariableTree)
        .map(elements::get)
        .toList();
  }

  boolean isSubtype(TypeMirror type, TypeMirror of) {
    return typing.isSubtype(type, of);
  }

  private final class Reader extends TreePathScanner<Void, Void> {

    private final Trees trees;

    Reader(Trees trees) {
      this.trees = trees;
    }

    @Override
    public Void scan(Tree tree, Void none) {
      if (tree != null) {
        com.sun.source.util.TreePath path =
            getCurrentPath() == null
                ? new com.sun.source.util.TreePath((CompilationUnitTree) tree)
                : new com.sun.source.util.TreePath(getCurrentPath(), tree);
        Element element = trees.getElement(path);
        if (element != null) {
          elements.put(tree, element);
        }
        if (tree instanceof ExpressionTree || isType(tree)) {
          types.put(tree, trees.getTypeMirror(path));
        }
        if (tree instanceof MethodTree method) {
          methods.put(element, method);
        } else if (tree instanceof ClassTree declared) {
          classes.put(element, declared);
        }
      }
      return super.scan(tree, none);
    }

    private boolean isType(Tree tree) {
      return switch (tree.getKind()) {
        case PRIMITIVE_TYPE, ARRAY_TYPE, PARAMETERIZED_TYPE, UNION_TYPE -> true;
        default -> false;
      };
    }
  }
}
