package org.casaba.render;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import org.casaba.metrics.Course;
import org.casaba.metrics.Stage;

/**
 * Writes one picture strip by strip, on the thread of the request and with the crew's help.
 *
 * <p>The strip whose turn it is goes straight into the stream, so that the first bytes come as
 * early as they can, unless a helper is at it already. Those that follow are offered to the crew as
 * far as there is memory to hold them. When a helper is not done yet, the request lends a hand with
 * a later strip instead of waiting. A client that is slow to read holds up the request, and so what
 * is offered.
 *
 * <p>A strip that fails ends those below it; what it has thrown is thrown when its turn comes, as
 * if all had been drawn one after the other. When the writing ends, for whatever reason, nobody is
 * at work on the picture any more. Used once.
 */
final class StripWriter {
  private final CutDrawing picture;
  private final Crew crew;

  /** Offered to the crew and not yet written, in order. */
  private final Deque<HeldStrip> offered = new ArrayDeque<>();

  private int nextOffer;

  /** Of the request; at rest while its thread waits, or does what a helper would do. */
  private final Course course;

  /** Of what is drawn ahead of its turn, on whatever thread; guarded by itself. */
  private final Course aside;

  /** Strips from here on are not wanted any more. */
  private final AtomicInteger end;

  StripWriter(CutDrawing picture, Crew crew, Course course) {
    this.picture = picture;
    this.crew = crew;
    this.course = course;
    this.aside = course.fellow();
    this.end = new AtomicInteger(picture.strips().count());
  }

  void write(OutputStream out) throws IOException {
    int count = picture.strips().count();
    try {
      for (int i = 0; i < count; i++) {
        nextOffer = Math.max(nextOffer, i + 1);
        offer();
        if (i == 0) {
          picture.file().head(out);
        }
        write(i, out);
      }
      picture.file().tail(out);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while a picture was being drawn");
    } finally {
      stop();
    }
  }

  private void offer() {
    while (nextOffer < end.get() && offered.size() < crew.ahead()) {
      long bytes = picture.bytes(nextOffer);
      HeldStrip strip = new HeldStrip(nextOffer, bytes, this::drawAhead);
      if (!crew.take(strip, bytes)) {
        return;
      }
      offered.add(strip);
      nextOffer++;
    }
  }

  private void write(int index, OutputStream out) throws IOException, InterruptedException {
    HeldStrip strip = offered.peek();
    if (strip == null || strip.index() != index) {
      draw(index, course, out);
      return;
    }
    if (strip.begin()) {
      offered.remove();
      crew.giveBack(strip.reserved());
      draw(index, course, out);
      return;
    }
    Stage before = course.enter(null);
    while (!strip.isDone() && lendAHand()) {}
    strip.await();
    offered.remove();
    try {
      strip.moveTo(out);
    } finally {
      crew.giveBack(strip.reserved());
    }
    course.enter(before);
  }

  /** Makes a strip that nobody has begun; false if there is none. */
  private boolean lendAHand() {
    for (HeldStrip strip : offered) {
      if (strip.begin()) {
        strip.make();
        return true;
      }
    }
    return false;
  }

  private void drawAhead(int index, OutputStream out) throws IOException {
    Course own = course.fellow();
    draw(index, own, out);
    if (own.isTimed()) {
      synchronized (aside) {
        aside.add(own);
      }
    }
  }

  private void draw(int index, Course noted, OutputStream out) throws IOException {
    boolean drawn = false;
    try {
      picture.write(index, () -> look(index), noted, out);
      drawn = true;
    } finally {
      if (!drawn) {
        end.accumulateAndGet(index, Math::min);
      }
    }
  }

  private void look(int index) throws IOException {
    if (index >= end.get()) {
      throw new IOException("nobody wants this strip any more");
    }
  }

  /** Ends all work on the picture, and waits for that end: what is drawn may then be closed. */
  private void stop() {
    end.set(0);
    boolean interrupted = false;
    for (HeldStrip strip : offered) {
      while (!strip.begin() && !strip.isDone()) {
        try {
          strip.await();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      crew.giveBack(strip.reserved());
    }
    offered.clear();
    if (course.isTimed()) {
      synchronized (aside) {
        course.add(aside);
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
