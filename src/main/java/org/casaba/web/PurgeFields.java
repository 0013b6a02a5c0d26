package org.casaba.web;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.casaba.iiif.Identifier;
import org.casaba.service.PurgeOrder;

/** What an administrator asks for, as fields of a form or as keys of a JSON object. */
final class PurgeFields {
  private static final String WHAT = "what";
  private static final String IDENTIFIER = "identifier";
  private static final int LONGEST = 20_000;

  private PurgeFields() {}

  /**
   * What is to be purged.
   *
   * @throws IllegalArgumentException if that is not clear; the message names the field and says
   *     what is allowed
   */
  static PurgeOrder read(HttpServletRequest request) throws IOException {
    String type = Optional.ofNullable(request.getContentType()).orElse("");
    boolean json = type.toLowerCase(Locale.ROOT).startsWith("application/json");
    return order(json ? keys(request) : fields(request));
  }

  /** What has been written, for the form to show it again. */
  static String identifier(HttpServletRequest request) {
    return Optional.ofNullable(request.getParameter(IDENTIFIER)).orElse("");
  }

  private static Map<String, String> fields(HttpServletRequest request) throws IOException {
    request.setCharacterEncoding("UTF-8");
    Map<String, String> fields = new HashMap<>();
    request
        .getParameterMap()
        .forEach((name, values) -> {
          if (values.length > 1) {
            throw new IllegalArgumentException(name + " is given more than once.");
          }
          fields.put(name, values[0]);
        });
    return fields;
  }

  private static Map<String, String> keys(HttpServletRequest request) throws IOException {
    byte[] body = request.getInputStream().readNBytes(LONGEST + 1);
    if (body.length > LONGEST) {
      throw new IllegalArgumentException("The JSON is longer than " + LONGEST + " bytes.");
    }
    JsonNode object = parsed(body);
    if (!object.isObject()) {
      throw new IllegalArgumentException("The JSON is no object with the keys what, identifier.");
    }
    Map<String, String> keys = new HashMap<>();
    for (Map.Entry<String, JsonNode> key : object.properties()) {
      if (!key.getValue().isTextual()) {
        throw new IllegalArgumentException(key.getKey() + " is no string.");
      }
      keys.put(key.getKey(), key.getValue().textValue());
    }
    return keys;
  }

  private static JsonNode parsed(byte[] body) throws IOException {
    try {
      return new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .readTree(body);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("The body is no JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static PurgeOrder order(Map<String, String> fields) {
    for (String name : fields.keySet()) {
      if (!List.of(WHAT, IDENTIFIER).contains(name)) {
        throw new IllegalArgumentException(
            name + " is not known here; allowed are what and identifier.");
      }
    }
    String identifier = fields.getOrDefault(IDENTIFIER, "");
    return switch (fields.getOrDefault(WHAT, "")) {
      case "all" -> forAll(new PurgeOrder.All(), identifier);
      case "expired" -> forAll(new PurgeOrder.Expired(), identifier);
      case "image" -> new PurgeOrder.OfImage(named(identifier));
      case "information" -> new PurgeOrder.Information(named(identifier));
      case "" -> throw what("is missing");
      case String other -> throw what("is " + other);
    };
  }

  private static IllegalArgumentException what(String mistake) {
    return new IllegalArgumentException(
        "what " + mistake + "; allowed are all, image, information and expired.");
  }

  /** Whoever names an image means that one alone. */
  private static PurgeOrder forAll(PurgeOrder order, String identifier) {
    if (!identifier.isEmpty()) {
      throw new IllegalArgumentException(
          "identifier is allowed where what is image or information.");
    }
    return order;
  }

  private static Identifier named(String identifier) {
    if (identifier.isEmpty()) {
      throw new IllegalArgumentException(
          "identifier is missing; where what is image or information it names the image, such as"
              + " maps/ezu.tif, without percent signs.");
    }
    if (identifier.length() > LONGEST) {
      throw new IllegalArgumentException("identifier is longer than " + LONGEST + " characters.");
    }
    return new Identifier(identifier);
  }
}
