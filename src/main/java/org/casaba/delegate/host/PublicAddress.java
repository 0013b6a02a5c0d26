package org.casaba.delegate.host;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;

/**
 * Tells addresses of the public Internet from all others: loopback, link-local (where clouds keep
 * their credentials), private, shared, reserved, multicast, and what would be translated to them.
 */
final class PublicAddress {
  private PublicAddress() {}

  static boolean is(InetAddress address) {
    return switch (address) {
      case Inet4Address four -> isPublic(four.getAddress());
      case Inet6Address six -> isPublicSix(six.getAddress());
      default -> false;
    };
  }

  /** Registry of special-purpose addresses, RFC 6890 and its successors. */
  private static boolean isPublic(byte[] bytes) {
    int a = bytes[0] & 0xff;
    int b = bytes[1] & 0xff;
    int c = bytes[2] & 0xff;
    boolean special =
        a == 0
            || a == 10
            || a == 127
            || a >= 224
            || (a == 100 && b >= 64 && b < 128)
            || (a == 169 && b == 254)
            || (a == 172 && b >= 16 && b < 32)
            || (a == 192 && b == 168)
            || (a == 192 && b == 0 && (c == 0 || c == 2))
            || (a == 192 && b == 88 && c == 99)
            || (a == 198 && (b == 18 || b == 19 || (b == 51 && c == 100)))
            || (a == 203 && b == 0 && c == 113);
    return !special;
  }

  /** Only 2000::/3 is in use, less what is special within it, and what wraps version 4. */
  private static boolean isPublicSix(byte[] bytes) {
    int first = ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
    int second = ((bytes[2] & 0xff) << 8) | (bytes[3] & 0xff);
    boolean special =
        first >> 13 != 1
            || (first == 0x2001 && second < 0x0200) // Teredo, ORCHID, benchmarks
            || (first == 0x2001 && second == 0x0db8)
            || first == 0x2002 // 6to4
            || (first == 0x3fff && second < 0x1000);
    return !special;
  }
}
