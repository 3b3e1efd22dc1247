package org.sise.supervision.repair.cases;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.core.digest.Sha256;
import org.sise.ledger.audit.AuditLog;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The files of cases. A file goes through the disk and in parts into the database; never is all of it in memory. */
public final class Materials {

    private static final int PART = 1 << 20;
    private static final int MOST_FILES = 50;
    private static final int LONGEST_NAME = 200;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final AuditLog audit;
    private final Function<Path, ScanVerdict> scan;
    private final long mostBytes;
    private final Clock clock;

    /**
     * On a database that {@link org.sise.ledger.Migrations} has brought up to date for ledger and supervision.
     *
     * @param scan the virus scanner, or {@link ScanVerdict#NOT_SCANNED}
     * @param mostBytes the size up to which a file is taken
     */
    public Materials(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            AuditLog audit,
            Function<Path, ScanVerdict> scan,
            long mostBytes,
            Clock clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(transactions);
        this.audit = audit;
        this.scan = scan;
        this.mostBytes = mostBytes;
        this.clock = clock;
    }

    /**
     * Takes a file for a case whose business may hand in now; {@link Applications#open} says so.
     *
     * @param material a word of the case's rules
     * @throws RepairRefusedException that names what is wrong with the file; nothing is kept then
     */
    public StoredMaterial add(RepairCase one, String material, String name, InputStream content, String actor) {
        if (of(one.id()).size() >= MOST_FILES) {
            throw RepairRefusedException.of(
                    "file", "一件申请最多%d个文件".formatted(MOST_FILES), "a case takes %d files at most".formatted(MOST_FILES));
        }
        Path copy = null;
        try {
            copy = Files.createTempFile("sise-material-", ".tmp");
            byte[] sha256 = copy(content, copy);
            MaterialType type = checked(copy, shortened(name));
            ScanVerdict verdict = scan.apply(copy);
            if (!verdict.clean()) {
                throw RepairRefusedException.of(
                        "file", "文件未通过查毒：" + verdict.text(), "the virus scanner refused the file");
            }
            return kept(one, material, shortened(name), copy, type, sha256, verdict, actor);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(copy);
        }
    }

    /** The files of a case, in the order of their coming. */
    public List<StoredMaterial> of(long repairCase) {
        return select("m.repair_case = :id", repairCase).list();
    }

    /** A file by its number, if there is one. */
    public Optional<StoredMaterial> find(long id) {
        return select("m.id = :id", id).optional();
    }

    /** Writes a file's content, part by part. */
    public void write(long id, OutputStream out) throws IOException {
        int parts = jdbc.sql("select count(*) from supervision.repair_material_part where material = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
        for (int part = 0; part < parts; part++) {
            out.write(jdbc.sql(
                            "select content from supervision.repair_material_part where material = :id and part = :part")
                    .param("id", id)
                    .param("part", part)
                    .query((row, _) -> row.getBytes(1))
                    .single());
        }
    }

    private byte[] copy(InputStream content, Path copy) throws IOException {
        MessageDigest sha256 = Sha256.digest();
        long size = 0;
        try (OutputStream out = Files.newOutputStream(copy);
                DigestInputStream in = new DigestInputStream(content, sha256)) {
            byte[] buffer = new byte[PART];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                if (size > mostBytes) {
                    long megabytes = mostBytes >> 20;
                    throw RepairRefusedException.of(
                            "file",
                            "文件过大，最多%d MB".formatted(megabytes),
                            "the file is too large, at most %d MB".formatted(megabytes));
                }
                out.write(buffer, 0, read);
            }
        }
        if (size == 0) {
            throw RepairRefusedException.of("file", "文件为空，请重新选择", "the file is empty, choose another");
        }
        return sha256.digest();
    }

    private static MaterialType checked(Path copy, String name) throws IOException {
        MaterialType type = MaterialType.of(copy);
        if (type == null) {
            throw RepairRefusedException.of(
                    "file",
                    "文件内容不是可接受的类型，请上传 " + MaterialType.all(),
                    "the content is of no type that is taken; send " + MaterialType.all());
        }
        if (!type.isPromisedBy(name)) {
            throw RepairRefusedException.of(
                    "file",
                    "文件名“%s”与内容（%s）不符，请改正扩展名或另选文件".formatted(name, type),
                    "the name “%s” does not go with the content, which is %s".formatted(name, type));
        }
        return type;
    }

    private StoredMaterial kept(
            RepairCase one,
            String material,
            String name,
            Path copy,
            MaterialType type,
            byte[] sha256,
            ScanVerdict verdict,
            String actor)
            throws IOException {
        Long id = transaction.execute(_ -> {
            try (InputStream in = Files.newInputStream(copy)) {
                long stored = jdbc.sql("""
                                insert into supervision.repair_material
                                    (repair_case, material, name, type, size, sha256, scan, uploaded_at, uploaded_by)
                                values (:case, :material, :name, :type, :size, :sha256, :scan, :at, :actor)
                                returning id""")
                        .param("case", one.id())
                        .param("material", material)
                        .param("name", name)
                        .param("type", type.media())
                        .param("size", Files.size(copy))
                        .param("sha256", sha256)
                        .param("scan", verdict.text())
                        .param("at", Timestamp.from(clock.instant()))
                        .param("actor", actor)
                        .query(Long.class)
                        .single();
                int part = 0;
                for (byte[] bytes = in.readNBytes(PART); bytes.length > 0; bytes = in.readNBytes(PART)) {
                    jdbc.sql("insert into supervision.repair_material_part values (:material, :part, :content)")
                            .param("material", stored)
                            .param("part", part)
                            .param("content", bytes)
                            .update();
                    part++;
                }
                audit.append(
                        actor,
                        "repair-material-added",
                        one.business(),
                        "case=%d; material=%s; sha256=%s"
                                .formatted(one.id(), material, HexFormat.of().formatHex(sha256)));
                return stored;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return find(id == null ? 0 : id).orElseThrow();
    }

    private JdbcClient.MappedQuerySpec<StoredMaterial> select(String where, long id) {
        return jdbc.sql("select m.* from supervision.repair_material m where %s order by m.id".formatted(where))
                .param("id", id)
                .query((row, _) -> new StoredMaterial(
                        row.getLong("id"),
                        row.getLong("repair_case"),
                        row.getString("material"),
                        row.getString("name"),
                        row.getString("type"),
                        row.getLong("size"),
                        HexFormat.of().formatHex(row.getBytes("sha256")),
                        row.getString("scan"),
                        row.getTimestamp("uploaded_at").toInstant(),
                        row.getString("uploaded_by")));
    }

    private static String shortened(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return last.length() > LONGEST_NAME ? last.substring(last.length() - LONGEST_NAME) : last;
    }

    private static void delete(@Nullable Path copy) {
        if (copy != null) {
            try {
                Files.deleteIfExists(copy);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
