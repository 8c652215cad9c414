package dev.tapeless.processor.frontend;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;

/** Tells where a name or an element is assigned. */
final class Assigned {

  private Assigned() {}

  /** Whether the code around {@code path} assigns what stands there. */
  static boolean is(TreePath path) {
    Tree tree = path.getLeaf();
    Tree parent = path.getParentPath().getLeaf();
    if (parent instanceof ParenthesizedTree) {
      return is(path.getParentPath());
    }
    if (parent instanceof AssignmentTree a) {
      return a.getVariable() == tree;
    }
    if (parent instanceof CompoundAssignmentTree a) {
      return a.getVariable() == tree;
    }
    return parent instanceof UnaryTree && Operators.compound(parent.getKind()) != null;
  }

  /** The values that the code at {@code scope} assigns to {@code variable}. */
  static List<TreePath> values(TreePath scope, Element variable, Reading reading) {
    List<TreePath> found = new ArrayList<>();
    new TreePathScanner<Void, Void>() {
      @Override
      public Void visitAssignment(AssignmentTree tree, Void nothing) {
        TreePath target = Reading.within(getCurrentPath(), tree.getVariable());
        if (variable.equals(reading.element(target))) {
          found.add(Reading.within(getCurrentPath(), tree.getExpression()));
        }
        return super.visitAssignment(tree, nothing);
      }
    }.scan(scope, null);
    return found;
  }
}
