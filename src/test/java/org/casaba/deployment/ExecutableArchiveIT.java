package org.casaba.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** {@code java -jar casaba.war} below a context path, asked over HTTP. */
final class ExecutableArchiveIT {
  private static ServerProcess server;

  @BeforeAll
  static void start() throws IOException {
    server =
        ServerProcess.standalone("--images=" + TestImages.folder(), "--context-path=/some/where");
  }

  @AfterAll
  static void stopsWithoutComplaint() {
    server.stop();
    server.close();
    assertEquals("", server.complaints());
  }

  @Test
  void saysWhereItIs() {
    assertTrue(server.log().contains(server.base().toString()), server::log);
  }

  @Test
  void isWell() throws IOException {
    assertEquals(200, server.get("health").status());
  }

  @Test
  void showsItsLandingPage() throws IOException {
    RawRequest.Answer page = server.get("");
    assertEquals(200, page.status());
    assertEquals("text/html;charset=UTF-8", page.header("Content-Type").orElse(""));
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

  @Test
  void errorsDoNotNameTheServer() throws IOException {
    RawRequest.Answer answer = server.get("no-such-page");
    assertEquals(404, answer.status());
    assertTrue(answer.header("Server").isEmpty());
    assertTrue(!answer.text().contains("Tomcat"), answer::text);
  }

  @Test
  void listsNoFolder() throws IOException {
    RawRequest.Answer answer = RawRequest.get(server.base(), "/").send();
    assertEquals(404, answer.status());
  }
}
