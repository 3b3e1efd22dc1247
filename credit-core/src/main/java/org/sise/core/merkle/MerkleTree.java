package org.sise.core.merkle;

import java.util.ArrayList;
import java.util.List;

/**
 * A Merkle tree over SHA-256 (RFC 9162 section 2.1): leaf prefix 0x00, node prefix 0x01, split at the largest power of two
 * below the size. It keeps the leaves' hashes and answers roots and proofs for itself and for every earlier size.
 *
 * <p>For a root alone over many leaves use {@link MerkleFrontier}, which keeps nothing.
 */
public final class MerkleTree {
    private final TreeHash sha = new TreeHash();
    private final List<byte[]> hashes;

    private MerkleTree(List<byte[]> hashes) {
        this.hashes = hashes;
    }

    /** The tree over these leaves, given as their bytes. */
    public static MerkleTree of(Iterable<byte[]> leaves) {
        var sha = new TreeHash();
        var hashes = new ArrayList<byte[]>();
        leaves.forEach(leaf -> hashes.add(sha.leaf(leaf)));
        return new MerkleTree(hashes);
    }

    /** The tree over leaves of which only the hashes (see {@link #leafHash}) are at hand. */
    public static MerkleTree ofLeafHashes(Iterable<byte[]> leafHashes) {
        var hashes = new ArrayList<byte[]>();
        for (byte[] hash : leafHashes) {
            if (hash.length != TreeHash.LENGTH) {
                throw new IllegalArgumentException("A leaf hash has 32 bytes, this one has " + hash.length);
            }
            hashes.add(hash.clone());
        }
        return new MerkleTree(hashes);
    }

    /** The root over these leaves in one pass, 32 bytes; SHA-256 of nothing if there are none. */
    public static byte[] root(Iterable<byte[]> leaves) {
        var frontier = new MerkleFrontier();
        leaves.forEach(frontier::append);
        return frontier.root();
    }

    /** The hash of one leaf: SHA-256 of 0x00 and its bytes. */
    public static byte[] leafHash(byte[] leaf) {
        return new TreeHash().leaf(leaf);
    }

    /** How many leaves the tree has. */
    public int size() {
        return hashes.size();
    }

    /** The root of the whole tree. */
    public byte[] root() {
        return root(size());
    }

    /** The root that the tree had when it held its first {@code size} leaves. */
    public byte[] root(int size) {
        checkSize(size);
        return size == 0 ? sha.ofNothing() : subtree(0, size);
    }

    /** The inclusion proof of the leaf at {@code index} (from 0) in the whole tree, RFC 9162 section 2.1.3.1. */
    public List<byte[]> inclusionProof(int index) {
        return inclusionProof(index, size());
    }

    /** The inclusion proof of the leaf at {@code index} in the tree of the first {@code size} leaves. */
    public List<byte[]> inclusionProof(int index, int size) {
        checkSize(size);
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("No leaf " + index + " in a tree of " + size);
        }
        var proof = new ArrayList<byte[]>();
        int from = 0;
        int to = size;
        while (to - from > 1) {
            int split = from + split(to - from);
            if (index < split) {
                proof.add(subtree(split, to));
                to = split;
            } else {
                proof.add(subtree(from, split));
                from = split;
            }
        }
        return proof.reversed();
    }

    /**
     * The proof that the tree of the first {@code oldSize} leaves is a beginning of the whole tree, RFC 9162 section
     * 2.1.4.1; empty if both are the same.
     */
    public List<byte[]> consistencyProof(int oldSize) {
        return consistencyProof(oldSize, size());
    }

    /** The proof that the tree of the first {@code oldSize} leaves is a beginning of that of {@code newSize}. */
    public List<byte[]> consistencyProof(int oldSize, int newSize) {
        checkSize(newSize);
        if (oldSize < 1 || oldSize > newSize) {
            throw new IllegalArgumentException("No beginning of " + oldSize + " leaves in a tree of " + newSize);
        }
        var proof = new ArrayList<byte[]>();
        int from = 0;
        int to = newSize;
        while (oldSize != to) {
            int split = from + split(to - from);
            if (oldSize <= split) {
                proof.add(subtree(split, to));
                to = split;
            } else {
                proof.add(subtree(from, split));
                from = split;
            }
        }
        if (from != 0) {
            proof.add(subtree(from, to));
        }
        return proof.reversed();
    }

    private byte[] subtree(int from, int to) {
        if (to - from == 1) {
            return hashes.get(from).clone();
        }
        int split = from + split(to - from);
        return sha.node(subtree(from, split), subtree(split, to));
    }

    /** The largest power of two below {@code size}. */
    private static int split(int size) {
        return Integer.highestOneBit(size - 1);
    }

    private void checkSize(int size) {
        if (size < 0 || size > hashes.size()) {
            throw new IllegalArgumentException("The tree has " + hashes.size() + " leaves, not " + size);
        }
    }
}
