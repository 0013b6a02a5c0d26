package org.casaba;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Which part may use which, and other rules that hold for all of the code. */
final class ArchitectureTest {
  private static final String ROOT = "org.casaba.";

  private static final JavaClasses APPLICATION =
      new ClassFileImporter().importPath(Path.of("target/classes"));
  private static final JavaClasses ALL =
      new ClassFileImporter().importPaths(Path.of("target/classes"), Path.of("target/launcher"));

  /** A part of the application: its package, the packages below that, and the parts it may use. */
  private record Part(String name, Set<String> uses) {
    private static Part of(String name, String... uses) {
      return new Part(name, Set.of(uses));
    }
  }

  /** Innermost first. {@code config} and {@code app} have rules of their own below. */
  private static final List<Part> PARTS =
      List.of(
          Part.of("geometry"),
          Part.of("iiif", "geometry"),
          Part.of("plan", "geometry", "iiif"),
          Part.of("info", "geometry", "iiif", "plan"),
          Part.of("jpeg", "geometry"),
          Part.of("content"),
          Part.of("files"),
          Part.of("source", "iiif", "content"),
          Part.of("codec", "geometry", "iiif", "plan", "jpeg", "content"),
          Part.of("metrics"),
          Part.of("render", "geometry", "iiif", "plan", "jpeg", "content", "codec", "metrics"),
          Part.of(
              "pyramid", "geometry", "iiif", "plan", "jpeg", "content", "codec", "render", "files"),
          Part.of("delegate", "geometry", "iiif", "plan"),
          Part.of("cache", "iiif", "plan", "files"),
          Part.of(
              "service",
              "geometry",
              "iiif",
              "info",
              "plan",
              "jpeg",
              "content",
              "source",
              "codec",
              "render",
              "pyramid",
              "delegate",
              "cache",
              "metrics"),
          Part.of("web", "service", "info", "geometry", "iiif", "plan", "delegate", "metrics"),
          Part.of("launch"));

  private static final String[] PURE = {"geometry", "iiif", "info", "plan", "jpeg"};

  /** A library, and the only parts that may use it. */
  private record Owned(String library, String... owners) {}

  private static final List<Owned> LIBRARIES =
      List.of(
          new Owned("org.apache.commons..", "config"),
          new Owned("com.fasterxml.jackson..", "info", "web"),
          new Owned("com.drew..", "codec"),
          new Owned("org.ehcache..", "cache"),
          new Owned("io.micrometer..", "metrics"),
          new Owned("io.prometheus..", "metrics"),
          new Owned("javax.imageio..", "codec"),
          new Owned("java.awt..", "codec", "render"),
          new Owned("java.lang.foreign..", "codec", "jpeg"),
          new Owned("jakarta.servlet..", "web", "app", "launch"),
          new Owned("org.graalvm..", "delegate.guest", "delegate.host"),
          new Owned("org.apache.catalina..", "launch"),
          new Owned("org.ehcache..", "cache"),
          // The one to silence what Ehcache logs, which no other logging system can.
          new Owned("java.util.logging..", "launch", "cache"));

  /** A meta-identifier is what the field calls it. */
  private static final Pattern EMPTY_WORDS =
      Pattern.compile(
          "(Util|Helper|Manager|Impl|Base|Abstract|Processor|Resource|Meta(?!Identifier))s?(?![a-z])");

  @ParameterizedTest
  @FieldSource("PARTS")
  void partUsesOnlyWhatItMay(Part part) {
    String[] allowed =
        Stream.concat(Stream.of(part.name()), part.uses().stream())
            .map(ArchitectureTest::inPart)
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(inPart(part.name()))
        .should()
        .dependOnClassesThat(resideInAPackage(ROOT + ".").and(not(resideInAnyPackage(allowed))))
        .allowEmptyShould(true)
        .check(ALL);
  }

  @Test
  void configKnowsOnlySettingsAndWhatTheyConsistOf() {
    Set<JavaClass> settings =
        APPLICATION.stream().filter(ArchitectureTest::isPartOfSettings).collect(toSet());
    Set<JavaClass> known =
        settings.stream()
            .flatMap(each -> each.getDirectDependenciesFromSelf().stream())
            .map(Dependency::getTargetClass)
            .collect(toSet());
    known.addAll(settings);
    noClasses()
        .that()
        .resideInAPackage(inPart("config"))
        .should()
        .dependOnClassesThat(
            resideInAPackage("org.casaba..")
                .and(not(resideInAPackage(inPart("config"))))
                .and(not(describe("settings and their components", known::contains))))
        .allowEmptyShould(true)
        .check(APPLICATION);
  }

  @Test
  void nothingUsesTheCompositionRoot() {
    noClasses()
        .that()
        .resideOutsideOfPackage(inPart("app"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(inPart("app"))
        .check(APPLICATION);
  }

  @Test
  void everyPackageIsPartOfTheTable() {
    Set<String> found =
        ALL.stream()
            .map(each -> each.getPackageName().substring(ROOT.length()).replaceAll("\\..*", ""))
            .collect(toSet());
    Set<String> named = new TreeSet<>(Set.of("config", "app"));
    PARTS.forEach(part -> named.add(part.name()));
    found.removeAll(named);
    assertEquals(Set.of(), found);
  }

  @Test
  void packagesAreFreeOfCycles() {
    slices().matching("org.casaba.(**)").should().beFreeOfCycles().check(ALL);
  }

  @ParameterizedTest
  @FieldSource("LIBRARIES")
  void libraryHasItsOwners(Owned owned) {
    String[] owners =
        Stream.of(owned.owners()).map(ArchitectureTest::inPart).toArray(String[]::new);
    noClasses()
        .that()
        .resideOutsideOfPackages(owners)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(owned.library())
        .check(ALL);
  }

  @Test
  void purePartsNeitherReadNorLog() {
    noClasses()
        .that()
        .resideInAnyPackage(Stream.of(PURE).map(ArchitectureTest::inPart).toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.slf4j..", "java.nio.file..", "java.nio.channels..")
        .check(APPLICATION);
  }

  @Test
  void nothingIsPrintedPastTheLog() {
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(APPLICATION);
  }

  @Test
  void environmentIsReadInTheCompositionRoot() {
    noClasses()
        .that()
        .resideOutsideOfPackage(inPart("app"))
        .should()
        .callMethod(System.class, "getenv")
        .orShould()
        .callMethod(System.class, "getenv", String.class)
        .orShould()
        .callMethod(System.class, "getProperty", String.class)
        .orShould()
        .callMethod(System.class, "getProperties")
        .check(APPLICATION);
  }

  @Test
  void namesSayWhatThingsAre() {
    classes()
        .should(
            be(
                describe(
                    "named without empty words",
                    each -> !EMPTY_WORDS.matcher(each.getSimpleName()).find())))
        .check(ALL);
  }

  @Test
  void classesAreFinalUnlessMadeToBeExtended() {
    DescribedPredicate<JavaClass> extensible =
        describe(
            "open to be extended",
            each ->
                each.isInterface()
                    || each.isEnum()
                    || each.isAnonymousClass()
                    || each.isAssignableTo(Throwable.class)
                    || each.isAssignableTo("jakarta.servlet.Servlet")
                    || each.reflect().isSealed());
    classes()
        .that(describe("are not final", each -> !each.getModifiers().contains(JavaModifier.FINAL)))
        .should(be(extensible))
        .check(ALL);
  }

  @Test
  void staticFieldsAreFinal() {
    fields().that().areStatic().should().beFinal().check(ALL);
  }

  @Test
  void everyPackageIsNullMarked() {
    JavaPackage root = APPLICATION.getPackage("org.casaba");
    for (JavaPackage each : root.getSubpackagesInTree()) {
      boolean marked =
          each.tryGetPackageInfo()
              .map(info -> info.isAnnotatedWith(NullMarked.class))
              .orElse(false);
      assertTrue(marked || each.getClasses().isEmpty(), each.getName() + " is not @NullMarked");
    }
  }

  private static String inPart(String part) {
    return ROOT + part + "..";
  }

  private static boolean isPartOfSettings(JavaClass each) {
    return each.getFullName().replaceAll("\\$.*", "").endsWith("Settings")
        && !each.getPackageName().startsWith(ROOT + "config");
  }
}
