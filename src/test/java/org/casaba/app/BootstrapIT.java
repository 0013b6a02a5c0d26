package org.casaba.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.casaba.web.HealthServlet;
import org.casaba.web.IiifServlet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The listener in a real container, the other classes on the test's class path. */
final class BootstrapIT {
  private final HttpClient client = HttpClient.newHttpClient();
  private final Tomcat tomcat = new Tomcat();

  @TempDir Path folder;
  private Path web;
  private Path config;

  @BeforeEach
  void makeFolders() throws IOException {
    web = folder.resolve("web");
    Files.createDirectories(web.resolve("WEB-INF/samples"));
    Files.writeString(web.resolve("page.html"), "a page");
    config = folder.resolve("my.properties");
  }

  @AfterEach
  void stop() throws Exception {
    tomcat.stop();
    tomcat.destroy();
    client.close();
  }

  private void start(boolean named) throws Exception {
    tomcat.setBaseDir(folder.resolve("tomcat").toString());
    tomcat.setPort(0);
    tomcat.getConnector();
    Context context = tomcat.addContext("/c", web.toString());
    context.addApplicationListener(Bootstrap.class.getName());
    if (named) {
      context.addParameter("casaba.config", config.toString());
    }
    Tomcat.addServlet(context, "iiif", IiifServlet.class.getName());
    context.addServletMapping("/iiif/*", "iiif");
    Tomcat.addServlet(context, "health", HealthServlet.class.getName());
    context.addServletMapping("/health", "health");
    Tomcat.addServlet(context, "default", "org.apache.catalina.servlets.DefaultServlet");
    context.addServletMapping("/", "default");
    tomcat.start();
    assertTrue(context.getState().isAvailable());
  }

  private HttpResponse<String> get(String path) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + "/c" + path);
    return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }

  private void awaitStatus(String path, int status) throws Exception {
    Instant end = Instant.now().plus(Duration.ofMinutes(1));
    while (get(path).statusCode() != status && Instant.now().isBefore(end)) {
      Thread.sleep(200);
    }
    assertEquals(status, get(path).statusCode());
  }

  @Test
  void samplesAreServedWithoutAConfiguration() throws Exception {
    start(false);
    assertEquals(200, get("/health").statusCode());
    assertEquals("a page", get("/page.html").body());
    assertEquals(404, get("/iiif/3/nothing/info.json").statusCode());
    Files.writeString(web.resolve("WEB-INF/samples/a.txt"), "no image");
    assertEquals(501, get("/iiif/3/a.txt/info.json").statusCode());
  }

  @Test
  void mistakesAreExplainedWithoutPathsOfTheServerUntilTheyAreMended() throws Exception {
    Files.writeString(config, "limits.max_area = none\n");
    start(true);
    for (String path : List.of("/", "/page.html", "/health", "/iiif/3/a/info.json", "/nothing")) {
      HttpResponse<String> answer = get(path);
      assertEquals(503, answer.statusCode(), path);
      assertTrue(answer.body().contains("log"), answer.body());
      assertFalse(answer.body().contains(folder.getFileName().toString()), answer.body());
      assertFalse(answer.body().contains("max_area"), answer.body());
    }
    Files.writeString(config, "limits.max_area = 1000\n");
    awaitStatus("/health", 200);
    assertEquals("a page", get("/page.html").body());
  }

  @Test
  void changedConfigurationTakesEffect() throws Exception {
    Files.writeString(config, "source.filesystem.root = " + folder.resolve("missing") + "\n");
    start(true);
    HttpResponse<String> health = get("/health");
    assertEquals(503, health.statusCode());
    assertTrue(health.body().contains("folder of images"), health.body());
    Files.writeString(config, "source.filesystem.root = " + folder + "\n");
    awaitStatus("/health", 200);
    Files.writeString(config, "limits.max_area = none\n");
    awaitStatus("/health", 503);
    assertTrue(get("/health").body().contains("is not followed"), get("/health").body());
    Files.writeString(config, "source.filesystem.root = " + folder + "\n# mended\n");
    awaitStatus("/health", 200);
  }

  @Test
  void configurationWithABrokenScriptIsFollowedWhenTheScriptIsMended() throws Exception {
    Files.writeString(config, "source.filesystem.root = " + folder.resolve("missing") + "\n");
    start(true);
    Path script = folder.resolve("delegates.js");
    Files.writeString(script, "syntax error");
    Files.writeString(
        config, "source.filesystem.root = " + folder + "\ndelegate.script = " + script + "\n");
    awaitHealth("is not followed");
    assertTrue(get("/health").body().contains("folder of images"));
    Files.writeString(script, "function authorize() { return true; }");
    awaitStatus("/health", 200);
  }

  private void awaitHealth(String words) throws Exception {
    Instant deadline = Instant.now().plus(Duration.ofSeconds(60));
    while (!get("/health").body().contains(words)) {
      assertTrue(Instant.now().isBefore(deadline), get("/health").body());
      Thread.sleep(100);
    }
  }
}
