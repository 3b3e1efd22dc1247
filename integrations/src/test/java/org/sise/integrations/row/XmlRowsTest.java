package org.sise.integrations.row;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sise.integrations.descriptor.FeedFormat;
import org.sise.integrations.descriptor.FeedFormat.Common;

class XmlRowsTest {

    private static final FeedFormat XML = new FeedFormat.Xml(null, "row", Common.USUAL);

    @TempDir
    private Path folder;

    @Test
    void childrenAndAttributesAreColumns() throws IOException {
        RowsOf read = read("""
                <?xml version="1.0" encoding="UTF-8"?>
                <d:data xmlns:d="urn:x"><head>不要</head><list>
                <d:row id=" 7 "><a>甲 &amp; 乙</a><b u="万元"><c>1.10</c><!-- x --></b><e/></d:row>
                <row><a><![CDATA[<b>]]></a><a>丙</a></row>
                <row state="x">文字</row>
                </list></d:data>""", "a");
        assertThat(read.fault()).isNull();
        assertThat(read.cells())
                .containsExactly(
                        Map.of("@id", "7", "a", "甲 & 乙", "b.@u", "万元", "b.c", "1.10"),
                        Map.of("a", "<b>;丙"),
                        Map.of("@state", "x", "#text", "文字"));
        assertThat(read.rows()).extracting(Row::line).containsExactly(3, 4, 5);
        assertThat(read.header().names()).contains("e");
    }

    @Test
    void theDeclaredEncodingIsUsed() throws IOException {
        String text = "<?xml version='1.0' encoding='GB18030'?><d><row><a>沈阳市某某商贸有限公司</a></row></d>";
        RowsOf read = RowsOf.bytes(folder, text.getBytes(Charset.forName("GB18030")), XML, "a");
        assertThat(read.cells()).containsExactly(Map.of("a", "沈阳市某某商贸有限公司"));
        assertThat(read(text.replace("GB18030", "GBX"), "a").fault().reason()).isEqualTo(Reason.WRONG_CHARSET);
        String marked = "\uFEFF<?xml version='1.0' encoding='utf-8'?><d><row><a>甲</a></row></d>";
        assertThat(read(marked, "a").cells()).containsExactly(Map.of("a", "甲"));
    }

    @Test
    void rowsBeforeABreakStandAndTheRestIsRefusedWithItsPlace() throws IOException {
        RowsOf read = read("<d>\n<row><a>1</a></row>\n<row><a>2</a></row>\n<row><a>3</b></row>\n</d>", "a");
        assertThat(read.rows()).hasSize(2);
        assertThat(read.fault().reason()).isEqualTo(Reason.DAMAGED_FILE);
        assertThat(read.fault()).hasMessageContaining("line 4").hasMessageContaining("the 2 rows before it stand");
        RowsOf cut = read("<d><row><a>1</a></row><row><a>2</a></row>", "a");
        assertThat(cut.rows()).hasSize(2);
        assertThat(cut.fault().reason()).isEqualTo(Reason.DAMAGED_FILE);
    }

    @Test
    void anotherRootOrNoRowIsToldWithWhatIsThere() throws IOException {
        assertThat(read("<d><item><a>1</a></item></d>", "a").fault())
                .hasMessageContaining("there is no element <row>; found: item, a");
        assertThat(read("<d/>", "a").fault()).isNull();
        assertThat(read("<d><row><x>1</x></row></d>", "a").fault()).hasMessageContaining("columns found: x");
        assertThat(read("{\"a\":1}", "a").fault().reason()).isEqualTo(Reason.WRONG_FORMAT);
    }

    @Test
    void entitiesAndTypeDeclarationsAreRefused() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "geheim");
        String external =
                "<!DOCTYPE d [<!ENTITY x SYSTEM \"%s\">]><d><row><a>&x;</a></row></d>".formatted(secret.toUri());
        String bomb = "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
                + "<d><row><a>&b;</a></row></d>";
        String subset = "<!DOCTYPE d SYSTEM \"http://127.0.0.1:9/x.dtd\"><d><row><a>1</a></row></d>";
        for (String text : new String[] {external, bomb, subset}) {
            RowsOf read = read(text, "a");
            assertThat(read.rows()).isEmpty();
            assertThat(read.fault()).hasMessageContaining("DOCTYPE").hasMessageNotContaining("geheim");
        }
        RowsOf undeclared = read("<d><row><a>1</a></row><row><a>&x;</a></row></d>", "a");
        assertThat(undeclared.rows()).hasSize(1);
        assertThat(undeclared.fault()).isNotNull();
    }

    @Test
    void aLargeCellIsKeptAndAHugeOneIsTooLong() throws IOException {
        String large = "字".repeat(1_000_000);
        RowsOf read = read(
                "<d><row><a>%s</a></row><row><a>%s</a></row><row><a>1</a></row></d>".formatted(large, large.repeat(2)),
                "a");
        assertThat(read.faults()).containsExactly("", "too-long", "");
        assertThat(read.rows().getFirst().cells().getFirst()).hasSize(1_000_000);
    }

    @Test
    void anEndlesslyNestedRowIsRefused() throws IOException {
        assertThat(read("<d><row>" + "<a>".repeat(100_000), "a").fault()).hasMessageContaining("nested too deep");
    }

    private RowsOf read(String text, String... needed) throws IOException {
        return RowsOf.bytes(folder, text.getBytes(UTF_8), XML, needed);
    }
}
