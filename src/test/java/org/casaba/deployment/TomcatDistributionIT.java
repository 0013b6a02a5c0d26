package org.casaba.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The built WAR in unpacked Tomcat distributions, under its own name and as their root. */
@ParameterizedClass
@MethodSource("deployments")
final class TomcatDistributionIT {
  private static ServerProcess server;

  @Parameter(0)
  private TomcatInstallation tomcat;

  @Parameter(1)
  private String war;

  static Stream<Arguments> deployments() {
    return TomcatInstallation.all().stream()
        .flatMap(
            tomcat -> Stream.of("casaba.war", "ROOT.war").map(war -> Arguments.of(tomcat, war)));
  }

  @Test
  void isWell() throws IOException {
    assertEquals(200, server.get("health").status());
  }

  @Test
  void showsItsLandingPage() throws IOException {
    RawRequest.Answer page = server.get("");
    assertEquals(200, page.status());
    assertTrue(page.header("Content-Type").orElse("").startsWith("text/html"));
  }

  @ParameterizedTest
  @FieldSource("org.casaba.deployment.TestImages#TARGETS")
  void servesImages(String target) throws IOException {
    RawRequest.Answer image = server.get(target);
    assertEquals(200, image.status(), image::text);
    assertEquals("image/jpeg", image.header("Content-Type").orElse(""));
  }

  @Test
  void namesImagesBelowItsContextPath() throws IOException {
    String information = server.get("iiif/3/picture.png/info.json").text();
    String id = "\"" + server.base() + "iiif/3/picture.png\"";
    assertTrue(information.contains(id), information);
  }

  @ParameterizedTest
  @FieldSource("org.casaba.deployment.Insides#TARGETS")
  void keepsItsInsidesToItself(String target) throws IOException {
    Insides.assertHidden(server.get(target));
  }

  @BeforeParameterizedClassInvocation
  static void start(TomcatInstallation tomcat, String war) throws IOException {
    server = tomcat.start(war, TomcatInstallation.RELAXED, TestImages.folder());
  }

  /** Tomcat looks for threads, drivers and the like that an application has left behind. */
  @AfterParameterizedClassInvocation
  static void stopsWithoutComplaint() {
    server.stop();
    server.close();
    assertEquals("", server.complaints());
  }
}
