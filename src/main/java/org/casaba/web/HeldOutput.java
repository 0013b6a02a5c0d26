package org.casaba.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.casaba.metrics.Stage;

/**
 * The body of an answer, held back until it is complete or large: so that a picture that fails
 * early becomes an error and not half a file, and a tile is sent with its length. A client that
 * goes away is told apart from a source that fails.
 */
final class HeldOutput extends OutputStream {
  private static final int HELD = 256 * 1024;
  private static final int FIRST = 16 * 1024;

  private final HttpServletResponse response;
  private final ServerTiming timing;
  private byte[] held = new byte[0];
  private int count;
  private boolean sending;

  /**
   * @param timing is told when something is sent
   */
  HeldOutput(HttpServletResponse response, ServerTiming timing) {
    this.response = response;
    this.timing = timing;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (!sending && count + length <= HELD) {
      if (count + length > held.length) {
        int twice = Math.max(FIRST, 2 * held.length);
        held = Arrays.copyOf(held, Math.min(HELD, Math.max(count + length, twice)));
      }
      System.arraycopy(bytes, offset, held, count, length);
      count += length;
      return;
    }
    release();
    send(bytes, offset, length);
  }

  /** Sends a body that is there all at once; nothing else has been written. */
  void whole(byte[] body) throws IOException {
    response.setContentLength(body.length);
    sending = true;
    timing.write(response);
    send(body, 0, body.length);
  }

  /** Sends what is still held. */
  void finish() throws IOException {
    if (!sending) {
      response.setContentLength(count);
    }
    release();
  }

  private void release() throws IOException {
    if (!sending) {
      sending = true;
      timing.write(response);
      send(held, 0, count);
      held = new byte[0];
    }
  }

  private void send(byte[] bytes, int offset, int length) throws IOException {
    Stage before = timing.course().enter(Stage.SEND);
    try {
      response.getOutputStream().write(bytes, offset, length);
    } catch (IOException e) {
      throw new ClientGoneException(e);
    }
    timing.course().enter(before);
  }
}
