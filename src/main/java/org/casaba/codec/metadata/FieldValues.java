package org.casaba.codec.metadata;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the values of a TIFF or EXIF field are in plain terms. */
final class FieldValues {
  private static final int BYTE = 1;
  private static final int ASCII = 2;
  private static final int UNDEFINED = 7;

  private static final int EXIF_VERSION = 36864;
  private static final int FLASHPIX_VERSION = 40960;
  private static final int INTEROPERABILITY_VERSION = 2;
  private static final int USER_COMMENT = 37510;
  private static final int GPS_PROCESSING_METHOD = 27;
  private static final int GPS_AREA_INFORMATION = 28;
  private static final int FIRST_OF_WINDOWS = 40091;
  private static final int LAST_OF_WINDOWS = 40095;

  /** Length of the name of the character set before a comment. */
  private static final int CODE_LENGTH = 8;

  private FieldValues() {}

  /** Bytes of one value; 0 for a type that does not exist. */
  static int width(int type) {
    return switch (type) {
      case 1, 2, 6, 7 -> 1;
      case 3, 8 -> 2;
      case 4, 9, 11, 13 -> 4;
      case 5, 10, 12, 16, 17, 18 -> 8;
      default -> 0;
    };
  }

  /** Whether the values are the characters of a text. */
  static boolean isText(int tag, int type) {
    return switch (type) {
      case ASCII -> true;
      case BYTE -> tag >= FIRST_OF_WINDOWS && tag <= LAST_OF_WINDOWS;
      case UNDEFINED ->
          switch (tag) {
            case EXIF_VERSION,
                FLASHPIX_VERSION,
                INTEROPERABILITY_VERSION,
                USER_COMMENT,
                GPS_PROCESSING_METHOD,
                GPS_AREA_INFORMATION ->
                true;
            default -> false;
          };
      default -> false;
    };
  }

  /**
   * A text, a number, or a list of numbers; nothing if they are ratios to zero and the like.
   *
   * @param bytes of all values, in the file's byte order
   */
  static Optional<Object> read(int tag, int type, ByteBuffer bytes) {
    if (isText(tag, type)) {
      return Optional.of(text(tag, type, bytes));
    }
    List<Number> numbers = new ArrayList<>();
    while (bytes.remaining() >= width(type)) {
      Number number = number(type, bytes);
      if (number instanceof Double d && !Double.isFinite(d)) {
        return Optional.empty();
      }
      numbers.add(number);
    }
    return Optional.of(numbers.size() == 1 ? numbers.getFirst() : numbers);
  }

  private static Number number(int type, ByteBuffer bytes) {
    return switch (type) {
      case 6 -> (long) bytes.get();
      case 3 -> Short.toUnsignedLong(bytes.getShort());
      case 8 -> (long) bytes.getShort();
      case 4, 13 -> Integer.toUnsignedLong(bytes.getInt());
      case 9 -> (long) bytes.getInt();
      case 5 ->
          (double) Integer.toUnsignedLong(bytes.getInt()) / Integer.toUnsignedLong(bytes.getInt());
      case 10 -> (double) bytes.getInt() / bytes.getInt();
      case 11 -> (double) bytes.getFloat();
      case 12 -> bytes.getDouble();
      case 16, 17, 18 -> bytes.getLong();
      default -> Byte.toUnsignedLong(bytes.get());
    };
  }

  private static String text(int tag, int type, ByteBuffer bytes) {
    byte[] all = new byte[bytes.remaining()];
    bytes.get(all);
    if (type == BYTE) {
      return withoutEnd(new String(all, StandardCharsets.UTF_16LE));
    }
    boolean coded =
        type == UNDEFINED
            && (tag == USER_COMMENT || tag == GPS_PROCESSING_METHOD || tag == GPS_AREA_INFORMATION);
    return coded && all.length >= CODE_LENGTH ? coded(all, bytes.order()) : Texts.terminated(all);
  }

  /** A text behind eight bytes that name its character set (EXIF 2.32 section 4.6.5). */
  private static String coded(byte[] all, ByteOrder order) {
    String code = Texts.terminated(Arrays.copyOf(all, CODE_LENGTH));
    byte[] rest = Arrays.copyOfRange(all, CODE_LENGTH, all.length);
    Charset unicode =
        order == ByteOrder.BIG_ENDIAN ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
    return code.equals("UNICODE") ? withoutEnd(new String(rest, unicode)) : Texts.terminated(rest);
  }

  private static String withoutEnd(String text) {
    int end = text.indexOf(0);
    return (end < 0 ? text : text.substring(0, end)).strip();
  }
}
