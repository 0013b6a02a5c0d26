package org.casaba.service;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.casaba.codec.DecodedImage;
import org.casaba.content.Content;
import org.casaba.source.Found;
import org.casaba.source.SourceException;

/**
 * Images that stay open, with their headers read, for the requests to come. Whoever wants one says
 * what the source has found just now: what is open, but has another state, is opened anew. Thread
 * safe.
 *
 * <p>An image is in use by any number of requests at a time. One that is dropped, because it has
 * changed, turned out unreadable, or was not asked for as lately as others, is closed when the last
 * of them has ended.
 */
public final class OpenImages implements Closeable {
  /** What nobody has asked for as long as this is closed, so that disks can be taken away. */
  private static final Duration LONGEST_IDLE = Duration.ofMinutes(5);

  /**
   * File systems count time in steps: of what has changed in the last one it cannot be told later
   * whether it has changed again. The longest steps are those of FAT.
   */
  private static final Duration LONGEST_STEP = Duration.ofSeconds(2);

  /** Which image: where it is, and the number of the page. */
  record Key(Object place, int page) {}

  /** Reads the headers of a page of what has been opened, and may add to it what belongs to it. */
  @FunctionalInterface
  interface Reader {
    DecodedImage read(Content content, int page) throws IOException;
  }

  private final int most;
  private final long memory;
  private final InstantSource clock;

  /** All but those that were dropped, the one that was asked for longest ago first. */
  private final Map<Key, SharedImage> kept = new LinkedHashMap<>(16, 0.75f, true);

  /** Of all in {@code kept}, in bytes. */
  private long weight;

  /** How many have been opened, or were to be. */
  private long openings;

  private boolean closed;

  /**
   * An empty pool.
   *
   * @param most how many images are kept open that nobody uses; 0 for none
   * @param memory how many bytes of memory they may take together
   */
  public OpenImages(int most, long memory, InstantSource clock) {
    this.most = most;
    this.memory = memory;
    this.clock = clock;
  }

  /** No image is open for longer than it is in use. */
  public static OpenImages none() {
    return new OpenImages(0, 0, InstantSource.system());
  }

  /**
   * An open image; what it answers is to be closed. Of several threads that want the same one only
   * the first opens it, and the others wait for that.
   *
   * @param page 1 or more
   * @throws SourceException if the source does not give it
   * @throws IOException if it cannot be read
   */
  Lease open(Found found, int page, Reader reader) throws SourceException, IOException {
    while (true) {
      SharedImage image = take(new Key(found.place(), page), found);
      boolean taken = false;
      try {
        if (image.open(reader)) {
          keepIfSettled(image);
        }
        if (image.await()) {
          taken = true;
          return new Lease(this, image);
        }
      } finally {
        if (!taken) {
          if (image.hasFailed()) {
            drop(image);
          }
          release(image);
        }
      }
    }
  }

  /** The image that is kept, if it is what has been found; else one that is to be opened. */
  private SharedImage take(Key key, Found found) {
    Unused unused = new Unused();
    SharedImage image;
    synchronized (this) {
      image = kept.get(key);
      if (image != null && !image.isStill(found.state())) {
        drop(image, unused);
        image = null;
      }
      if (image == null) {
        image = new SharedImage(key, found, openings++);
        if (most > 0 && !closed) {
          kept.put(key, image);
        } else {
          image.dropped = true;
        }
      }
      image.users++;
      dropIdle(unused);
    }
    unused.close();
    return image;
  }

  /** What may be changing still is not kept, but for those who are waiting for it. */
  private void keepIfSettled(SharedImage image) {
    if (!isSettled(image)) {
      drop(image);
    }
  }

  /** Whether it is long enough ago that its bytes changed. */
  boolean isSettled(SharedImage image) {
    Duration age = Duration.between(image.modified(), clock.instant());
    return age.abs().compareTo(LONGEST_STEP) > 0;
  }

  /** Nobody is to get that image any more who has not got it yet. */
  void drop(SharedImage image) {
    Unused unused = new Unused();
    synchronized (this) {
      drop(image, unused);
    }
    unused.close();
  }

  /**
   * Nobody is to get the images of a place any more that are open now. Those in use are closed when
   * they no longer are, and pictures that are made of them until then are not worth keeping.
   *
   * @param place {@link Found#place()}
   * @return how many there were
   */
  public long forget(Object place) {
    return dropIf(image -> image.key().place().equals(place));
  }

  /** The same for all images. */
  public long forgetAll() {
    return dropIf(_ -> true);
  }

  private long dropIf(Predicate<SharedImage> which) {
    Unused unused = new Unused();
    List<SharedImage> dropped;
    synchronized (this) {
      dropped = kept.values().stream().filter(which).toList();
      for (SharedImage image : dropped) {
        image.forget();
        drop(image, unused);
      }
    }
    unused.close();
    return dropped.size();
  }

  /** One who has used that image does not any more. */
  void release(SharedImage image) {
    long weighed = image.weigh();
    Unused unused = new Unused();
    synchronized (this) {
      image.users--;
      image.lastUse = clock.instant();
      if (image.dropped) {
        unused.add(image);
      } else {
        weight += weighed - image.weight;
        image.weight = weighed;
        kept.get(image.key()); // it has been used last
      }
      dropSurplus(unused);
    }
    unused.close();
  }

  /**
   * Closes what nobody has asked for in the last minutes; the pool does so when it is used, too.
   */
  public void closeIdle() {
    Unused unused = new Unused();
    synchronized (this) {
      dropIdle(unused);
    }
    unused.close();
  }

  /**
   * What is kept open.
   *
   * @param images how many
   * @param inUse how many of them requests use at the moment
   * @param bytes of memory that they take about
   */
  public record Stock(int images, int inUse, long bytes) {}

  /** What is kept open at the moment. */
  public synchronized Stock stock() {
    int inUse = (int) kept.values().stream().filter(image -> image.users > 0).count();
    return new Stock(kept.size(), inUse, weight);
  }

  private void dropIdle(Unused unused) {
    Instant oldest = clock.instant().minus(LONGEST_IDLE);
    Iterator<SharedImage> images = kept.values().iterator();
    boolean idle = true;
    while (idle && images.hasNext()) {
      SharedImage image = images.next();
      idle = image.users > 0 || image.lastUse.isBefore(oldest);
      if (image.users == 0 && idle) {
        forget(images, image, unused);
      }
    }
  }

  /** Those in use stay: to drop them now would free nothing, and they are looked at again. */
  private void dropSurplus(Unused unused) {
    Iterator<SharedImage> images = kept.values().iterator();
    while ((kept.size() > most || weight > memory) && images.hasNext()) {
      SharedImage image = images.next();
      if (image.users == 0) {
        forget(images, image, unused);
      }
    }
  }

  private void forget(Iterator<SharedImage> images, SharedImage image, Unused unused) {
    images.remove();
    weight -= image.weight;
    image.dropped = true;
    unused.add(image);
  }

  private void drop(SharedImage image, Unused unused) {
    if (!image.dropped) {
      kept.remove(image.key());
      weight -= image.weight;
      image.dropped = true;
      unused.add(image);
    }
  }

  /** Closes all images, those in use when they no longer are; from here on none is kept. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    forgetAll();
  }
}
