package org.casaba.service;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.Optional;
import org.casaba.content.Content;
import org.casaba.content.ContentVersion;

/**
 * Content of which is told when it cannot be read, or ends before it should: somebody has cut it
 * off, or the connection with the place where it is kept is lost.
 *
 * @param failed called after each failure but those that concern the reading thread alone
 */
record WatchedContent(Content content, Runnable failed) implements Content {
  @Override
  public ContentVersion version() {
    return content.version();
  }

  @Override
  public Object state() {
    return content.state();
  }

  @Override
  public Optional<Path> file() {
    return content.file();
  }

  @Override
  public int read(long position, ByteBuffer target) throws IOException {
    try {
      int count = content.read(position, target);
      if (count < 0 && position < size()) {
        failed.run();
      }
      return count;
    } catch (ClosedByInterruptException e) {
      throw e;
    } catch (IOException e) {
      failed.run();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    content.close();
  }
}
