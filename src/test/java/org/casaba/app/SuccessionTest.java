package org.casaba.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.casaba.config.Settings;
import org.casaba.config.SettingsLoader;
import org.casaba.config.Surroundings;
import org.casaba.web.CurrentSite;
import org.casaba.web.PageSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SuccessionTest {
  private static final PageSettings NO_PAGES = new PageSettings("test", false, List.of());
  private static final Logger LOG = Logger.getLogger(Application.class.getName());

  private final RequestsUnderway requests = new RequestsUnderway();
  private final Succession succession =
      new Succession(new CurrentSite(), requests, Duration.ofMillis(50));
  private final List<String> closed = new ArrayList<>();

  @BeforeEach
  void silenceTheLog() {
    LOG.setLevel(Level.OFF);
  }

  @AfterEach
  void releaseTheLog() {
    LOG.setLevel(null);
  }

  private Application application(Closeable... parts) throws Exception {
    Settings settings =
        new SettingsLoader(new Surroundings(Map.of(), Map.of(), null, Path.of("images"))).load();
    return new Application(Application.of(settings, NO_PAGES).site(), List.of(parts), null);
  }

  private Closeable part(String name) {
    return () -> closed.add(name);
  }

  @Test
  void beginsWithTheFirstApplicationAndEndsWhenClosed() throws Exception {
    assertFalse(succession.hasBegun());
    succession.replace(application(part("a")));
    assertTrue(succession.hasBegun());
    succession.close();
    assertFalse(succession.hasBegun());
    assertEquals(List.of("a"), closed);
  }

  @Test
  void oldApplicationIsClosedAfterItsRequests() throws Exception {
    succession.replace(application(part("old")));
    long request = requests.enter();
    succession.replace(application(part("new")));
    long next = requests.enter();
    assertEquals(List.of(), closed);
    requests.leave(request);
    assertEquals(List.of("old"), closed);
    requests.leave(next);
    succession.close();
    assertEquals(List.of("old", "new"), closed);
  }

  @Test
  void requestsThatDoNotEndAreNotWaitedForForEver() throws Exception {
    succession.replace(application(part("old")));
    long request = requests.enter();
    succession.replace(application(part("new")));
    succession.close();
    assertEquals(List.of("old", "new"), closed);
    requests.leave(request);
    assertEquals(List.of("old", "new"), closed);
  }

  @Test
  void partsAreClosedLastMadeFirstEvenIfOneFails() throws Exception {
    Closeable failing =
        () -> {
          throw new IOException("no");
        };
    application(part("a"), failing, part("b")).close();
    assertEquals(List.of("b", "a"), closed);
  }
}
