package org.sise.supervision.draw.committee;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The publicly verifiable selection of RFC 3797, for a small committee from a numbered list: experts, witnesses, a sample of
 * a few. Step i takes of those who are left the one at MD5(i, key, i) modulo their number. MD5 is what the RFC says; nobody
 * chooses its input once list and sources are published. Pools of businesses are drawn by {@link
 * org.sise.supervision.draw.Draw}.
 */
public final class CommitteeDraw {

    /** The largest list: a step's number has two bytes. */
    public static final int LARGEST = 0xffff;

    private CommitteeDraw() {}

    /**
     * One step.
     *
     * @param digest MD5 of the step, upper-case hexadecimal
     * @param left how many were left before it
     * @param remainder the digest modulo those, from 0
     * @param position the one taken, its place in the list, from 1
     */
    public record Step(String digest, int left, int remainder, int position) {}

    /**
     * Draws.
     *
     * @param size how long the list is, which was published with its order before the sources were known
     * @param take how many are drawn
     * @param sources the sources in the order in which they were named
     * @throws IllegalArgumentException for fewer than 1 or more than {@link #LARGEST} in the list, for a take that is below 0
     *     or beyond the list, or without sources
     */
    public static List<Step> draw(int size, int take, List<PublicSource> sources) {
        if (size < 1 || size > LARGEST || take < 0 || take > size) {
            throw new IllegalArgumentException(
                    "名单 1 至 %d 名，抽取数不大于名单 / a list of 1 to %d and no more drawn than it has: %d of %d"
                            .formatted(LARGEST, LARGEST, take, size));
        }
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("至少需要一个随机源 / at least one source is needed");
        }
        byte[] key = key(sources).getBytes(StandardCharsets.US_ASCII);
        List<Integer> left = IntStream.rangeClosed(1, size).boxed().collect(Collectors.toCollection(ArrayList::new));
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < take; i++) {
            byte[] digest = md5(ByteBuffer.allocate(key.length + 4)
                    .putShort((short) i)
                    .put(key)
                    .putShort((short) i)
                    .array());
            int remainder = new BigInteger(1, digest)
                    .mod(BigInteger.valueOf(left.size()))
                    .intValueExact();
            steps.add(new Step(
                    HexFormat.of().withUpperCase().formatHex(digest), left.size(), remainder, left.remove(remainder)));
        }
        return steps;
    }

    /** The key that the sources give, such as {@code 9319./2.5.8.10.12./}. */
    public static String key(List<PublicSource> sources) {
        return sources.stream().map(PublicSource::key).collect(Collectors.joining());
    }

    /** How many bits of randomness the sources must have, so that each committee can come out: log2 of their number, up. */
    public static int bitsNeeded(int size, int take) {
        BigInteger committees = BigInteger.ONE;
        for (int i = 0; i < Math.min(take, size - take); i++) {
            committees = committees.multiply(BigInteger.valueOf(size - i)).divide(BigInteger.valueOf(i + 1L));
        }
        return committees.subtract(BigInteger.ONE).bitLength();
    }

    private static byte[] md5(byte[] bytes) {
        try {
            return MessageDigest.getInstance("MD5").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }
}
