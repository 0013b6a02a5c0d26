package org.casaba.codec.metadata;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.casaba.codec.DamagedImageException;

/** The envelope and application records of an IPTC block (Information Interchange Model 4.2). */
final class IptcFields {
  private static final int MARKER = 0x1C;
  private static final int ENVELOPE = 1;
  private static final int APPLICATION = 2;
  private static final int PREVIEW = 202;
  private static final int HEADER_LENGTH = 5;

  /** Of a length that is itself longer than two bytes. */
  private static final int EXTENDED = 0x8000;

  private IptcFields() {}

  static Map<String, Object> read(byte[] block) throws IOException {
    Map<String, Object> fields = new LinkedHashMap<>();
    ByteBuffer data = ByteBuffer.wrap(block);
    while (data.remaining() >= HEADER_LENGTH && data.get(data.position()) == MARKER) {
      data.get();
      int section = Byte.toUnsignedInt(data.get());
      int number = Byte.toUnsignedInt(data.get());
      int length = Short.toUnsignedInt(data.getShort());
      if ((length & EXTENDED) != 0 || length > data.remaining()) {
        throw new DamagedImageException("A field of its IPTC block is longer than the block");
      }
      byte[] value = new byte[length];
      data.get(value);
      boolean text = section == ENVELOPE || (section == APPLICATION && number != PREVIEW);
      if (text) {
        Findings.add(fields, FieldNames.IPTC.name((section << 8) | number), value(number, value));
      }
    }
    while (data.hasRemaining()) {
      // Some writers fill up with zeros.
      if (data.get() != 0) {
        throw new DamagedImageException("Its IPTC block is damaged");
      }
    }
    return fields;
  }

  /** The first field of each record is a version, in binary. */
  private static Object value(int number, byte[] value) {
    return number == 0 && value.length == Short.BYTES
        ? (Object) (long) ByteBuffer.wrap(value).getShort()
        : Texts.guessed(value);
  }
}
