package org.sise.core.merkle;

import java.util.Arrays;

/**
 * The right edge of a growing Merkle tree (RFC 9162 section 2.1.1): leaves are appended one by one, the root can be asked
 * for at any time, and the memory is one hash per set bit of the size. One thread at a time.
 */
public final class MerkleFrontier {
    private static final int LENGTH = TreeHash.LENGTH;

    private final TreeHash sha = new TreeHash();
    private byte[] stack = new byte[16 * LENGTH];
    private int top;
    private long size;

    /** How many leaves the tree has. */
    public long size() {
        return size;
    }

    /** Appends one leaf, given as its bytes, not as its hash. */
    public void append(byte[] leaf) {
        append(leaf, 0, leaf.length);
    }

    /** Appends the leaf that stands in {@code text} from {@code from}. */
    public void append(byte[] text, int from, int length) {
        room();
        sha.leaf(text, from, length, stack, top);
        grown(1);
    }

    /**
     * Appends a complete subtree of 2^{@code height} leaves by its root.
     *
     * @throws IllegalArgumentException if the present size is not a multiple of 2^height
     */
    public void appendSubtree(byte[] root, int height) {
        long leaves = 1L << height;
        if (root.length != LENGTH || (size & (leaves - 1)) != 0) {
            throw new IllegalArgumentException("A subtree of height " + height + " does not fit at leaf " + size);
        }
        room();
        System.arraycopy(root, 0, stack, top, LENGTH);
        grown(leaves);
    }

    /** The root over all leaves so far, 32 bytes; SHA-256 of nothing for the empty tree. */
    public byte[] root() {
        if (size == 0) {
            return sha.ofNothing();
        }
        int at = top - LENGTH;
        byte[] root = Arrays.copyOfRange(stack, at, top);
        while (at > 0) {
            at -= LENGTH;
            root = sha.node(Arrays.copyOfRange(stack, at, at + LENGTH), root);
        }
        return root;
    }

    private void room() {
        if (top + LENGTH > stack.length) {
            stack = Arrays.copyOf(stack, 2 * stack.length);
        }
    }

    /** Takes the hash at the top as a complete subtree and joins it with its equals to the left, as a binary carry. */
    private void grown(long leaves) {
        top += LENGTH;
        for (long carry = leaves; (size & carry) != 0; carry <<= 1) {
            top -= LENGTH;
            sha.node(stack, top - LENGTH, stack, top - LENGTH);
        }
        size += leaves;
    }
}
