package dev.tapeless.processor;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.tapeless.processor.ir.Vars;
import java.util.stream.Stream;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Messager;

/** The rooms of the processor, and which may look into which. */
@AnalyzeClasses(
    packages = "dev.tapeless.processor",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String ROOT = "dev.tapeless.processor";

  @ArchTest static final ArchRule ir = room("ir").mayUse();
  @ArchTest static final ArchRule problems = room("problems").mayUse("ir");
  @ArchTest static final ArchRule frontend = room("frontend").mayUse("ir", "problems");
  @ArchTest static final ArchRule rules = room("rules").mayUse("ir");
  @ArchTest static final ArchRule analysis = room("analysis").mayUse("ir", "rules");

  @ArchTest
  static final ArchRule tangent = room("tangent").mayUse("ir", "rules", "analysis", "problems");

  @ArchTest
  static final ArchRule adjoint = room("adjoint").mayUse("ir", "rules", "analysis", "problems");

  @ArchTest static final ArchRule simplify = room("simplify").mayUse("ir");
  @ArchTest static final ArchRule split = room("split").mayUse("ir", "simplify");
  @ArchTest static final ArchRule contract = room("contract").mayUse("ir");
  @ArchTest static final ArchRule emit = room("emit").mayUse("ir", "contract");

  @ArchTest
  static final ArchRule everyClassIsInOneOfTheRooms =
      classes()
          .should()
          .resideInAnyPackage(
              ROOT,
              in("ir"),
              in("problems"),
              in("frontend"),
              in("rules"),
              in("analysis"),
              in("tangent"),
              in("adjoint"),
              in("simplify"),
              in("split"),
              in("contract"),
              in("emit"));

  @ArchTest
  static final ArchRule onlyTheFrontendKnowsTrees =
      noClasses()
          .that()
          .resideOutsideOfPackage(in("frontend"))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.sun.source..");

  @ArchTest
  static final ArchRule nobodyKnowsTheInsideOfJavac =
      noClasses().should().dependOnClassesThat().resideInAPackage("com.sun.tools..");

  @ArchTest
  static final ArchRule onlyTheEmitterKnowsJavaPoet =
      noClasses()
          .that()
          .resideOutsideOfPackage(in("emit"))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.palantir.javapoet..");

  @ArchTest
  static final ArchRule onlyTheRootPrintsMessages =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT)
          .should()
          .dependOnClassesThat()
          .areAssignableTo(Messager.class);

  /**
   * The nested compiler of the frontend reads the class path of the outer compilation through the
   * filer; it creates nothing.
   */
  @ArchTest
  static final ArchRule onlyTheRootAndTheFrontendHaveAFiler =
      noClasses()
          .that(resideOutsideOfPackage(ROOT).and(resideOutsideOfPackage(in("frontend"))))
          .should()
          .dependOnClassesThat()
          .areAssignableTo(Filer.class);

  @ArchTest
  static final ArchRule onlyTheRootWritesFiles =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT)
          .should()
          .callMethodWhere(
              DescribedPredicate.describe(
                  "the filer creates a file",
                  call ->
                      call.getTargetOwner().isAssignableTo(Filer.class)
                          && call.getName().startsWith("create")));

  /**
   * Builders are filled step by step; the others named here live for the processing of one method.
   */
  private static final DescribedPredicate<JavaClass> MUTABLE =
      simpleName("Builder").or(equivalentTo(Vars.class)).as("builders and objects of one method");

  @ArchTest
  static final ArchRule whatIsKnownDoesNotChange =
      fields()
          .that()
          .areDeclaredInClassesThat(
              resideInAPackage(in("ir"))
                  .or(resideInAPackage(in("rules")))
                  .or(resideInAPackage(in("analysis"))))
          .and()
          .areDeclaredInClassesThat(DescribedPredicate.not(MUTABLE))
          .should()
          .beFinal();

  private static String in(String room) {
    return ROOT + "." + room + "..";
  }

  private static Room room(String name) {
    return new Room(name);
  }

  private record Room(String name) {

    /**
     * Itself and the rooms given. What lies outside the processor is the business of the rules
     * about libraries.
     */
    ArchRule mayUse(String... others) {
      DescribedPredicate<JavaClass> allowed =
          resideOutsideOfPackage(ROOT + "..").or(resideInAPackage(in(name)));
      for (String other : others) {
        allowed = allowed.or(resideInAPackage(in(other)));
      }
      String list = Stream.of(others).reduce((a, b) -> a + ", " + b).orElse("no other room");
      return classes()
          .that()
          .resideInAPackage(in(name))
          .should()
          .onlyDependOnClassesThat(allowed.as("are in %s or in %s", name, list))
          .as(name + " may use " + list);
    }
  }
}
