package org.sise.supervision.repair.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sise.supervision.repair.pack.CaseKind;

class MaterialsIT {

    private static RepairFixture house;
    private static RepairCase one;

    @BeforeAll
    static void a_case() {
        house = new RepairFixture();
        var record = house.penalty(house.business(), "沈阳市生态环境局", "2026-08-01", "罚款", "200000");
        one = house.applications.begin(
                CaseKind.REPAIR, record.record().header().subject().value(), record.id(), "", "company");
    }

    @Test
    void a_file_comes_out_as_it_went_in_with_its_digest_and_what_the_scanner_said() throws Exception {
        byte[] content = Arrays.copyOf(RepairFixture.PDF, (2 << 20) + 17);
        StoredMaterial stored = add("C:\\证明\\缴款.PDF", content);
        assertThat(stored.name()).isEqualTo("缴款.PDF");
        assertThat(stored.type()).isEqualTo("application/pdf");
        assertThat(stored.size()).isEqualTo(content.length);
        assertThat(stored.scan()).contains("not scanned");
        assertThat(stored.sha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        house.materials.write(stored.id(), out);
        assertThat(out.toByteArray()).isEqualTo(content);
        assertThat(house.materials.of(one.id())).contains(stored);
    }

    @Test
    void types_are_told_by_content() throws IOException {
        assertThat(add("a.jpg", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0})
                        .type())
                .isEqualTo("image/jpeg");
        assertThat(add("a.ofd", zip("OFD.xml")).type()).isEqualTo("application/ofd");
        assertThat(add("a.docx", zip("word/document.xml")).type()).contains("wordprocessingml");
    }

    @Test
    void a_file_that_lies_about_its_type_is_refused_and_so_is_a_program_or_nothing() throws IOException {
        refused("与内容", "a.png", RepairFixture.PDF);
        refused("与内容", "a.pdf", zip("OFD.xml"));
        refused("可接受的类型", "a.pdf", "MZ program".getBytes(StandardCharsets.UTF_8));
        refused("可接受的类型", "a.docx", zip("evil.exe"));
        refused("可接受的类型", "a.docx", new byte[] {'P', 'K', 3, 4, 0});
        refused("文件为空", "a.pdf", new byte[0]);
    }

    @Test
    void two_gigabytes_are_cut_off_at_the_limit() {
        long[] read = {0};
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                throw new UnsupportedOperationException();
            }

            @Override
            public int read(byte[] buffer, int from, int length) {
                if (read[0] >= 2L << 30) {
                    return -1;
                }
                read[0] += length;
                return length;
            }
        };
        assertThatThrownBy(() -> house.materials.add(one, "correction", "a.pdf", endless, "company"))
                .isInstanceOf(RepairRefusedException.class)
                .hasMessageContaining("at most 3 MB");
        assertThat(read[0]).isLessThanOrEqualTo(RepairFixture.MOST + (2 << 20));
    }

    @Test
    void what_the_scanner_refuses_is_not_kept() {
        Materials strict = new Materials(
                house.house.dataSource,
                house.house.transactions,
                house.house.audit,
                file -> new ScanVerdict(false, "EICAR " + (file.toFile().length() > 0)),
                RepairFixture.MOST,
                house.house.clock);
        int before = house.materials.of(one.id()).size();
        assertThatThrownBy(() ->
                        strict.add(one, "correction", "a.pdf", new ByteArrayInputStream(RepairFixture.PDF), "company"))
                .isInstanceOf(RepairRefusedException.class)
                .hasMessageContaining("EICAR true");
        assertThat(house.materials.of(one.id())).hasSize(before);
    }

    private static StoredMaterial add(String name, byte[] content) {
        return house.materials.add(one, "correction", name, new ByteArrayInputStream(content), "company");
    }

    private static void refused(String said, String name, byte[] content) {
        assertThatThrownBy(() -> add(name, content))
                .isInstanceOfSatisfying(
                        RepairRefusedException.class, e -> assertThat(e.field()).isEqualTo("file"))
                .hasMessageContaining(said);
    }

    private static byte[] zip(String entry) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(1);
            zip.closeEntry();
        }
        return out.toByteArray();
    }
}
