package org.casaba.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.casaba.cache.Depot;
import org.casaba.cache.DerivativeCache;
import org.casaba.config.Settings;
import org.casaba.files.FileProblem;
import org.casaba.pyramid.store.Pyramids;
import org.casaba.service.Admission;
import org.jspecify.annotations.Nullable;

/**
 * Says in words where things are kept, and what has been chosen where settings leave it open.
 *
 * @param standard where files are kept unless something else is said; null for nowhere
 */
record Places(
    Settings settings,
    @Nullable Path standard,
    DerivativeCache derivatives,
    Pyramids pyramids,
    Admission admission) {

  /** By name, as it is now. */
  Map<String, String> described() {
    Map<String, String> places = new LinkedHashMap<>();
    places.put("Images", settings.source().root().toString());
    if (!settings.derivatives().enabled()) {
      places.put("Derivatives", "none are kept here: cache.derivative.enabled is false");
    } else if (settings.derivatives().disk() == 0) {
      places.put("Derivatives on disk", "none: cache.derivative.disk is 0");
    }
    for (Depot each : derivatives.depots()) {
      places.merge(each.name(), text(each), (one, other) -> one + "; " + other);
    }
    places.put("Pyramids", pyramidsText());
    return places;
  }

  private static String text(Depot depot) {
    if (!depot.obstacle().isEmpty()) {
      return "not in use now: " + depot.place() + " " + depot.obstacle();
    }
    String known = depot.bytes() < 0 ? "at most " : megabytes(depot.bytes()) + " of ";
    return depot.place() + ": " + known + megabytes(depot.most());
  }

  private String pyramidsText() {
    if (settings.pyramids().maxSize() == 0) {
      return "none: pyramids.max_size is 0";
    }
    try {
      return pyramids
          .kept()
          .map(k ->
              k.folder()
                  + ": "
                  + k.pyramids()
                  + (k.pyramids() == 1 ? " pyramid, " : " pyramids, ")
                  + megabytes(k.bytes())
                  + " of "
                  + megabytes(k.most()))
          .orElse("none");
    } catch (IOException e) {
      return "cannot be looked into: " + FileProblem.text(e);
    }
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%,d MB", Math.ceilDiv(bytes, 1 << 20));
  }

  /** A setting's value as it is in force: what has been chosen where that is left to the server. */
  String value(String key, String value) {
    if (value.isEmpty()) {
      Path chosen = chosen(key);
      return chosen == null ? "" : chosen + " (the server's choice)";
    }
    Admission.State lanes = admission.state();
    return switch (key) {
      case "admission.tiles" -> automatic(value, "" + lanes.tiles().mostRunning());
      case "admission.large" -> automatic(value, "" + lanes.large().mostRunning());
      case "admission.memory" ->
          automatic(value, megabytes(lanes.tiles().mostMemory() + lanes.large().mostMemory()));
      default -> value;
    };
  }

  private static String automatic(String value, String chosen) {
    return value.equalsIgnoreCase("auto") ? value + ": " + chosen : value;
  }

  private @Nullable Path chosen(String key) {
    return switch (key) {
      case "source.filesystem.root" -> settings.source().root();
      case "overlay.folder" -> settings.overlay().folder();
      case "pyramids.folder" -> settings.pyramids().below(standard).folder();
      case "cache.derivative.directory" -> settings.derivatives().below(standard).directory();
      default -> null;
    };
  }
}
