package org.casaba.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.casaba.iiif.Identifier;
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
          case PurgeOrder.All() -> "Everything is purged: " + pictures() + ", " + information();
          case PurgeOrder.Expired() -> "What had expired is purged: " + pictures() + ".";
          case PurgeOrder.OfImage(Identifier image) ->
              plain(image) + " is purged" + names() + ": " + pictures() + ", " + information();
          case PurgeOrder.Information(Identifier image) ->
              "What was known of " + plain(image) + " is purged" + names() + ": " + information();
        });
    if (pyramidsStay()) {
      sentences.add(PYRAMIDS);
    }
    purged.problems().stream().map(PurgeReport::plain).forEach(sentences::add);
    return sentences;
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
    json.put("pyramids", 0);
    purged.names().forEach(name -> json.withArray("/names").add(name.value()));
    purged.problems().forEach(json.putArray("problems")::add);
    json.put("message", String.join(" ", sentences()));
    return json.toPrettyString() + "\n";
  }
}
