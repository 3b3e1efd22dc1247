package org.sise.supervision.plan;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import javax.sql.DataSource;
import org.sise.core.digest.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The files of published folders, as the database keeps them. */
final class FrozenFiles {

    static final String OBJECTS = "objects.csv";
    static final String INSPECTORS = "inspectors.csv";
    static final String ITEMS = "items.csv";
    static final String RECUSALS = "recusals.csv";
    static final String TRANSCRIPT = "transcript.json";
    static final String LIST_CSV = "list.csv";
    static final String LIST_XLSX = "list.xlsx";

    private final JdbcClient jdbc;

    FrozenFiles(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Keeps a file from now on, and returns its SHA-256 in lower-case hexadecimal. */
    String add(String plan, String name, byte[] bytes) {
        String digest = Sha256.hex(bytes);
        jdbc.sql("""
                        insert into supervision.frozen_file (plan, name, sha256, size, content)
                        values (:plan, :name, :sha256, :size, :content)""")
                .param("plan", plan)
                .param("name", name)
                .param("sha256", digest)
                .param("size", (long) bytes.length)
                .param("content", packed(bytes))
                .update();
        return digest;
    }

    /** The SHA-256 of each of a plan's files, by name. */
    Map<String, String> digests(String plan) {
        Map<String, String> digests = new TreeMap<>();
        jdbc.sql("select name, sha256 from supervision.frozen_file where plan = :plan")
                .param("plan", plan)
                .query(row -> {
                    digests.put(row.getString("name"), row.getString("sha256"));
                });
        return digests;
    }

    /**
     * A file's bytes, if the plan has it.
     *
     * @throws IllegalStateException when they are not those that were kept
     */
    Optional<byte[]> find(String plan, String name) {
        return jdbc.sql("select sha256, content from supervision.frozen_file where plan = :plan and name = :name")
                .param("plan", plan)
                .param("name", name)
                .query((row, _) -> {
                    byte[] bytes = unpacked(row.getBytes("content"));
                    if (!Sha256.hex(bytes).equals(row.getString("sha256"))) {
                        throw new IllegalStateException(
                                "数据库中的冻结文件已被改动 / a frozen file was altered in the database: " + plan + "/" + name);
                    }
                    return bytes;
                })
                .optional();
    }

    /** A file's bytes, which the plan must have. */
    byte[] get(String plan, String name) {
        return find(plan, name).orElseThrow(() -> new IllegalStateException("plan " + plan + " has no file " + name));
    }

    private static byte[] packed(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 2 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] unpacked(byte[] packed) {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return gzip.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
