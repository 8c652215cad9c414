package dev.tapeless.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.Differentiable;
import dev.tapeless.processor.testing.Compiled;
import dev.tapeless.processor.testing.Javac;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Modular programs, which read the module of the runtime. */
class ModulesTest {

  private static final String LIBRARY =
      """
      package lib;
      import dev.tapeless.*;
      public final class Lib {
        public record Point(double x, double y) {}
        @Differentiable(order = 2)
        public static double norm(Point p) {
          return p.x() * p.x() + p.y() * p.y();
        }
      }
      """;

  private static final String USER =
      """
      package p;
      import dev.tapeless.*;
      import lib.Lib;
      final class User {
        @Differentiable(order = 2)
        static double f(double[] x) {
          double s = 0;
          while (s < 10) {
            s += 1 + Lib.norm(new Lib.Point(x[0], s));
          }
          return s;
        }
      }
      """;

  @TempDir Path folder;

  private static String runtime() {
    try {
      return new File(
              Differentiable.class.getProtectionDomain().getCodeSource().getLocation().toURI())
          .getPath();
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private Compiled compile(String requires) {
    Path library =
        Javac.plain()
            .with("--module-path", runtime())
            .compile("module lib { exports lib; requires " + requires + "; }", LIBRARY)
            .writeTo(folder);
    return Javac.plain()
        .with("--module-path", runtime() + File.pathSeparator + library)
        .compile("module user { requires lib; requires " + requires + "; }", USER);
  }

  @Test
  void aModuleGoesThroughTheDerivativesOfAnother() {
    Compiled compiled = compile("dev.tapeless.runtime");
    assertThat(compiled.succeeds().generated("p.UserAdjoint")).contains("LibAdjoint.norm");
  }

  @Test
  void theAnnotationsAloneNeedTheModuleWhileCompilingOnly() {
    Compiled compiled = compile("static dev.tapeless.runtime");
    assertThat(compiled.succeeds().generated("p.UserAdjoint")).contains("LibAdjoint.norm");
  }

  @Test
  void aModuleThatDoesNotReadTheRuntimeIsToldByTheCompiler() {
    Compiled compiled =
        Javac.plain()
            .with("--module-path", runtime())
            .compile("module user {}", "package p; @dev.tapeless.Differentiable class C {}");
    assertThat(compiled.errors().toString()).contains("package dev.tapeless is not visible");
  }
}
