package org.casaba.codec.png;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.Adler32;
import java.util.zip.Deflater;

/**
 * The one zlib stream that a picture's IDAT chunks hold, deflated in parts that do not refer to
 * each other: each but the last ends on a whole byte with an empty block (RFC 1951 section 3.2.4).
 * Several threads may make parts at once.
 */
final class ZlibStream {
  /** zlib's level: 6 makes photographs 1 to 6 % smaller, but takes three times as long. */
  private static final int LEVEL = 4;

  /** What zlib itself writes first at that level (RFC 1950 section 2.2). */
  private static final byte[] HEAD = {0x78, 0x5E};

  private static final int IDAT_LENGTH = 32 << 10;

  private final AdlerSums sums;

  ZlibStream(int parts) {
    this.sums = new AdlerSums(parts);
  }

  /** Begins a part. */
  Part part(int index, ChunkWriter chunks) {
    return new Part(index, chunks);
  }

  /** Writes what stands behind the last part; all have been finished. */
  void end(ChunkWriter chunks) throws IOException {
    byte[] sum = ByteBuffer.allocate(4).putInt(sums.whole()).array();
    chunks.write(PngDecoder.IDAT, sum);
  }

  /** Compresses rows into IDAT chunks. Not thread-safe. */
  final class Part implements AutoCloseable {
    private final int index;
    private final ChunkWriter chunks;
    private final Deflater deflater = new Deflater(LEVEL, true);
    private final Adler32 sum = new Adler32();
    private final byte[] idat = new byte[IDAT_LENGTH];
    private long length;
    private int filled;

    private Part(int index, ChunkWriter chunks) {
      this.index = index;
      this.chunks = chunks;
      if (index == 0) {
        System.arraycopy(HEAD, 0, idat, 0, HEAD.length);
        filled = HEAD.length;
      }
    }

    void write(byte[] row) throws IOException {
      sum.update(row);
      length += row.length;
      deflater.setInput(row);
      while (!deflater.needsInput()) {
        deflate(Deflater.NO_FLUSH);
      }
    }

    void finish() throws IOException {
      if (sums.isLast(index)) {
        deflater.finish();
        while (!deflater.finished()) {
          deflate(Deflater.NO_FLUSH);
        }
      } else {
        while (deflate(Deflater.SYNC_FLUSH)) {}
      }
      if (filled > 0) {
        chunks.write(PngDecoder.IDAT, idat, filled);
      }
      sums.put(index, (int) sum.getValue(), length);
    }

    /** Whether there was no room for all that was to be said. */
    private boolean deflate(int flush) throws IOException {
      filled += deflater.deflate(idat, filled, idat.length - filled, flush);
      if (filled < idat.length) {
        return false;
      }
      chunks.write(PngDecoder.IDAT, idat, filled);
      filled = 0;
      return true;
    }

    @Override
    public void close() {
      deflater.end();
    }
  }
}
