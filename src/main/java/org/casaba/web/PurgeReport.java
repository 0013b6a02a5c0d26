package org.casaba.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.casaba.iiif.Identifier;
import org.casaba.iiif.IllegalRequestException;
import org.casaba.service.PurgeOrder;
import org.casaba.service.Purged;

/** What has been purged, in words and as JSON. */
record PurgeReport(PurgeOrder order, Purged purged) {
  private static final String PYRAMIDS =
      "Pyramids stay: each belongs to one state of one file, and is used for no other.";

  /** 200 if all is done. */
  int status() {
    return purged.problems().isEmpty() ? 200 : 500;
  }

  /** In sentences: first what was done, then what was not. */
  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        switch (order) {
          case PurgeOrder.All() ->
              (purged.problems().isEmpty() ? "Everything" : "Not everything")
                  + " is purged: "
                  + pictures()
                  + ", "
                  + information();
          case PurgeOrder.Expired() -> "What had expired is purged: " + pictures() + ".";
          case PurgeOrder.OfImage(Identifier image) ->
              plain(image) + " is purged" + names() + ": " + pictures() + ", " + information();
          case PurgeOrder.Information(Identifier image) ->
              "What was known of " + plain(image) + " is purged" + names() + ": " + information();
        });
    if (pyramidsStay()) {
      sentences.add(PYRAMIDS);
    }
    hint()
        .ifPresent(name ->
            sentences.add("Nothing was kept of this name: did you mean " + plain(name) + "?"));
    purged.problems().stream().map(PurgeReport::plain).forEach(sentences::add);
    return sentences;
  }

  /** Which name may have been meant, where one is given as in an address and nothing was found. */
  private Optional<String> hint() {
    if (purged.derivatives() + purged.images() + purged.checks() > 0) {
      return Optional.empty();
    }
    return switch (order) {
      case PurgeOrder.All(), PurgeOrder.Expired() -> Optional.empty();
      case PurgeOrder.OfImage(Identifier image) -> decoded(image.value());
      case PurgeOrder.Information(Identifier image) -> decoded(image.value());
    };
  }

  private static Optional<String> decoded(String written) {
    try {
      return Optional.of(RawPath.decode(written)).filter(name -> !name.equals(written));
    } catch (IllegalRequestException e) {
      return Optional.empty();
    }
  }

  /** What could not be made of a request. */
  static String refusal(String mistake) {
    ObjectNode json = new ObjectMapper().createObjectNode();
    json.putArray("problems").add(mistake);
    json.put("message", mistake);
    return json.toPrettyString() + "\n";
  }

  private boolean pyramidsStay() {
    return order instanceof PurgeOrder.All || order instanceof PurgeOrder.OfImage;
  }

  private String pictures() {
    return counted(purged.derivatives(), "picture");
  }

  private String information() {
    return counted(purged.images(), "open image")
        + ", "
        + counted(purged.checks(), "remembered file")
        + ".";
  }

  private static String counted(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  private String names() {
    return purged.names().size() < 2
        ? ""
        : purged.names().stream()
            .skip(1)
            .map(PurgeReport::plain)
            .collect(Collectors.joining(" and ", " with ", ""));
  }

  /** For a line of the log or of a terminal. */
  private static String plain(Object text) {
    return text.toString().replaceAll("\\p{Cntrl}", "?");
  }

  String json() {
    ObjectNode json = new ObjectMapper().createObjectNode();
    switch (order) {
      case PurgeOrder.All() -> json.put("what", "all");
      case PurgeOrder.Expired() -> json.put("what", "expired");
      case PurgeOrder.OfImage(Identifier image) ->
          json.put("what", "image").put("identifier", image.value());
      case PurgeOrder.Information(Identifier image) ->
          json.put("what", "information").put("identifier", image.value());
    }
    json.put("derivatives", purged.derivatives());
    json.put("open_images", purged.images());
    json.put("remembered_files", purged.checks());
    purged.names().forEach(name -> json.withArray("/names").add(name.value()));
    purged.problems().forEach(json.putArray("problems")::add);
    hint().ifPresent(name -> json.put("hint", name));
    json.put("message", String.join(" ", sentences()));
    return json.toPrettyString() + "\n";
  }
}
