package org.casaba.cache.record;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Visits the pictures in a tree, and no other files; removes folders that have become empty. What
 * vanishes meanwhile, or may not be read, is passed over. Ends when its thread is interrupted.
 */
final class TreeWalk extends SimpleFileVisitor<Path> {
  private static final Pattern PAIR = Pattern.compile("[0-9a-f]{2}");
  private static final List<Pattern> LEVELS =
      List.of(PAIR, PAIR, Pattern.compile("[0-9a-f]{28}"), Pattern.compile("[0-9a-f]{32}"));

  private final Path root;
  private final Consumer<RecordTree.Entry> visitor;

  /** How many things have been found, now and, of each folder it is in, when it went in. */
  private long visits;

  private long unread;

  private final Deque<Long> before = new ArrayDeque<>();

  private TreeWalk(Path root, Consumer<RecordTree.Entry> visitor) {
    this.root = root;
    this.visitor = visitor;
  }

  static TreeWalk of(Path root, Consumer<RecordTree.Entry> visitor) {
    return new TreeWalk(root, visitor);
  }

  /** Walks; how many things could not be read, though they are there. */
  long from(Path folder) throws IOException {
    Files.walkFileTree(folder, this);
    return unread;
  }

  /** How many folders below the root it is in; the root's own depth is 0. */
  private int depth(Path path) {
    return path.getNameCount() - root.getNameCount();
  }

  private boolean isOurs(Path path) {
    int depth = depth(path);
    return depth >= 1
        && depth <= LEVELS.size()
        && LEVELS.get(depth - 1).matcher(path.getFileName().toString()).matches();
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
      throws InterruptedIOException {
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedIOException("the server ends");
    }
    if (depth(folder) == 0 || (depth(folder) < LEVELS.size() && isOurs(folder))) {
      before.push(visits);
      return FileVisitResult.CONTINUE;
    }
    visits++;
    return FileVisitResult.SKIP_SUBTREE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    visits++;
    if (attributes.isRegularFile() && depth(file) == LEVELS.size() && isOurs(file)) {
      visitor.accept(RecordTree.Entry.of(file, attributes));
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
    if (depth(file) == 0) {
      throw e;
    }
    unread += e instanceof NoSuchFileException ? 0 : 1;
    visits++;
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
    if (before.pop() == visits && depth(folder) > 0) {
      RecordTree.removeIfEmpty(folder);
    }
    return FileVisitResult.CONTINUE;
  }
}
