package dev.tapeless.processor.emit;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks one line of code at its marks: a group that does not fit is broken at all its marks, the
 * groups within it one by one.
 */
final class Broken {

  /** A part of a line. */
  private sealed interface Part {}

  private record Text(String text) implements Part {}

  private record Break(String flat) implements Part {}

  private record Group(List<Part> parts, int indent) implements Part {}

  private final StringBuilder out = new StringBuilder();
  private final String content;
  private int position;
  private int column;

  private Broken(String content) {
    this.content = content;
  }

  /** {@code content} as one line or several. */
  static List<String> lines(String content, int indent) {
    Broken broken = new Broken(content);
    Group whole = broken.group(0);
    broken.newLine(indent);
    broken.group(whole.parts(), indent, false, 0);
    return broken.out.toString().substring(1).lines().toList();
  }

  private Group group(int indent) {
    List<Part> parts = new ArrayList<>();
    int start = position;
    while (position < content.length()) {
      char c = content.charAt(position);
      if (c < Marks.OPEN || c > Marks.SPACE) {
        position++;
        continue;
      }
      addText(parts, start);
      position++;
      if (c == Marks.CLOSE) {
        return new Group(parts, indent);
      }
      if (c == Marks.OPEN || c == Marks.OPEN_FLUSH) {
        parts.add(group(c == Marks.OPEN ? 4 : 0));
      } else {
        parts.add(new Break(c == Marks.SPACE ? " " : ""));
      }
      start = position;
    }
    addText(parts, start);
    return new Group(parts, indent);
  }

  private void addText(List<Part> parts, int start) {
    if (position > start) {
      parts.add(new Text(content.substring(start, position)));
    }
  }

  /**
   * Writes {@code parts}.
   *
   * @param after the width of what follows on the same line
   */
  private void group(List<Part> parts, int indent, boolean isBroken, int after) {
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      if (part instanceof Text text) {
        write(text.text());
      } else if (part instanceof Break place) {
        if (isBroken) {
          newLine(indent);
        } else {
          write(place.flat());
        }
      } else if (part instanceof Group inner) {
        int trailing = trailing(parts.subList(i + 1, parts.size()), after);
        boolean fits = column + width(inner.parts()) + trailing <= Layout.WIDTH;
        group(inner.parts(), indent + inner.indent(), !fits, trailing);
      }
    }
  }

  /** The width of what follows up to the next mark, or up to the end and what follows there. */
  private static int trailing(List<Part> rest, int after) {
    int width = 0;
    for (Part part : rest) {
      if (part instanceof Text text) {
        width += text.text().length();
      } else if (part instanceof Break) {
        return width;
      } else if (part instanceof Group group) {
        boolean hasMark = hasMark(group);
        width += hasMark ? trailing(group.parts(), 0) : width(group.parts());
        if (hasMark) {
          return width;
        }
      }
    }
    return width + after;
  }

  private static boolean hasMark(Group group) {
    return group.parts().stream()
        .anyMatch(p -> p instanceof Break || p instanceof Group inner && hasMark(inner));
  }

  private static int width(List<Part> parts) {
    int width = 0;
    for (Part part : parts) {
      if (part instanceof Text text) {
        width += text.text().length();
      } else if (part instanceof Break place) {
        width += place.flat().length();
      } else if (part instanceof Group group) {
        width += width(group.parts());
      }
    }
    return width;
  }

  private void write(String text) {
    out.append(text);
    column += text.length();
  }

  private void newLine(int indent) {
    out.append('\n').append(" ".repeat(indent));
    column = indent;
  }
}
