package org.sise.core.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {
    private static final HexFormat HEX = HexFormat.of();

    /** The eight leaves and their roots by size that Certificate Transparency's implementations share as test data. */
    private static final List<byte[]> LEAVES =
            hex("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void rootsAreTheKnownOnesForEverySize() {
        var tree = MerkleTree.of(LEAVES);
        for (int size = 0; size <= LEAVES.size(); size++) {
            assertThat(HEX.formatHex(tree.root(size))).isEqualTo(ROOTS.get(size));
            assertThat(HEX.formatHex(MerkleTree.root(LEAVES.subList(0, size)))).isEqualTo(ROOTS.get(size));
        }
    }

    @Test
    void inclusionProofsAreTheKnownOnes() {
        var tree = MerkleTree.of(LEAVES);
        assertThat(tree.inclusionProof(0, 1)).isEmpty();
        assertThat(tree.inclusionProof(0, 8))
                .containsExactlyElementsOf(hex(
                        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"));
        assertThat(tree.inclusionProof(5, 8))
                .containsExactlyElementsOf(hex(
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"));
        assertThat(tree.inclusionProof(2, 3)).containsExactlyElementsOf(hex(ROOTS.get(2)));
    }

    @Test
    void consistencyProofsAreTheKnownOnes() {
        var tree = MerkleTree.of(LEAVES);
        assertThat(tree.consistencyProof(1, 1)).isEmpty();
        assertThat(tree.consistencyProof(1, 8))
                .containsExactlyElementsOf(hex(
                        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"));
        assertThat(tree.consistencyProof(6, 8))
                .containsExactlyElementsOf(hex(
                        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"));
        assertThat(tree.consistencyProof(2, 5))
                .containsExactlyElementsOf(hex(
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"));
    }

    @Property(tries = 200)
    void everyInclusionProofHoldsForItsLeafAndForNoOther(
            @ForAll @Size(min = 1, max = 70) List<byte[]> leaves, @ForAll int anyIndex, @ForAll byte[] stranger) {
        int index = Math.floorMod(anyIndex, leaves.size());
        var tree = MerkleTree.of(leaves);
        var proof = tree.inclusionProof(index);
        byte[] leaf = MerkleTree.leafHash(leaves.get(index));
        int size = leaves.size();

        assertThat(MerkleProofs.includes(leaf, index, size, proof, tree.root())).isTrue();
        byte[] other = MerkleTree.leafHash((HEX.formatHex(stranger) + "never a leaf").getBytes());
        assertThat(MerkleProofs.includes(other, index, size, proof, tree.root()))
                .isFalse();
        assertThat(MerkleProofs.includes(leaf, index, size, longer(proof), tree.root()))
                .isFalse();
        assertThat(MerkleProofs.includes(leaf, size, size, proof, tree.root())).isFalse();
        assertThat(MerkleProofs.includes(leaf, -1, size, proof, tree.root())).isFalse();
        if (!proof.isEmpty()) {
            assertThat(MerkleProofs.includes(leaf, index, size, proof.subList(1, proof.size()), tree.root()))
                    .isFalse();
        }
    }

    @Property(tries = 200)
    void everyBeginningIsConsistentAndAnAlteredOneIsNot(
            @ForAll @Size(min = 1, max = 70) List<byte[]> leaves, @ForAll int anySize) {
        int oldSize = 1 + Math.floorMod(anySize, leaves.size());
        var tree = MerkleTree.of(leaves);
        var proof = tree.consistencyProof(oldSize);
        byte[] oldRoot = tree.root(oldSize);

        assertThat(MerkleProofs.consistent(oldSize, oldRoot, leaves.size(), tree.root(), proof))
                .isTrue();
        var altered = new ArrayList<>(leaves.subList(0, oldSize));
        altered.set(0, (HEX.formatHex(altered.getFirst()) + "altered").getBytes());
        assertThat(MerkleProofs.consistent(oldSize, MerkleTree.root(altered), leaves.size(), tree.root(), proof))
                .isFalse();
        assertThat(MerkleProofs.consistent(oldSize, oldRoot, leaves.size(), tree.root(), longer(proof)))
                .isFalse();
        assertThat(MerkleProofs.consistent(0, oldRoot, leaves.size(), tree.root(), proof))
                .isFalse();
        assertThat(MerkleProofs.consistent(leaves.size() + 1L, oldRoot, leaves.size(), tree.root(), proof))
                .isFalse();
    }

    @Property(tries = 200)
    void aTreePutTogetherFromSubtreesHasTheSameRoot(
            @ForAll @Size(max = 70) List<byte[]> leaves, @ForAll @IntRange(max = 4) int height) {
        var frontier = new MerkleFrontier();
        int chunk = 1 << height;
        int at = 0;
        for (; at + chunk <= leaves.size(); at += chunk) {
            frontier.appendSubtree(MerkleTree.root(leaves.subList(at, at + chunk)), height);
        }
        leaves.subList(at, leaves.size()).forEach(frontier::append);

        assertThat(frontier.root()).isEqualTo(MerkleTree.of(leaves).root());
        assertThat(frontier.size()).isEqualTo(leaves.size());
    }

    @Test
    void aTreeOverLeafHashesIsTheTreeOverTheLeaves() {
        var tree = MerkleTree.ofLeafHashes(
                LEAVES.stream().map(MerkleTree::leafHash).toList());
        assertThat(HEX.formatHex(tree.root())).isEqualTo(ROOTS.get(8));
    }

    @Test
    void whatDoesNotFitIsRefused() {
        var tree = MerkleTree.of(LEAVES);
        assertThatThrownBy(() -> tree.root(9)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.inclusionProof(8)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.consistencyProof(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MerkleTree.ofLeafHashes(hex("00"))).isInstanceOf(IllegalArgumentException.class);
        var frontier = new MerkleFrontier();
        frontier.append(new byte[0]);
        assertThatThrownBy(() -> frontier.appendSubtree(tree.root(), 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<byte[]> longer(List<byte[]> proof) {
        var longer = new ArrayList<>(proof);
        longer.add(new byte[32]);
        return longer;
    }

    private static List<byte[]> hex(String... texts) {
        return Stream.of(texts).map(HEX::parseHex).toList();
    }
}
