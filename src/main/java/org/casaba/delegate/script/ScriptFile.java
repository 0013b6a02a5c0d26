package org.casaba.delegate.script;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.casaba.delegate.DelegateException;
import org.casaba.delegate.guest.ScriptLanguage;
import org.casaba.delegate.guest.ScriptText;

/** The file in which a script is kept. */
record ScriptFile(Path path) {
  private static final long LARGEST = 10 << 20;

  /** How a file looks from outside; equal for two looks at an unchanged file. */
  record Look(long size, FileTime modified, String key) {}

  /** Nothing if it is not there, or not to be seen. */
  Optional<Look> look() {
    try {
      BasicFileAttributes a = Files.readAttributes(path, BasicFileAttributes.class);
      return Optional.of(new Look(a.size(), a.lastModifiedTime(), String.valueOf(a.fileKey())));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  ScriptLanguage language() throws DelegateException.Failed {
    return ScriptLanguage.of(path)
        .orElseThrow(() -> new DelegateException.Failed(path + " ends neither in .js nor in .py"));
  }

  /** The script, without a byte order mark, its lines ended by line feeds. */
  ScriptText read() throws DelegateException.Failed {
    ScriptLanguage language = language();
    try {
      if (Files.size(path) > LARGEST) {
        throw new DelegateException.Failed(path + " is too large for a script");
      }
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(Files.readAllBytes(path)))
              .toString();
      String unmarked = text.startsWith("\ufeff") ? text.substring(1) : text;
      return new ScriptText(
          language, String.valueOf(path.getFileName()), unmarked.replace("\r\n", "\n"));
    } catch (NoSuchFileException e) {
      throw new DelegateException.Failed(path + " is not there");
    } catch (CharacterCodingException e) {
      throw new DelegateException.Failed(path + " is not written in UTF-8");
    } catch (IOException e) {
      throw new DelegateException.Failed(path + " cannot be read", e);
    }
  }
}
