package dev.tapeless.processor.problems;

/** What can be wrong with a method that asks to be differentiated. */
public sealed interface Problem {

  /** The key in brackets before the message, and the name of its page under docs/problems. */
  default String key() {
    return getClass().getSimpleName();
  }

  /** What is wrong, in the words of the user's own code: lower case, no full stop. */
  String message();

  /** What to do about it. */
  String advice();

  /** Whether the method is right as it stands, and just may not be what was meant. */
  default boolean isWarning() {
    return false;
  }

  /** Something that may not be what was meant. */
  sealed interface Doubt extends Problem {
    @Override
    default boolean isWarning() {
      return true;
    }
  }

  /** A parameter without influence on the result. */
  record NoDependence(String parameter) implements Doubt {
    @Override
    public String message() {
      return "the result does not depend on " + parameter + ", so the derivative by it is zero";
    }

    @Override
    public String advice() {
      return "mark it @Constant, or use it";
    }
  }

  /** A parameter that has influence on the result in jumps only. */
  record OnlyThroughSteps(String parameter) implements Doubt {
    @Override
    public String message() {
      return "the result depends on "
          + parameter
          + " only through steps and conditions, so the derivative by it is zero";
    }

    @Override
    public String advice() {
      return "mark it @Constant, or replace the steps by a smooth function";
    }
  }

  /** A step function of an active value. */
  record LostInStep(String step) implements Doubt {
    @Override
    public String message() {
      return "an active value loses its derivative in " + step;
    }

    @Override
    public String advice() {
      return "take care that a derivative of zero is what is meant";
    }
  }

  /** A comparison that two real numbers hardly ever pass. */
  record ExactComparison(String operator) implements Doubt {
    @Override
    public String message() {
      return "an active value is compared by " + operator + ", and its derivative gets lost";
    }

    @Override
    public String advice() {
      return "compare with < or >, or take care that the branch has the right derivative";
    }
  }

  /** An array of the caller's that the annotated method writes. */
  record ModifiesArgument(String parameter) implements Doubt {
    @Override
    public String message() {
      return "the method writes into its argument " + parameter + "; its derivatives do not";
    }

    @Override
    public String advice() {
      return "write into a copy: " + parameter + ".clone()";
    }
  }

  /** A parameter that is marked as constant, and is so anyway. */
  record NeedlessConstant(String parameter, String type) implements Doubt {
    @Override
    public String message() {
      return "@Constant says nothing about "
          + parameter
          + ": no derivative is taken by a parameter of type "
          + type;
    }

    @Override
    public String advice() {
      return "leave out @Constant";
    }
  }

  /** A formula for which the library has a better one. */
  record KnownRemedy(String formula, String better) implements Doubt {
    @Override
    public String message() {
      return formula + " is less exact than " + better + ", and so is its derivative";
    }

    @Override
    public String advice() {
      return "call " + better;
    }
  }

  /** A construct that a later version will support. */
  record NotSupportedYet(String construct, String advice) implements Problem {
    @Override
    public String message() {
      return construct + " is not supported yet";
    }
  }

  /** A construct that has no place in a computation that is differentiated. */
  record Unsupported(String construct, String advice) implements Problem {
    @Override
    public String message() {
      return construct + " cannot stand in a method that is differentiated";
    }
  }

  /** A value that is neither a number nor an object that can be carried along. */
  record UnsupportedType(String type) implements Problem {
    @Override
    public String message() {
      return "a value of type " + type + " cannot stand in a method that is differentiated";
    }

    @Override
    public String advice() {
      return "use a type without type parameters that is declared outside of a method";
    }
  }

  /**
   * A call whose derivative is not known: no rule, not differentiable, and no body to read.
   *
   * @param declaration of a custom derivative; empty if there can be none
   */
  record NoDerivative(String callee, String declaration) implements Problem {
    @Override
    public String message() {
      return "no derivative is known for " + callee;
    }

    @Override
    public String advice() {
      if (callee.matches(
          "(Double|Int|Long)?(Stream|SummaryStatistics)\\..*|.*\\.(parallelS|s)tream\\(.*")) {
        return "write a loop";
      }
      return declaration.isEmpty()
          ? "mark it @Differentiable, or keep active values out of it"
          : "mark it @Differentiable, keep active values out of it, or write its derivative:\n"
              + declaration.indent(2).stripTrailing();
    }
  }

  /** An active value that is taken apart into its bits and put together again. */
  record ThroughBits() implements Problem {
    @Override
    public String message() {
      return "the bits of an active value become a number again, and its derivative is lost";
    }

    @Override
    public String advice() {
      return "use arithmetic, or a method of Math such as abs, copySign, scalb or nextUp";
    }
  }

  /** A field, method or class that generated code cannot see. */
  record PrivateState(String member) implements Problem {
    @Override
    public String message() {
      return "the generated class cannot see the " + member;
    }

    @Override
    public String advice() {
      return "make it visible in its package, or pass what it is needed for as a parameter";
    }
  }

  /** A call that may change an array or a field whose earlier value a derivative needs. */
  record ChangesState(String call) implements Problem {
    @Override
    public String message() {
      return call + " may change fields or arrays whose earlier values the derivative needs";
    }

    @Override
    public String advice() {
      return "copy these values into local variables or arrays before the call";
    }
  }

  /** An assignment whose effect outlives the call. */
  record WritesState(String what) implements Problem {
    @Override
    public String message() {
      return "a method that is differentiated cannot write " + what;
    }

    @Override
    public String advice() {
      return "return the value, or keep it in a local variable";
    }
  }

  /** A method that neither returns anything nor writes an array of real numbers. */
  record NoOutput(String method) implements Problem {
    @Override
    public String message() {
      return method + " returns nothing and writes no array of real numbers";
    }

    @Override
    public String advice() {
      return "return the value or array that it computes, or write it into an array";
    }
  }

  /** A loop that has no end, in a method that returns nothing after it. */
  record NoReturn(String method) implements Problem {
    @Override
    public String message() {
      return method + " never reaches a return";
    }

    @Override
    public String advice() {
      return "give its loop a condition that ends it";
    }
  }

  /** A method with no body: there is nothing to differentiate. */
  record NoBody(String method, String modifier) implements Problem {
    @Override
    public String message() {
      return method + " is " + modifier + " and has no body to differentiate";
    }

    @Override
    public String advice() {
      return "put @Differentiable on a static method with a body";
    }
  }

  /** A method that generated code cannot see. */
  record PrivateMethod(String method) implements Problem {
    @Override
    public String message() {
      return "the generated class cannot see " + method;
    }

    @Override
    public String advice() {
      return "make the method and its classes visible in their package";
    }
  }

  /** A method whose result has no derivative. */
  record NoActiveResult(String method, String type) implements Problem {
    @Override
    public String message() {
      return method + " returns " + type + ", which has no derivative";
    }

    @Override
    public String advice() {
      return "return double, float, or an array of them";
    }
  }

  /** A method with nothing to differentiate by. */
  record NoActiveParameter(String method) implements Problem {
    @Override
    public String message() {
      return method + " has no parameter to differentiate by";
    }

    @Override
    public String advice() {
      return "a parameter of type double, float, or an array of them that is not @Constant is"
          + " needed";
    }
  }

  /** An order of derivatives that does not exist. */
  record NoSuchOrder(int order) implements Problem {
    @Override
    public String message() {
      return "derivatives of order " + order + " cannot be asked for";
    }

    @Override
    public String advice() {
      return "write order = 2 for second derivatives, or leave it out for first ones";
    }
  }

  /** A call through which first derivatives can be taken, but no second ones. */
  record NoSecondDerivative(String method) implements Problem {
    @Override
    public String message() {
      return "no second derivative is known for " + method;
    }

    @Override
    public String advice() {
      return "leave out order = 2, or call a method whose body can be read and that has no custom"
          + " derivative";
    }
  }

  /**
   * A call of a generated operation whose own derivative is not known.
   *
   * @param method that the operation belongs to
   */
  record NotDifferentiable(String operation, String method, Cause cause) implements Problem {

    /** Why that is so, and the way out. */
    public enum Cause {
      ORDER(" has no second derivatives", "write @Differentiable(order = 2) there"),
      RESULT(
          " returns more than one number",
          "differentiate a method that returns one number, such as a weighted sum of the results"),
      OPERATION(
          " has no derivatives beyond the second ones",
          "call its gradient, its vjp or its jvp, whose derivatives are second ones");

      private final String words;
      private final String advice;

      Cause(String words, String advice) {
        this.words = words;
        this.advice = advice;
      }
    }

    @Override
    public String message() {
      return operation + " cannot be differentiated: " + method + cause.words;
    }

    @Override
    public String advice() {
      return cause.advice;
    }
  }

  /** An annotated method of another compilation, without derivatives that can be used. */
  record NotProcessed(String method, String generated, Reason reason) implements Problem {

    /** What is wrong with the class of its derivatives. */
    public enum Reason {
      NO_CLASS("are missing: there is no class "),
      NO_OPERATION("are missing in class "),
      OTHER_FORMAT("were generated by another version of tapeless: class ");

      private final String words;

      Reason(String words) {
        this.words = words;
      }
    }

    @Override
    public String message() {
      return method + " is @Differentiable, but its derivatives " + reason.words + generated;
    }

    @Override
    public String advice() {
      return "compile it with the annotation processor of tapeless, of this version";
    }
  }

  /** A custom derivative of a method that there is not, or that has no derivative. */
  record NoSuchMethod(String reason, String advice) implements Problem {
    @Override
    public String message() {
      return reason;
    }
  }

  /**
   * A custom derivative whose parameters or result do not belong to the method that it is for.
   *
   * @param expected the declarations that would be right
   */
  record WrongSignature(String derivative, String reason, String expected) implements Problem {
    @Override
    public String message() {
      return derivative + ": " + reason;
    }

    @Override
    public String advice() {
      return "declare it as\n" + expected;
    }
  }

  /** A custom derivative that generated code cannot call. */
  record NotCallable(String derivative, String reason, String advice) implements Problem {
    @Override
    public String message() {
      return "generated code cannot call " + derivative + ", which " + reason;
    }
  }

  /** A second custom derivative of one kind for one method. */
  record TwoDerivatives(String method, String annotation, String first) implements Problem {
    @Override
    public String message() {
      return method + " has a " + annotation + " already: " + first;
    }

    @Override
    public String advice() {
      return "remove one of the two";
    }
  }

  /** An active value for a parameter that a derivative holds constant. */
  record ConstantParameter(String method, int argument) implements Problem {
    @Override
    public String message() {
      return "an active value goes into "
          + method
          + ", whose derivative holds argument "
          + argument
          + " constant";
    }

    @Override
    public String advice() {
      return "pass a constant, or remove @Constant there and return a derivative by it";
    }
  }

  /** A class of the name that the generated class needs. */
  record NameTaken(String generated, String owner) implements Problem {
    @Override
    public String message() {
      return "the derivatives of "
          + owner
          + " go into a class "
          + generated
          + ", and there is one already";
    }

    @Override
    public String advice() {
      return "rename one of the two classes";
    }
  }

  /** A program for an older Java than generated code is written in. */
  record SourceTooOld(String version) implements Problem {
    @Override
    public String message() {
      return "derivatives are written in Java 17, and this is compiled as Java " + version;
    }

    @Override
    public String advice() {
      return "compile with --release 17 or later";
    }
  }

  /** A compiler that does not show method bodies to annotation processors. */
  record NotJavac() implements Problem {
    @Override
    public String message() {
      return "this compiler does not let annotation processors read method bodies";
    }

    @Override
    public String advice() {
      return "compile with javac: Eclipse's compiler cannot run tapeless";
    }
  }

  /** An annotated method whose source is not part of the compilation. */
  record NoSource(String owner) implements Problem {
    @Override
    public String message() {
      return "the source of " + owner + " is not part of this compilation";
    }

    @Override
    public String advice() {
      return "compile the class from its source";
    }
  }

  /** A mistake of ours. */
  record InternalError(String method, String failure) implements Problem {
    @Override
    public String message() {
      return "tapeless failed on " + method + ", and this is not your mistake: " + failure;
    }

    @Override
    public String advice() {
      return "please report it, with the lines above and the source of the method";
    }
  }

  /** A file that the compiler does not let us write. */
  record CannotWrite(String generated, String reason) implements Problem {
    @Override
    public String message() {
      return generated + " cannot be written: " + reason;
    }

    @Override
    public String advice() {
      return "look for another processor that writes it, and at the compiler's output folder";
    }
  }
}
