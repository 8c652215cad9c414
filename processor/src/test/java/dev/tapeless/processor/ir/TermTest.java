package dev.tapeless.processor.ir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Products and their sums as they are written. */
class TermTest {

  private static final Type REAL = Type.Primitive.DOUBLE;
  private final Expr x = new Var(1, "x", REAL).read();
  private final Expr y = new Var(2, "y", REAL).read();
  private final Expr g = new Var(3, "g", REAL).read();

  @Test
  void factorsStandInFrontOfTheSeed() {
    assertThat(text(Term.of(g).times(x).times(y))).isEqualTo("y * x * g");
  }

  @Test
  void numbersAreMultipliedAndStandFirst() {
    assertThat(text(Term.of(g).times(number(2)).times(x).times(number(3)))).isEqualTo("6 * x * g");
    assertThat(text(Term.of(g).times(Exprs.times(number(100), x)).times(number(2))))
        .isEqualTo("200 * x * g");
    assertThat(text(Term.of(g).times(number(0.5)))).isEqualTo("0.5 * g");
  }

  @Test
  void aFactorOfOneIsNotWritten() {
    assertThat(text(Term.of(1, REAL))).isEqualTo("1");
    assertThat(text(Term.of(1, REAL).times(x))).isEqualTo("x");
    assertThat(text(Term.of(g).times(number(2)).times(number(0.5)))).isEqualTo("g");
  }

  @Test
  void signsAreCollected() {
    assertThat(text(Term.of(g).times(Exprs.negated(x)))).isEqualTo("-(x * g)");
    assertThat(text(Term.of(Exprs.negated(g)).times(Exprs.negated(x)))).isEqualTo("x * g");
    assertThat(text(Term.of(g).times(number(-2)))).isEqualTo("-(2 * g)");
    assertThat(Term.of(g).times(number(-2)).isNegative()).isTrue();
  }

  @Test
  void divisorsStandLast() {
    assertThat(text(Term.of(g).over(y).times(x))).isEqualTo("x * g / y");
    assertThat(text(Term.of(1, REAL).over(y))).isEqualTo("1 / y");
    assertThat(text(Term.of(g).over(x).over(y))).isEqualTo("g / x / y");
  }

  @Test
  void infiniteNumbersStayInTheirPlace() {
    assertThat(text(Term.of(g).times(Exprs.real(Double.POSITIVE_INFINITY, REAL)).times(number(0))))
        .contains("POSITIVE_INFINITY");
  }

  @Test
  void likeTermsAreAdded() {
    assertThat(sum(Term.of(g).times(x), Term.of(g).times(x))).isEqualTo("2 * x * g");
    assertThat(sum(Term.of(g).times(x).times(y), Term.of(g).times(y).times(x)))
        .isEqualTo("2 * y * x * g");
    assertThat(sum(Term.of(g).times(x).times(number(3)), Term.of(g).times(x).negated()))
        .isEqualTo("2 * x * g");
  }

  @Test
  void unlikeTermsAreNot() {
    assertThat(sum(Term.of(g).times(x), Term.of(g).times(y))).isEqualTo("x * g + y * g");
    assertThat(sum(Term.of(g).times(x), Term.of(g).over(x))).isEqualTo("x * g + g / x");
    assertThat(sum(Term.of(g).times(x), Term.of(g).times(x).times(x)))
        .isEqualTo("x * g + x * x * g");
  }

  @Test
  void negativeTermsAreSubtracted() {
    assertThat(sum(Term.of(g).times(x), Term.of(g).times(y).negated())).isEqualTo("x * g - y * g");
    assertThat(sum(Term.of(g).times(x).negated(), Term.of(g).times(y)))
        .isEqualTo("-(x * g) + y * g");
  }

  @Test
  void aTermIsSimpleWhenItTakesNoOperation() {
    assertThat(Term.of(g).isSimple()).isTrue();
    assertThat(Term.of(g).negated().isSimple()).isTrue();
    assertThat(Term.of(3, REAL).isSimple()).isTrue();
    assertThat(Term.of(g).times(x).isSimple()).isFalse();
    assertThat(Term.of(g).times(number(2)).isSimple()).isFalse();
    assertThat(Term.of(g).over(x).isSimple()).isFalse();
  }

  @Test
  void floatsStayFloat() {
    assertThat(Term.of(2, Type.Primitive.FLOAT).toExpr().type()).isEqualTo(Type.Primitive.FLOAT);
  }

  private static Expr number(double value) {
    return Exprs.real(value, REAL);
  }

  private static String text(Term term) {
    return Printer.print(term.toExpr());
  }

  private static String sum(Term... terms) {
    List<Term> sum = new ArrayList<>();
    for (Term term : terms) {
      Term.add(term, sum);
    }
    return Printer.print(Term.sum(sum));
  }
}
