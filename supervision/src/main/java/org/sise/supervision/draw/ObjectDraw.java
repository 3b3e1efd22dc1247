package org.sise.supervision.draw;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The first step of a draw: the objects of a stratum with the smallest keys, in key order. */
final class ObjectDraw {
    private static final VarHandle BIG_ENDIAN =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int CHUNK = 1 << 14;
    private static final int BUCKET_BITS = 16;

    private final ObjectPool pool;
    private final byte[] seed;

    ObjectDraw(ObjectPool pool, byte[] seed) {
        this.pool = pool;
        this.seed = seed;
    }

    /** The indexes in the pool of the {@code take} objects of the stratum with the smallest keys, in key order. */
    int[] draw(String stratum, int take) {
        if (take == 0) {
            return new int[0];
        }
        int size = pool.size(stratum);
        int start = pool.start(stratum);
        long[] keys = keys(stratum, start, size);
        int last = lastBucket(keys, take);
        int[] objects = new int[size];
        long[] kept = new long[size];
        int count = 0;
        for (int at = 0; at < size; at++) {
            if (bucket(keys[at]) <= last) {
                kept[count] = keys[at];
                objects[count] = start + at;
                count++;
            }
        }
        PairSort.sort(kept, objects, 0, count);
        orderEqual(stratum, kept, objects, count);
        return Arrays.copyOf(objects, take);
    }

    /** The first eight bytes of each object's key. */
    private long[] keys(String stratum, int start, int size) {
        long[] keys = new long[size];
        IntStream.range(0, (size + CHUNK - 1) / CHUNK).parallel().forEach(chunk -> {
            var key = new DrawKey(seed);
            key.begin("object", stratum);
            byte[] out = new byte[DrawKey.LENGTH];
            int end = Math.min(size, (chunk + 1) * CHUNK);
            for (int at = chunk * CHUNK; at < end; at++) {
                pool.key(start + at, key, out);
                keys[at] = (long) BIG_ENDIAN.get(out, 0);
            }
        });
        return keys;
    }

    /** The bucket of a key's leading bits in which the {@code take}-th smallest key lies. */
    private static int lastBucket(long[] keys, int take) {
        int[] counts = new int[1 << BUCKET_BITS];
        for (long key : keys) {
            counts[bucket(key)]++;
        }
        int bucket = 0;
        for (int seen = counts[0]; seen < take; seen += counts[bucket]) {
            bucket++;
        }
        return bucket;
    }

    private static int bucket(long key) {
        return (int) (key >>> (Long.SIZE - BUCKET_BITS));
    }

    /** Orders neighbours whose keys begin with the same eight bytes by their whole keys. */
    private void orderEqual(String stratum, long[] keys, int[] objects, int count) {
        for (int at = 0; at < count; ) {
            int end = at + 1;
            while (end < count && keys[end] == keys[at]) {
                end++;
            }
            if (end - at > 1) {
                var key = new DrawKey(seed);
                key.begin("object", stratum);
                int[] ordered = IntStream.range(at, end)
                        .mapToObj(i -> objects[i])
                        .sorted(Comparator.comparing(object -> wholeKey(object, key), Arrays::compareUnsigned))
                        .mapToInt(Integer::intValue)
                        .toArray();
                System.arraycopy(ordered, 0, objects, at, ordered.length);
            }
            at = end;
        }
    }

    private byte[] wholeKey(int object, DrawKey key) {
        byte[] out = new byte[DrawKey.LENGTH];
        pool.key(object, key, out);
        return out;
    }
}
