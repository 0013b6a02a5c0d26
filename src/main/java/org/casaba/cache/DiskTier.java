package org.casaba.cache;

import java.io.IOException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the tier on disk, and says in a sentence what is in the way. For one thread. */
final class DiskTier {
  private static final Logger LOG = LoggerFactory.getLogger(DiskTier.class);
  private static final String IN_USE = "is in use by another server or application";

  private static final String FULL = "lies on a disk with too little room";

  private final @Nullable DiskFolder folder;
  private final long most;
  private final long heap;

  /** What was told last; empty if all is well. Others may read it. */
  private volatile String told = "";

  /** Whether it was in use by another at the last look. */
  private boolean lockedBefore;

  DiskTier(DerivativeSettings settings, long heap) {
    Path directory = settings.directory();
    this.folder = directory == null || settings.disk() == 0 ? null : new DiskFolder(directory);
    this.most = settings.disk();
    this.heap = heap;
  }

  /** Opens both tiers; empty if there is to be no disk, or something is in the way. */
  Optional<OpenTiers> open() {
    if (folder == null) {
      return Optional.empty();
    }
    Optional<String> obstacle = folder.prepare();
    if (obstacle.isPresent()) {
      tell(folder, obstacle.get());
      return Optional.empty();
    }
    try {
      long bytes = folder.room(most);
      if (bytes < 2 * heap || !folder.hasRoom()) {
        tell(folder, FULL, full(folder));
        return Optional.empty();
      }
      boolean disorder = folder.isInDisorder();
      OpenTiers tiers = OpenTiers.disk(heap, folder.path(), bytes);
      tellBeginning(folder, bytes, disorder);
      if (!told.isEmpty()) {
        LOG.info("Derivatives are kept in {} again", folder.path());
      }
      told = "";
      return Optional.of(tiers);
    } catch (IOException | RuntimeException | InternalError e) {
      LOG.debug("{} cannot be opened", folder.path(), e);
      tellFailed(folder, e);
      return Optional.empty();
    }
  }

  /** The settings may just have changed, and the one before this may be about to end. */
  private void tellFailed(DiskFolder where, Throwable e) {
    if (!isLocked(e)) {
      tell(where, "cannot be used: " + last(e));
    } else if (lockedBefore) {
      tell(where, IN_USE);
    }
    lockedBefore = isLocked(e);
  }

  /** Whether what is open can go on. */
  boolean hasRoom() {
    return folder == null || folder.hasRoom();
  }

  /**
   * What is open is to be closed.
   *
   * @param reason null if the disk is full
   * @return whether the disk is full: what is there is to be removed
   */
  boolean leave(@Nullable Throwable reason) {
    if (folder == null) {
      return false;
    }
    LOG.debug("{} is left", folder.path(), reason);
    if (!Files.isDirectory(folder.path())) {
      tell(folder, "has been taken away");
      return false;
    }
    if (reason == null || reason instanceof InternalError || !folder.hasRoom()) {
      tell(folder, FULL, full(folder));
      return true;
    }
    tell(folder, "has failed: " + last(reason));
    return false;
  }

  /**
   * For any thread.
   *
   * @param open whether it is in use
   */
  Optional<Depot> depot(CacheState.Tier tier, boolean open) {
    if (folder == null) {
      return Optional.empty();
    }
    String obstacle = open ? "" : told.isEmpty() ? "is being opened" : told;
    return Optional.of(
        new Depot(
            "Derivatives on disk", folder.path().toString(), tier.bytes(), tier.most(), obstacle));
  }

  /** That pictures could not be forgotten, for administrators. May be called by any thread. */
  String unforgotten(Throwable reason) {
    return "Not all pictures in "
        + (folder == null ? "memory" : folder.path())
        + " are forgotten: "
        + last(reason)
        + ". They are before one of them is used again, unless the server is restarted first.";
  }

  private void tellBeginning(DiskFolder where, long bytes, boolean disorder) {
    if (disorder) {
      LOG.info(
          "Derivatives in {} begin empty: the server that kept them was killed, or its disk"
              + " failed",
          where.path());
    }
    if (bytes < most) {
      LOG.info(
          "Derivatives in {} take {} MB at most rather than {}: {} are free there",
          where.path(),
          bytes >> 20,
          most >> 20,
          where.free());
    }
  }

  private String full(DiskFolder where) {
    return FULL
        + ": "
        + where.free()
        + " are free there, and "
        + (DiskFolder.wanted(2 * heap) >> 20)
        + " MB are wanted, with what it takes already";
  }

  private void tell(DiskFolder where, String obstacle) {
    tell(where, obstacle, obstacle);
  }

  /**
   * Tells it once.
   *
   * @param obstacle what is the same until it is mended
   */
  private void tell(DiskFolder where, String obstacle, String words) {
    if (!told.equals(obstacle)) {
      LOG.warn(
          "Derivatives are kept in memory only, since {} {}. It is tried again",
          where.path(),
          words);
      told = obstacle;
    }
  }

  private static boolean isLocked(Throwable e) {
    for (Throwable each = e; each != null; each = each.getCause()) {
      if (each instanceof OverlappingFileLockException
          || String.valueOf(each.getMessage()).contains("already locked")) {
        return true;
      }
    }
    return false;
  }

  private static String last(Throwable e) {
    Throwable last = e;
    while (last.getCause() != null) {
      last = last.getCause();
    }
    return String.valueOf(last.getMessage());
  }
}
