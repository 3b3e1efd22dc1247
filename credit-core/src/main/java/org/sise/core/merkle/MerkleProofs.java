package org.sise.core.merkle;

import java.security.MessageDigest;
import java.util.List;

/** The checks of proofs that somebody else hands over: false for anything that does not add up, never an exception. */
public final class MerkleProofs {
    private MerkleProofs() {}

    /**
     * Whether the leaf with this hash stands at {@code index} (from 0) in the tree of {@code size} leaves with this root,
     * RFC 9162 section 2.1.3.2.
     */
    public static boolean includes(byte[] leafHash, long index, long size, List<byte[]> proof, byte[] root) {
        if (index < 0 || index >= size || badLength(leafHash) || anyBadLength(proof)) {
            return false;
        }
        var sha = new TreeHash();
        long node = index;
        long last = size - 1;
        byte[] hash = leafHash;
        for (byte[] step : proof) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = sha.node(step, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                hash = sha.node(hash, step);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && MessageDigest.isEqual(hash, root);
    }

    /**
     * Whether the tree of {@code oldSize} leaves with the old root is a beginning of the tree of {@code newSize} leaves
     * with the new root, RFC 9162 section 2.1.4.2. Two trees of one size are consistent if their roots are equal and the
     * proof is empty.
     */
    public static boolean consistent(long oldSize, byte[] oldRoot, long newSize, byte[] newRoot, List<byte[]> proof) {
        if (oldSize < 1 || oldSize > newSize || badLength(oldRoot) || badLength(newRoot) || anyBadLength(proof)) {
            return false;
        }
        if (oldSize == newSize) {
            return proof.isEmpty() && MessageDigest.isEqual(oldRoot, newRoot);
        }
        boolean complete = Long.bitCount(oldSize) == 1;
        if (proof.isEmpty() && !complete) {
            return false;
        }
        long node = oldSize - 1;
        long last = newSize - 1;
        while ((node & 1) == 1) {
            node >>= 1;
            last >>= 1;
        }
        var sha = new TreeHash();
        byte[] old = complete ? oldRoot : proof.getFirst();
        byte[] whole = old;
        for (byte[] step : complete ? proof : proof.subList(1, proof.size())) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                old = sha.node(step, old);
                whole = sha.node(step, whole);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                whole = sha.node(whole, step);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && MessageDigest.isEqual(old, oldRoot) && MessageDigest.isEqual(whole, newRoot);
    }

    private static boolean badLength(byte[] hash) {
        return hash.length != TreeHash.LENGTH;
    }

    private static boolean anyBadLength(List<byte[]> proof) {
        return proof.stream().anyMatch(MerkleProofs::badLength);
    }
}
