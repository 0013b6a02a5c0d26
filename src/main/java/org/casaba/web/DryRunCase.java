package org.casaba.web;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A request, and what the rules are expected to make of it. In a file it is a JSON object (or one
 * of an array of them) with these keys: {@code name}, {@code url}, {@code ip}, {@code headers} (an
 * object), {@code size} ({@code "79508x3082"}) and {@code expect}, an object with any of {@code
 * status}, {@code location}, {@code challenge}, {@code message}, {@code picture} ({@code
 * "2000x78"}), {@code personal} and {@code info} (keys of info.json, or of the second part of its
 * profile; null for those that must not be there).
 *
 * @param place the file's name and the case's own
 */
record DryRunCase(String place, DryRunRequest request, JsonNode expected) {
  private static final Set<String> KEYS = Set.of("name", "url", "ip", "headers", "size", "expect");
  private static final Set<String> EXPECTED =
      Set.of("status", "location", "challenge", "message", "picture", "personal", "info");

  /**
   * All cases of a file.
   *
   * @throws IOException if it cannot be read
   * @throws IllegalArgumentException if it does not hold cases; the message says where
   */
  static List<DryRunCase> read(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    JsonNode content;
    try {
      content =
          new ObjectMapper()
              .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
              .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
              .readTree(Files.readString(file).replaceFirst("^\uFEFF", ""));
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          name
              + ":"
              + (e.getLocation() == null ? 0 : e.getLocation().getLineNr())
              + ": it is no JSON: "
              + e.getOriginalMessage(),
          e);
    }
    List<DryRunCase> cases = new ArrayList<>();
    for (JsonNode each : content.isArray() ? content : List.of(content)) {
      cases.add(parse(each, name, cases.size() + 1));
    }
    if (cases.isEmpty()) {
      throw new IllegalArgumentException(name + ": it holds no case");
    }
    return cases;
  }

  private static DryRunCase parse(JsonNode node, String file, int number) {
    String place = file + ": " + node.path("name").asText("case " + number);
    requireKnown(node, KEYS, place);
    if (!node.has("expect")) {
      throw new IllegalArgumentException(place + ": expect is missing");
    }
    requireKnown(node.path("expect"), EXPECTED, place + ", expect");
    if (node.path("expect").isEmpty()) {
      throw new IllegalArgumentException(place + ": it expects nothing");
    }
    List<String> headers = new ArrayList<>();
    for (Map.Entry<String, JsonNode> header : node.path("headers").properties()) {
      for (JsonNode value :
          header.getValue().isArray() ? header.getValue() : List.of(header.getValue())) {
        headers.add(header.getKey() + ": " + value.asText());
      }
    }
    try {
      return new DryRunCase(
          place,
          DryRunRequest.of(
              node.path("url").asText(""),
              node.path("ip").asText(""),
              headers,
              node.path("size").asText("")),
          node.path("expect"));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(place + ": " + e.getMessage(), e);
    }
  }

  private static void requireKnown(JsonNode node, Set<String> known, String place) {
    if (!node.isObject()) {
      throw new IllegalArgumentException(place + ": it is no object");
    }
    Set<String> unknown = new TreeSet<>();
    node.fieldNames().forEachRemaining(unknown::add);
    unknown.removeAll(known);
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          place + ": " + unknown + " is not known here, only " + new TreeSet<>(known));
    }
  }

  /**
   * What is otherwise than expected, one sentence each; nothing if all is well. Where the rules
   * have not answered, that comes first: the rest follows from it.
   */
  List<String> failures(DryRunReport report) {
    List<String> failures = differences(report);
    if (!failures.isEmpty()) {
      report.rulesFailure().ifPresent(why -> failures.addFirst(place + ": " + why));
    }
    return failures;
  }

  private List<String> differences(DryRunReport report) {
    List<String> failures = new ArrayList<>();
    DryRunReport.Outcome outcome = report.outcome();
    compare("status", outcome.status(), failures);
    compare("location", outcome.location().orElse(null), failures);
    compare("challenge", outcome.challenge().orElse(null), failures);
    compare("message", outcome.message().orElse(null), failures);
    compare(
        "picture", outcome.size().map(s -> s.width() + "x" + s.height()).orElse(null), failures);
    compare("personal", outcome.personal(), failures);
    JsonNode information = information(report.information());
    for (Map.Entry<String, JsonNode> key : expected.path("info").properties()) {
      differ("info." + key.getKey(), key.getValue(), found(information, key.getKey()), failures);
    }
    return failures;
  }

  /** Version 2 says the limits, and more, in the second part of its profile. */
  private static JsonNode found(JsonNode information, String key) {
    JsonNode profile = information.path("profile").path(1);
    return information.has(key) || !profile.has(key) ? information.path(key) : profile.path(key);
  }

  private void compare(
      String key, @org.jspecify.annotations.Nullable Object actual, List<String> failures) {
    if (expected.has(key)) {
      differ(key, expected.get(key), new ObjectMapper().valueToTree(actual), failures);
    }
  }

  private void differ(String key, JsonNode wanted, JsonNode actual, List<String> failures) {
    boolean bothAbsent = wanted.isNull() && (actual.isMissingNode() || actual.isNull());
    if (!bothAbsent && !wanted.equals(actual)) {
      failures.add(
          place
              + ": "
              + key
              + " is "
              + (actual.isMissingNode() ? "absent" : actual)
              + ", expected "
              + wanted);
    }
  }

  private static JsonNode information(DryRunReport.Outcome outcome) {
    try {
      return outcome.info().isPresent()
          ? new ObjectMapper().readTree(outcome.info().get())
          : MissingNode.getInstance();
    } catch (JacksonException e) {
      throw new IllegalStateException("info.json is JSON", e);
    }
  }
}
