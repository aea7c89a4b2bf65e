package io.shedwatch.server.wish.phone;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses lie in the open internet. Strangers name the servers that messages go to; none of
 * them may be the operator's own (IANA's registries of special-purpose addresses, RFC 6890).
 */
final class OpenInternet {
  /** Not open, of IPv4. */
  private static final List<Block> CLOSED =
      Stream.of(
              "0.0.0.0/8", // this host
              "10.0.0.0/8", // private
              "100.64.0.0/10", // a carrier's own
              "127.0.0.0/8", // loopback
              "169.254.0.0/16", // link-local; a cloud's metadata
              "172.16.0.0/12", // private
              "192.0.0.0/24", // protocol assignments
              "192.0.2.0/24", // documentation
              "192.88.99.0/24", // relays to IPv6
              "192.168.0.0/16", // private
              "198.18.0.0/15", // benchmarks
              "198.51.100.0/24", // documentation
              "203.0.113.0/24", // documentation
              "224.0.0.0/3") // multicast, reserved, broadcast
          .map(Block::of)
          .toList();

  private OpenInternet() {}

  /** All addresses that begin with the same bits. */
  private record Block(int network, int bits) {
    static Block of(String text) {
      String[] parts = text.split("[./]", -1);
      int network = 0;
      for (int i = 0; i < 4; i++) {
        network = network << 8 | Integer.parseInt(parts[i]);
      }
      return new Block(network, Integer.parseInt(parts[4]));
    }

    boolean holds(int address) {
      return (address ^ network) >>> (32 - bits) == 0;
    }
  }

  static boolean holds(InetAddress address) {
    ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
    int first = bytes.getInt(0);
    if (bytes.capacity() == 4) {
      return CLOSED.stream().noneMatch(block -> block.holds(first));
    }
    // Global unicast is 2000::/3; of it 2002::/16 and 2001::/23 wrap IPv4 or are no hosts.
    boolean global = first >>> 29 == 1;
    boolean wrapped = first >>> 16 == 0x2002 || first >>> 9 == 0x20010000 >>> 9;
    boolean documentation = first == 0x20010db8 || first >>> 12 == 0x3fff0;
    return global && !wrapped && !documentation;
  }
}
