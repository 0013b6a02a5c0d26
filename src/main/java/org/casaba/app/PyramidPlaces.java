package org.casaba.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.casaba.app.PictureFiles.Picture;
import org.casaba.codec.Codecs;
import org.casaba.codec.DamagedImageException;
import org.casaba.codec.DecodedImage;
import org.casaba.codec.UnsupportedImageException;
import org.casaba.content.Content;
import org.casaba.content.FileContent;
import org.casaba.pyramid.Fitness;
import org.casaba.pyramid.Origin;

/**
 * Where pyramids go, and whether they are there. The name depends on the source's name alone:
 * {@code scan.jpg} becomes {@code scan.tif}, {@code scan.tif} too, and {@code Ms. 12} becomes
 * {@code Ms. 12.tif}. Of several sources that would become one, that keeps the place which had it
 * first, as the pyramid itself tells.
 */
final class PyramidPlaces {
  /** Of what a file in some place was made. */
  private enum Owner {
    /** There is none. */
    NOBODY,
    /** Of the picture that belongs there. */
    THIS,
    /** Of one that had the name before, and is there no more. */
    GONE,
    /** The file does not tell. */
    UNKNOWN
  }

  private static final String ENDING = ".tif";

  private final Path folder;
  private final Codecs codecs;
  private final boolean overwrite;
  private final Set<Path> sources;

  /** By their place: sources of this run. */
  private final Map<Path, Path> taken = new HashMap<>();

  /**
   * Places in a folder.
   *
   * @param overwrite whether to make what is there already
   * @param sources real paths of files that must not be replaced by others' pyramids
   */
  PyramidPlaces(Path folder, Codecs codecs, boolean overwrite, Set<Path> sources) {
    this.folder = folder;
    this.codecs = codecs;
    this.overwrite = overwrite;
    this.sources = Set.copyOf(sources);
  }

  /** Where the pyramid of a picture belongs. */
  Path of(Picture picture) {
    return folder.resolve(
        picture.place().resolveSibling(name(String.valueOf(picture.place().getFileName()))));
  }

  private static String name(String source) {
    int end = PictureFiles.hasPictureEnding(source) ? source.lastIndexOf('.') : source.length();
    return source.substring(0, end) + ENDING;
  }

  /**
   * Why no pyramid is made of a picture.
   *
   * @param there whether one is in the picture's place
   */
  record Spared(String reason, boolean there) {}

  /**
   * Why no pyramid has to be made of a picture; empty if one has.
   *
   * @throws IOException if it must not be made, since the place is another's
   */
  Optional<Spared> whyNot(Picture picture, Content content, DecodedImage image) throws IOException {
    Path place = of(picture);
    boolean itself = Files.exists(place) && Files.isSameFile(place, picture.file());
    if ((itself || !overwrite) && Fitness.isPyramid(content, image)) {
      return Optional.of(
          Files.exists(place)
              ? new Spared("is a pyramid already, nothing is made of it", true)
              : new Spared(
                  "is a pyramid already: copy it to " + place + ", or make it anew by --overwrite",
                  false));
    }
    if (itself) {
      throw new IOException("its pyramid would take its own place; --to another folder");
    }
    Owner owner = owner(picture, content, place);
    Path first = taken.get(place);
    if (first != null) {
      throw shared(place, first);
    }
    return owner == Owner.NOBODY ? Optional.empty() : whyKept(picture, place, owner);
  }

  /** Notes that a picture's place is its own from now on. */
  void take(Picture picture) {
    taken.put(of(picture), picture.file());
  }

  private static IOException shared(Path place, Path other) {
    return new IOException(
        place + " belongs to " + other + ", which had that name first; rename one of them");
  }

  /** Whose pyramid is in a picture's place, unless it is that of another that still exists. */
  private Owner owner(Picture picture, Content content, Path place) throws IOException {
    if (!Files.exists(place)) {
      return Owner.NOBODY;
    }
    try (Content there = FileContent.open(place)) {
      Optional<String> told = Origin.of(there);
      if (told.isEmpty() || !isTiled(there)) {
        return Owner.UNKNOWN;
      }
      // A source may have had something to tell itself, which its pyramid repeats.
      String source = String.valueOf(picture.file().getFileName());
      if (told.get().equals(source) || told.equals(Origin.of(content))) {
        return Owner.THIS;
      }
      if (!name(told.get()).equals(String.valueOf(place.getFileName()))) {
        return Owner.UNKNOWN;
      }
      Path other = picture.file().resolveSibling(told.get());
      if (Files.exists(other)) {
        throw shared(place, other);
      }
      return Owner.GONE;
    }
  }

  private Optional<Spared> whyKept(Picture picture, Path place, Owner owner) throws IOException {
    boolean older =
        Files.getLastModifiedTime(place).compareTo(Files.getLastModifiedTime(picture.file())) < 0;
    if (!overwrite && owner != Owner.GONE && !older && isFit(place)) {
      return Optional.of(new Spared("is there already: " + place, true));
    }
    if (owner == Owner.UNKNOWN && sources.contains(place.toRealPath())) {
      throw new IOException(
          "its pyramid would take the place of "
              + place
              + ", a source itself; --to another folder");
    }
    if (owner == Owner.UNKNOWN && !overwrite) {
      throw new IOException(
          place + " is there, but was not made of it by this command; --overwrite replaces that");
    }
    return Optional.empty();
  }

  /** What has no tiles has not been made here, whatever it tells. */
  private boolean isTiled(Content content) throws IOException {
    try (DecodedImage image = codecs.open(content)) {
      return image.facts().levels().getFirst().tile().isPresent();
    } catch (DamagedImageException | UnsupportedImageException e) {
      return false;
    }
  }

  private boolean isFit(Path place) {
    try (Content content = FileContent.open(place);
        DecodedImage image = codecs.open(content)) {
      return Fitness.of(content, image).fit();
    } catch (IOException e) {
      // What cannot be read is no good.
      return false;
    }
  }
}
