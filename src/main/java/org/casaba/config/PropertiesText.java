package org.casaba.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.configuration2.PropertiesConfiguration.PropertiesReader;

/**
 * Reads properties files as people write them: UTF-8, with or without a byte order mark, any line
 * ends. A key that stands there twice is a mistake, and {@code include} is a key like any other,
 * that is, none: the reader is used bare, without the configuration around it that would follow it.
 */
final class PropertiesText {
  private static final int LONGEST_FILE = 1 << 20;

  private PropertiesText() {}

  /** What a file says; what cannot be made out is added to the mistakes. */
  static Map<String, Written> read(Path file, List<Mistake> mistakes) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LONGEST_FILE + 1);
      if (bytes.length > LONGEST_FILE) {
        mistakes.add(new Mistake(file.toString(), "is longer than a configuration can be", ""));
        return Map.of();
      }
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return parse(text, file.toString(), mistakes);
    } catch (CharacterCodingException e) {
      mistakes.add(new Mistake(file.toString(), "is not encoded in UTF-8", "save it as UTF-8"));
    } catch (NoSuchFileException e) {
      mistakes.add(new Mistake(file.toString(), "there is no such file", ""));
    } catch (IOException e) {
      mistakes.add(new Mistake(file.toString(), "cannot be read: " + e, ""));
    }
    return Map.of();
  }

  /** What a text says. */
  static Map<String, Written> parse(String text, String name, List<Mistake> mistakes) {
    Map<String, Written> read = new LinkedHashMap<>();
    try (PropertiesReader reader =
        new PropertiesReader(
            new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text))) {
      while (reader.nextProperty()) {
        String key = reader.getPropertyName();
        String place = name + ", line " + reader.getLineNumber();
        Written first =
            read.putIfAbsent(key, new Written(key, reader.getPropertyValue().strip(), place));
        if (first != null) {
          mistakes.add(
              new Mistake(place, key + " is there a second time", "first at " + first.place()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // from a string
    }
    return read;
  }
}
