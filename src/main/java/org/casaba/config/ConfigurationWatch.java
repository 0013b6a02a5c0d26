package org.casaba.config;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the configuration file from time to time, on a daemon thread, and hands on its settings
 * when it has changed, come or gone. Looking is all that works everywhere: file system events miss
 * network mounts and the symbolic links that Kubernetes swaps. A file counts as changed when it has
 * looked the same twice, so that nobody is caught half-way through writing it.
 */
public final class ConfigurationWatch implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(ConfigurationWatch.class);

  /** How a file looks from outside; equal for two looks at an unchanged file. */
  private record Look(Optional<Path> file, long size, @Nullable FileTime modified, String key) {
    static Look at(Optional<Path> file) {
      if (file.isPresent()) {
        try {
          BasicFileAttributes a = Files.readAttributes(file.get(), BasicFileAttributes.class);
          return new Look(file, a.size(), a.lastModifiedTime(), String.valueOf(a.fileKey()));
        } catch (IOException e) {
          // Not there, or not to be seen: reading it would say so.
        }
      }
      return new Look(file, -1, null, "");
    }
  }

  private final SettingsLoader loader;
  private final Consumer<Settings> consumer;
  private final Duration interval;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread =
      Thread.ofPlatform().daemon().name("casaba-configuration").unstarted(this::run);

  private volatile boolean unfollowed;

  private Look followed;
  private Look before;

  /**
   * Begins with the file as it is now: what changes from here on is noticed.
   *
   * @param consumer gets the settings of a changed file, if they are free of mistakes
   * @param interval between two looks
   */
  public ConfigurationWatch(SettingsLoader loader, Consumer<Settings> consumer, Duration interval) {
    this.loader = loader;
    this.consumer = consumer;
    this.interval = interval;
    this.followed = Look.at(loader.file());
    this.before = followed;
  }

  public void start() {
    thread.start();
  }

  private void run() {
    try {
      while (!closed.await(interval.toMillis(), TimeUnit.MILLISECONDS)) {
        look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Looks once. */
  void look() {
    Look now = Look.at(loader.file());
    boolean settled = now.equals(before);
    before = now;
    if (settled && !now.equals(followed)) {
      followed = now;
      follow();
    }
  }

  private void follow() {
    try {
      consumer.accept(loader.load());
      unfollowed = false;
    } catch (SettingsException e) {
      unfollowed = true;
      LOG.error("The configuration has changed, but is not followed: {}", e.getMessage());
    } catch (RuntimeException e) {
      unfollowed = true;
      // The thread must outlive a bug in what it calls, or no change would be noticed any more.
      LOG.error("The configuration has changed, but cannot be followed", e);
    }
  }

  /**
   * Whether the file has changed since its settings were handed on last, into ones with mistakes.
   */
  public boolean isUnfollowed() {
    return unfollowed;
  }

  /** Stops looking, and waits for what is being done about a change. */
  @Override
  public void close() {
    closed.countDown();
    try {
      thread.join(Duration.ofSeconds(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
