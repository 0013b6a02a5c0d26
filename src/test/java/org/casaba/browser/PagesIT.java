package org.casaba.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import javax.imageio.ImageIO;
import org.casaba.deployment.ServerProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** The landing page and the viewer page of the built WAR, looked at in headless Chromium. */
class PagesIT {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path CHROMEDRIVER = Path.of("/usr/bin/chromedriver");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir static Path profile;
  private static ServerProcess server;
  private static ChromeDriver browser;

  @BeforeAll
  static void start() throws Exception {
    assumeTrue(
        Files.isExecutable(CHROMIUM) && Files.isExecutable(CHROMEDRIVER),
        "the pages are not tested: this machine has no chromium and chromium-driver");
    server = ServerProcess.standalone();
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toString());
    options.setCapability("goog:loggingPrefs", logs);
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--user-data-dir=" + profile);
    browser =
        new ChromeDriver(
            new ChromeDriverService.Builder().usingDriverExecutable(CHROMEDRIVER.toFile()).build(),
            options);
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.quit();
    }
    if (server != null) {
      server.close();
    }
  }

  private static void open(String path, int width, int height) {
    browser.manage().logs().get(LogType.BROWSER);
    browser.manage().window().setSize(new Dimension(width, height));
    browser.get(server.base() + path);
  }

  /** Waits until the stage shows as many colours as only a drawn picture has. */
  private static void awaitPicture() {
    WebElement stage = browser.findElement(By.cssSelector(".stage"));
    await(() -> colors(stage) > 2000, "a picture");
  }

  private static void await(BooleanSupplier condition, String what) {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!condition.getAsBoolean()) {
      assertTrue(Instant.now().isBefore(deadline), what + " does not appear");
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
  }

  private static int colors(WebElement element) {
    try {
      BufferedImage image =
          ImageIO.read(new ByteArrayInputStream(element.getScreenshotAs(OutputType.BYTES)));
      Set<Integer> colors = new HashSet<>();
      for (int y = 0; y < image.getHeight(); y += 2) {
        for (int x = 0; x < image.getWidth(); x += 2) {
          colors.add(image.getRGB(x, y));
        }
      }
      return colors.size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("unchecked")
  private static List<String> loaded() {
    return (List<String>)
        browser.executeScript(
            "return performance.getEntriesByType('resource').map(entry => entry.name)");
  }

  private static void assertOnlyFromHere() {
    for (String address : loaded()) {
      assertTrue(
          address.startsWith(server.base().toString()) || address.startsWith("data:"), address);
    }
    List<String> complaints =
        browser.manage().logs().get(LogType.BROWSER).getAll().stream()
            .filter(e -> e.getLevel().intValue() >= Level.SEVERE.intValue())
            .map(LogEntry::getMessage)
            .toList();
    assertEquals(List.of(), complaints);
  }

  private static long overflow() {
    return (Long)
        browser.executeScript(
            "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
  }

  @Test
  void theLandingPageShowsASampleInTiles() {
    open("", 1280, 900);
    awaitPicture();
    assertTrue(
        loaded().stream().filter(a -> a.matches(".*/iiif/3/island\\.tif/[0-9].*")).count() > 1,
        "tiles among " + loaded());
    assertOnlyFromHere();
    assertEquals(0, overflow());
  }

  @Test
  void theLandingPageFitsAPhone() {
    open("", 500, 900);
    awaitPicture();
    assertEquals(0, overflow());
  }

  @Test
  void theViewerShowsAnyImageInTiles() {
    for (String image : new String[] {"island.tif", "harbour.jpg", "rose.png"}) {
      open("viewer/" + image, 1200, 800);
      awaitPicture();
      assertTrue(loaded().stream().anyMatch(a -> a.contains("/iiif/3/" + image + "/")), image);
      assertOnlyFromHere();
    }
  }

  @Test
  void theViewerSaysWhyThereIsNoImage() {
    open("viewer/nothing%20here.tif", 1200, 800);
    WebElement trouble = browser.findElement(By.cssSelector(".trouble"));
    await(trouble::isDisplayed, "an explanation");
    assertTrue(trouble.getText().contains("404"), trouble.getText());
    assertTrue(trouble.getText().contains("no image of this name"), trouble.getText());
  }
}
