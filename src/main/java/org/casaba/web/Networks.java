package org.casaba.web;

import java.net.InetAddress;
import java.util.List;

/** Computers by their addresses: single ones, and CIDR blocks. */
final class Networks {
  private record Block(InetAddress network, int bits) {

    static Block parse(String text) {
      int slash = text.indexOf('/');
      InetAddress network = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
      int longest = network.getAddress().length * 8;
      int bits = slash < 0 ? longest : Integer.parseInt(text.substring(slash + 1));
      if (bits < 0 || bits > longest) {
        throw new IllegalArgumentException(text + " has too long a prefix");
      }
      return new Block(network, bits);
    }

    boolean contains(InetAddress peer) {
      byte[] address = peer.getAddress();
      byte[] start = network.getAddress();
      if (address.length != start.length) {
        return false;
      }
      for (int i = 0; i < bits; i++) {
        int mask = 0x80 >> (i & 7);
        if ((address[i >> 3] & mask) != (start[i >> 3] & mask)) {
          return false;
        }
      }
      return true;
    }
  }

  private final List<Block> blocks;

  /**
   * Reads the entries.
   *
   * @throws IllegalArgumentException if one is neither an address nor a block
   */
  Networks(List<String> entries) {
    this.blocks = entries.stream().map(Block::parse).toList();
  }

  boolean contain(IpAddress peer) {
    return blocks.stream().anyMatch(b -> b.contains(peer.address()));
  }

  /**
   * @param address of the peer, as the servlet container writes it
   */
  boolean contain(String address) {
    return IpAddress.parse(address).filter(this::contain).isPresent();
  }
}
