package org.casaba.jpeg;

/**
 * One component of a frame (ITU T.81 section B.2.2).
 *
 * @param id its number in the stream
 * @param horizontal sampling factor, 1 to 4
 * @param vertical sampling factor, 1 to 4
 * @param quantization which of the four quantization tables
 */
public record Component(int id, int horizontal, int vertical, int quantization) {}
