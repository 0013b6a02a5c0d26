package org.casaba.delegate.script;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.casaba.delegate.DelegateSettings;
import org.casaba.delegate.DelegateSettings.FileChoice;
import org.casaba.delegate.DelegateSettings.Lookup;
import org.casaba.delegate.DelegateSettings.SourceChoice;

/** Scripts in files. */
final class Scripts {
  static final Lookup NO_LOOKUP =
      new Lookup(SourceChoice.FILESYSTEM, FileChoice.IDENTIFIER, Path.of("/srv/images"), false);

  private Scripts() {}

  static DelegateSettings settings(Path file) {
    return settings(file, Duration.ofSeconds(10), NO_LOOKUP);
  }

  static DelegateSettings settings(Path file, Duration timeout, Lookup lookup) {
    return new DelegateSettings(
        file,
        new DelegateSettings.Pool(timeout, 2, 1000),
        List.of("login.example.org"),
        null,
        lookup);
  }

  /** Writes the script, and waits until it is ready. */
  static ScriptDelegate load(Path file, String text) throws Exception {
    write(file, text);
    return ScriptDelegate.load(settings(file), language -> Map.of());
  }

  static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
