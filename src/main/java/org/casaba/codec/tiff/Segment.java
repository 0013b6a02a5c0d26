package org.casaba.codec.tiff;

/**
 * Where a tile's or strip's bytes lie in the file. Not checked against the file's size.
 *
 * @param offset of the first byte
 * @param length in bytes; 0 for a segment that is not stored
 */
record Segment(long offset, long length) {

  boolean isStored() {
    return length > 0;
  }

  boolean isFollowedBy(Segment next) {
    return offset + length == next.offset;
  }
}
