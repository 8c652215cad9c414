package dev.tapeless.processor.frontend;

import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreePath;
import javax.lang.model.element.Name;

/** Where {@code break} and {@code continue} lead. */
final class JumpTargets {

  private JumpTargets() {}

  /** Whether the jump at {@code path} leads to a statement within the tree at {@code root}. */
  static boolean isWithin(TreePath path, TreePath root) {
    Name label =
        path.getLeaf() instanceof BreakTree jump
            ? jump.getLabel()
            : ((ContinueTree) path.getLeaf()).getLabel();
    boolean isBreak = path.getLeaf() instanceof BreakTree;
    for (TreePath at = path.getParentPath(); at != null; at = at.getParentPath()) {
      Tree tree = at.getLeaf();
      boolean found =
          label == null
              ? isLoop(tree) || isBreak && tree instanceof SwitchTree
              : tree instanceof LabeledStatementTree l && l.getLabel().contentEquals(label);
      if (found) {
        return true;
      }
      if (tree == root.getLeaf()) {
        return false;
      }
    }
    return false;
  }

  private static boolean isLoop(Tree tree) {
    return tree instanceof WhileLoopTree
        || tree instanceof DoWhileLoopTree
        || tree instanceof ForLoopTree
        || tree instanceof EnhancedForLoopTree;
  }
}
