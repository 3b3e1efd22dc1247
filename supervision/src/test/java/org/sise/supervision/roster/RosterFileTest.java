package org.sise.supervision.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.sise.supervision.form.FormFault;

class RosterFileTest {

    private static final String HEADER = "certificate,name,region,field,max_load,valid_until\n";

    @Test
    void aLineBecomesAnInspector() {
        var reading = read(HEADER + "LN0001,张三,210102,食品,6,2027-12-31\n");
        assertThat(reading.faults()).isEmpty();
        assertThat(reading.inspectors())
                .containsExactly(new CertifiedInspector("LN0001", "张三", "210102", "食品", 6, LocalDate.of(2027, 12, 31)));
    }

    @Test
    void columnsMayBeChineseInAnyOrderAndTheFileGb18030() {
        String text = "姓名,执法证号,有效期至,最多检查户数,执法领域,区划\r\n李四,LN0002,2027/06/30,0,计量,211500\r\n";
        var reading = RosterFile.read(text.getBytes(Charset.forName("GB18030")));
        assertThat(reading.faults()).isEmpty();
        assertThat(reading.inspectors())
                .containsExactly(new CertifiedInspector("LN0002", "李四", "211500", "计量", 0, LocalDate.of(2027, 6, 30)));
    }

    @Test
    void everyFaultIsNamedByLineAndFieldAndTheOtherLinesAreTaken() {
        var reading = read("\uFEFF" + HEADER
                + "LN0001,张三,210102,食品,6,2027-12-31\n"
                + "LN0002,,999999,食品,-1,2026-02-30\n"
                + "LN0001,王五,210102,食品,6,2027-12-31\n"
                + "LN0004,\"赵\n六\",210102,食品,6,2027-12-31\n"
                + "LN0005,钱七\n");
        assertThat(reading.inspectors())
                .extracting(CertifiedInspector::certificate)
                .containsExactly("LN0001");
        assertThat(reading.faults())
                .extracting(fault -> fault.line() + " " + fault.field())
                .containsExactly(
                        "3 name",
                        "3 valid_until",
                        "3 region",
                        "3 max_load",
                        "4 certificate",
                        "5 name",
                        "7 region",
                        "7 field",
                        "7 max_load",
                        "7 valid_until");
        assertThat(reading.faults().getFirst().message()).contains("第3行", "缺少必填项");
    }

    @Test
    void aMissingColumnIsNamed() {
        var reading = read("certificate,name,region,field,max_load\nLN0001,张三,210102,食品,6\n");
        assertThat(reading.inspectors()).isEmpty();
        assertThat(reading.faults()).extracting(FormFault::field).containsExactly("valid_until");
    }

    @Test
    void anEmptyFileLacksItsColumns() {
        assertThat(read("").faults()).hasSize(6);
    }

    private static RosterFile.Reading read(String text) {
        return RosterFile.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
