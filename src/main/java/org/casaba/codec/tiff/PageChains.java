package org.casaba.codec.tiff;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.casaba.codec.DamagedImageException;
import org.casaba.codec.NoSuchPageException;

/**
 * The pages of a TIFF file. Each begins with a directory that is not marked as reduced or as a mask
 * and is not recognised as a level of one before it. Its levels are directories of the same
 * proportions and pixel layout that are marked as reduced, or are its SubIFDs, or else hold the
 * same kind of samples and have its size divided by a power of two. What fits several pages belongs
 * to the nearest before it. Used while a file is being indexed.
 */
final class PageChains {
  /** Twice as often as any picture can be halved. */
  private static final int MOST_LEVELS = 64;

  private final DirectoryReader reader;
  private final List<Chain> chains = new ArrayList<>();

  /** A page's own directory, and those of its levels in the main chain. */
  private record Chain(Candidate picture, List<Candidate> levels) {
    private static Chain of(Candidate picture) {
      return new Chain(picture, new ArrayList<>());
    }
  }

  private PageChains(DirectoryReader reader) {
    this.reader = reader;
  }

  static PageChains of(DirectoryReader reader) throws IOException {
    PageChains pages = new PageChains(reader);
    List<Directory> directories = reader.main();
    Directory first = first(directories);
    pages.chains.add(Chain.of(new Candidate(first)));
    for (Directory directory : directories) {
      if (directory != first) {
        pages.add(directory);
      }
    }
    return pages;
  }

  private static Directory first(List<Directory> directories) throws IOException {
    for (Directory directory : directories) {
      if (directory.kind() == Directory.Kind.PICTURE) {
        return directory;
      }
    }
    return directories.getFirst();
  }

  private void add(Directory directory) throws IOException {
    try {
      switch (directory.kind()) {
        case MASK -> {}
        case REDUCED -> addLevel(new Candidate(directory), true);
        case PICTURE -> {
          Candidate candidate = new Candidate(directory);
          if (!addLevel(candidate, false)) {
            chains.add(Chain.of(candidate));
          }
        }
      }
    } catch (DamagedImageException e) {
      // Who does not say what it is cannot be asked for.
      return;
    }
  }

  private boolean addLevel(Candidate candidate, boolean marked) throws IOException {
    for (Chain chain : chains.reversed()) {
      if (candidate.isLevelOf(chain.picture(), marked)) {
        chain.levels().add(candidate);
        return true;
      }
    }
    return false;
  }

  int count() {
    return chains.size();
  }

  /**
   * A page's own directory.
   *
   * @param number 1 or more
   */
  Directory picture(int number) throws NoSuchPageException {
    return chain(number).picture().directory();
  }

  /** All levels of a page but the full size, in no order. */
  List<Page> levels(int number) throws IOException {
    Chain chain = chain(number);
    List<Candidate> candidates = new ArrayList<>(chain.levels());
    for (Directory directory : reader.below(chain.picture().directory())) {
      Candidate candidate = new Candidate(directory);
      if (candidate.isLevelOf(chain.picture(), true)) {
        candidates.add(candidate);
      }
    }
    List<Page> levels = new ArrayList<>();
    for (Candidate candidate : candidates.subList(0, Math.min(MOST_LEVELS, candidates.size()))) {
      Optional<Page> page = candidate.page();
      page.ifPresent(levels::add);
    }
    return levels;
  }

  private Chain chain(int number) throws NoSuchPageException {
    if (number > chains.size()) {
      throw new NoSuchPageException(number, chains.size());
    }
    return chains.get(number - 1);
  }
}
