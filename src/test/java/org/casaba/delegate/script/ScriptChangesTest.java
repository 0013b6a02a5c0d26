package org.casaba.delegate.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.casaba.delegate.Access;
import org.casaba.delegate.DelegateException;
import org.casaba.delegate.DelegateSettings;
import org.casaba.plan.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScriptChangesTest {
  @TempDir Path folder;

  private Path file() {
    return folder.resolve("delegates.js");
  }

  private ScriptDelegate follow(Path file, String script) throws Exception {
    Scripts.write(file, script);
    ScriptDelegate delegate =
        ScriptDelegate.start(
            Scripts.settings(file), language -> Map.of(), SelfTest.NONE, Duration.ofMillis(50));
    delegate.awaitReady(Duration.ofMinutes(2));
    return delegate;
  }

  private static String version(int number) {
    return "function pre_authorize(context) { return {max_width: " + number + "}; }";
  }

  private static int answered(ScriptDelegate delegate) throws DelegateException {
    return delegate.inquiry(Requests.image()).admit() instanceof Access.Granted(Limits caps, var _)
        ? caps.maxWidth()
        : 0;
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    while (!condition.call()) {
      assertTrue(System.nanoTime() < end, "nothing has happened");
      Thread.sleep(20);
    }
  }

  @Test
  void noRequestIsDroppedWhileTheScriptChanges() throws Exception {
    try (ScriptDelegate delegate = follow(file(), version(1));
        ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor()) {
      AtomicBoolean over = new AtomicBoolean();
      List<Future<Integer>> all = new ArrayList<>();
      for (int i = 0; i < 500; i++) {
        all.add(requests.submit(() -> answersUntil(over, delegate)));
      }
      try {
        for (int i = 2; i < 6; i++) {
          int number = i;
          Scripts.write(file(), version(number));
          await(() -> answered(delegate) == number);
        }
      } finally {
        over.set(true);
      }
      for (Future<Integer> each : all) {
        assertTrue(each.get() > 0);
      }
    }
  }

  private static int answersUntil(AtomicBoolean over, ScriptDelegate delegate) throws Exception {
    int answers = 0;
    while (!over.get()) {
      assertTrue(answered(delegate) > 0);
      answers++;
    }
    return answers;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "function pre_authorize( { | delegates.js:1:",
        "function preAuthorise() {} | must be called pre_authorize",
        "function may() {} | no function that is known",
        "function Pre_Authorize() {} | must be called pre_authorize",
        "throw new Error('on load') | delegates.js:1:",
        "const authorize = true; | authorize is not a function",
        "function pre_authorize() {} function preAuthorize() {} | there are both",
      })
  void brokenVersionLeavesTheLastOneInForce(String broken, String problem) throws Exception {
    try (ScriptDelegate delegate = follow(file(), version(1))) {
      Scripts.write(file(), broken);
      await(() -> delegate.problem().isPresent());
      String details = delegate.status().problem().orElseThrow();
      assertTrue(details.contains(problem), details);
      assertEquals(1, answered(delegate));
      Scripts.write(file(), version(2));
      await(() -> delegate.problem().isEmpty());
      assertEquals(2, answered(delegate));
    }
  }

  @Test
  void vanishedFileLeavesTheLastVersionInForce() throws Exception {
    try (ScriptDelegate delegate = follow(file(), version(1))) {
      Files.delete(file());
      await(() -> delegate.problem().isPresent());
      assertEquals(1, answered(delegate));
      Scripts.write(file(), version(2));
      await(() -> answered(delegate) == 2);
      await(() -> delegate.problem().isEmpty());
    }
  }

  @Test
  void scriptThatAppearsLateIsTakenUp() throws Exception {
    try (ScriptDelegate delegate = follow(file(), "syntax error")) {
      assertThrows(DelegateException.Failed.class, () -> answered(delegate));
      assertTrue(delegate.problem().orElseThrow().contains("nothing is answered"));
      Scripts.write(file(), version(1));
      await(() -> delegate.problem().isEmpty());
      assertEquals(1, answered(delegate));
    }
  }

  @Test
  void correctedCaseBringsTheScriptIntoForceAndAFailingOneIsReported() throws Exception {
    Path cases = Files.createDirectory(folder.resolve("tests"));
    Path first = cases.resolve("a.json");
    Scripts.write(first, "wrong");
    Scripts.write(file(), version(1));
    SelfTest test =
        candidate -> {
          try {
            return Files.readString(first).equals("wrong") ? List.of("it is wrong") : List.of();
          } catch (IOException e) {
            return List.of(e.toString());
          }
        };
    DelegateSettings settings =
        new DelegateSettings(
            file(), Scripts.settings(file()).pool(), List.of(), cases, Scripts.NO_LOOKUP);
    try (ScriptDelegate delegate =
        ScriptDelegate.start(settings, language -> Map.of(), test, Duration.ofMillis(50))) {
      delegate.awaitReady(Duration.ofMinutes(2));
      assertFalse(delegate.answers());
      assertEquals(
          "the delegate script does not pass its cases: nothing is answered",
          delegate.problem().orElseThrow());
      Scripts.write(first, "right");
      await(() -> delegate.problem().isEmpty());
      assertEquals(1, answered(delegate));
      Scripts.write(first, "wrong");
      await(() -> delegate.problem().isPresent());
      assertTrue(delegate.answers());
      assertEquals(1, answered(delegate));
      assertTrue(delegate.status().problem().orElseThrow().contains("it is wrong"));
    }
  }

  @Test
  void byteOrderMarkAndCarriageReturnsAreNoPartOfAScript() throws Exception {
    Scripts.write(file(), "");
    try (ScriptDelegate delegate =
        follow(file(), "\ufeff// first\r\n" + version(1) + "\r\n// last\r\n")) {
      assertEquals(1, answered(delegate));
    }
    Path python = folder.resolve("delegates.py");
    String script =
        "\ufeffdef pre_authorize(context):\r\n    a = 1\r\n    return {'max_width': a}\r\n";
    try (ScriptDelegate delegate = follow(python, script)) {
      assertEquals(1, answered(delegate));
    }
  }

  @Test
  void fileThatIsNoScriptIsNotLoaded() throws Exception {
    Files.write(file(), "// \u00e4\n".getBytes(StandardCharsets.ISO_8859_1));
    for (Path file : List.of(file(), folder, folder.resolve("none.js"))) {
      assertThrows(
          DelegateException.Failed.class,
          () -> ScriptDelegate.load(Scripts.settings(file), language -> Map.of()).close());
    }
  }

  @Test
  void requestsThatFindTheQueueFullAreTurnedAway() throws Exception {
    Scripts.write(file(), "function pre_authorize(context) { for (;;) {} }");
    DelegateSettings settings =
        new DelegateSettings(
            file(),
            new DelegateSettings.Pool(Duration.ofSeconds(2), 1, 1),
            List.of(),
            null,
            Scripts.NO_LOOKUP);
    try (ScriptDelegate delegate = ScriptDelegate.load(settings, language -> Map.of());
        ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> all = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        all.add(
            requests.submit(() ->
                String.valueOf(
                    assertThrows(DelegateException.Busy.class, () -> answered(delegate))
                        .getMessage())));
      }
      List<String> messages = new ArrayList<>();
      for (Future<String> each : all) {
        messages.add(each.get());
      }
      assertTrue(messages.stream().anyMatch(m -> m.contains("too many requests")), "" + messages);
      assertTrue(messages.stream().anyMatch(m -> m.contains("in pre_authorize")), "" + messages);
    }
  }
}
