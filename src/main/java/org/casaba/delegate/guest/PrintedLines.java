package org.casaba.delegate.guest;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** What a script prints, line by line; of a long line its beginning. */
final class PrintedLines extends OutputStream {
  private static final int LONGEST = 2000;

  private final Consumer<String> lines;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  PrintedLines(Consumer<String> lines) {
    this.lines = lines;
  }

  @Override
  public synchronized void write(int b) {
    if (b == '\n') {
      String text = line.toString(StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}", " ");
      line.reset();
      lines.accept(text);
    } else if (line.size() < LONGEST) {
      line.write(b);
    }
  }
}
