package org.casaba.app;

import java.io.Closeable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.casaba.codec.CodecSettings;
import org.casaba.codec.CodecSettings.Library;
import org.casaba.codec.jpeg.JpegLibrary;
import org.casaba.codec.libdeflate.Libdeflate;
import org.casaba.codec.tiff.DeflateLibrary;
import org.casaba.codec.tiff.Libraries;
import org.casaba.codec.turbojpeg.TurboJpeg;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The libraries that have been loaded from the host, to be closed when nothing is decoded more. */
record HostLibraries(Optional<TurboJpeg> turboJpeg, Optional<Libdeflate> libdeflate) {
  private static final Logger LOG = LoggerFactory.getLogger(HostLibraries.class);

  /** Loads those that are wanted and there, and says so. */
  static HostLibraries of(CodecSettings settings) {
    HostLibraries found =
        new HostLibraries(
            wanted(settings.turboJpeg(), () -> TurboJpeg.find(TurboJpeg.USUAL_NAMES)),
            wanted(settings.libdeflate(), () -> Libdeflate.find(Libdeflate.USUAL_NAMES)));
    LOG.info("JPEG codec: {}; inflating: {}", found.jpeg(), found.inflating());
    return found;
  }

  private String jpeg() {
    return turboJpeg.map(TurboJpeg::toString).orElse("built in");
  }

  private String inflating() {
    return libdeflate.map(Libdeflate::toString).orElse("Java");
  }

  /** What is used for what, in words. */
  Map<String, String> described() {
    Map<String, String> described = new LinkedHashMap<>();
    described.put("JPEG codec", jpeg());
    described.put("Inflating", inflating());
    return described;
  }

  private static <T> Optional<T> wanted(Library library, Supplier<Optional<T>> find) {
    return switch (library) {
      case AUTO -> find.get();
      case OFF -> Optional.empty();
    };
  }

  /** What decoders and encoders ask. */
  Libraries asked() {
    return new Libraries(
        turboJpeg.<JpegLibrary>map(t -> t).orElse(JpegLibrary.NONE),
        libdeflate.<DeflateLibrary>map(l -> l).orElse(DeflateLibrary.NONE));
  }

  Stream<Closeable> all() {
    return Stream.concat(turboJpeg.stream(), libdeflate.stream());
  }
}
