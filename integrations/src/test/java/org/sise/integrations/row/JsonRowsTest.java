package org.sise.integrations.row;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sise.integrations.descriptor.FeedFormat;
import org.sise.integrations.descriptor.FeedFormat.Common;

class JsonRowsTest {

    private static final FeedFormat JSON = new FeedFormat.Json(UTF_8, List.of(), Common.USUAL);
    private static final FeedFormat NESTED = new FeedFormat.Json(UTF_8, List.of("data", "list"), Common.USUAL);
    private static final FeedFormat LINES = new FeedFormat.JsonLines(UTF_8, Common.USUAL);

    @TempDir
    private Path folder;

    @Test
    void objectsAreReadFromThePathWhateverStandsAroundIt() throws IOException {
        RowsOf read = read("""
                {"code": 0, "page": {"list": [1]}, "data": {"total": 2, "more": [[{}]], "list": [
                  {"a": "甲", "b": {"c": 1.10, "d": {"e": true}}, "none": null},
                  {"b": {"c": 12345678901234567890.123456789012345678}, "late": " x "}
                ], "after": 1}, "end": [{}]}""", NESTED, "a");
        assertThat(read.fault()).isNull();
        assertThat(read.cells())
                .containsExactly(
                        Map.of("a", "甲", "b.c", "1.10", "b.d.e", "true"),
                        Map.of("b.c", "12345678901234567890.123456789012345678", "late", "x"));
        assertThat(read.rows()).extracting(Row::line).containsExactly(1, 2);
        assertThat(read.header().names()).containsExactly("a", "b.c", "b.d.e", "none", "late");
    }

    @Test
    void aColumnThatIsMetLateLeavesThePlacesOfTheOthers() throws IOException {
        RowsOf read = read("[{\"b\":1},{\"a\":2,\"b\":3},{\"c\":4,\"a\":5}]", JSON, "b");
        assertThat(read.rows())
                .extracting(Row::cells)
                .containsExactly(List.of("1"), List.of("3", "2"), List.of("", "5", "4"));
        assertThat(read.header().place("c")).isEqualTo(2);
    }

    @Test
    void textsOfAListStandInOneCell() throws IOException {
        RowsOf read = read("[{\"a\":[\"x\",2,null,[\"y\"]],\"p\":[{\"n\":\"张三\"},{\"n\":\"李四\"}]}]", JSON, "a");
        assertThat(read.cells()).containsExactly(Map.of("a", "x;2;y", "p.n", "张三;李四"));
    }

    @Test
    void aNameThatComesTwiceMakesItsRowFaulty() throws IOException {
        RowsOf read = read("[{\"a\":1,\"a\":2},{\"a\":3},{\"a\":{\"b\":1},\"a.b\":2}]", JSON, "a");
        assertThat(read.faults()).containsExactly("duplicate-column", "", "duplicate-column");
        assertThat(read.rows().get(0).text()).isEqualTo("a: 1\na: 2");
    }

    @Test
    void whatIsNoObjectIsOneFaultyRow() throws IOException {
        RowsOf read = read("[{\"a\":1},7,[{\"a\":1}],\"text\",{\"a\":2}]", JSON, "a");
        assertThat(read.faults()).containsExactly("", "malformed", "malformed", "malformed", "");
        assertThat(read.rows()).extracting(Row::index).containsExactly(0L, 1L, 2L, 3L, 4L);
    }

    @Test
    void rowsBeforeABreakStandAndTheRestIsRefusedWithItsPlace() throws IOException {
        RowsOf broken = read("[{\"a\":1},\n{\"a\":2},\n{\"a\" 3},\n{\"a\":4}]", JSON, "a");
        assertThat(broken.rows()).hasSize(2);
        assertThat(broken.fault().reason()).isEqualTo(Reason.DAMAGED_FILE);
        assertThat(broken.fault())
                .hasMessageContaining("line 3, column 6")
                .hasMessageContaining("the 2 rows before it stand");
        RowsOf cut = read("[{\"a\":1},\n{\"a\":2},", JSON, "a");
        assertThat(cut.rows()).hasSize(2);
        assertThat(cut.fault().reason()).isEqualTo(Reason.DAMAGED_FILE);
        assertThat(read("{\"data\":{\"list\":[{\"a\":1}]", NESTED, "a").fault().reason())
                .isEqualTo(Reason.DAMAGED_FILE);
    }

    @Test
    void filesOfAnotherFormAreRefusedWithARemedy() throws IOException {
        assertThat(read("{\"a\":[]}", JSON, "a").fault()).hasMessageContaining("set rows in the feed's format");
        assertThat(read("{\"data\":{\"rows\":[]}}", NESTED, "a").fault())
                .hasMessageContaining("there is no list (rows: data.list); found here: rows");
        assertThat(read("[{\"a\":1}]\n[{\"a\":2}]", JSON, "a").fault()).hasMessageContaining("type: jsonl");
        assertThat(read("<html>", JSON, "a").fault().reason()).isEqualTo(Reason.WRONG_FORMAT);
        assertThat(read("", JSON, "a").fault().reason()).isEqualTo(Reason.EMPTY_FILE);
        assertThat(read("[]", JSON, "a").fault()).isNull();
        assertThat(read("[{\"x\":1},{\"y\":2}]", JSON, "a", "b").fault())
                .hasMessageContaining("is missing; columns found: x, y");
        assertThat(read("[{\"x\":1},{\"b\":2}]", JSON, "a", "b").fault()).isNull();
    }

    @Test
    void namesThatAreDataDoNotFillTheMemory() throws IOException {
        StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < 3 * Header.MOST; i++) {
            text.append("{\"a\":1,\"id%d\":2},".formatted(i));
        }
        RowsOf read = read(text.append("{}]").toString(), JSON, "a");
        assertThat(read.fault()).hasMessageContaining("names seem to be data");
        assertThat(read.rows()).hasSize(Header.MOST - 1);
    }

    @Test
    void aLargeCellIsKeptAndAHugeOneIsTooLong() throws IOException {
        String large = "x".repeat(1_000_000);
        RowsOf read = read("[{\"a\":\"%s\"},{\"a\":\"%s\"},{\"a\":1}]".formatted(large, large.repeat(2)), JSON, "a");
        assertThat(read.faults()).containsExactly("", "too-long", "");
        assertThat(read.rows().getFirst().cells().getFirst()).hasSize(1_000_000);
    }

    @Test
    void wrongBytesMakeOneRowFaultyAndAnotherEncodingIsSeen() throws IOException {
        String rows = "[" + "{\"a\":\"沈阳市某某商贸有限公司\"},\n".repeat(10) + "{}]";
        byte[] gbk = rows.getBytes(Charset.forName("GBK"));
        assertThat(RowsOf.bytes(folder, gbk, JSON, "a").fault()).hasMessageContaining("set charset: GBK");
        FeedFormat format = new FeedFormat.Json(Charset.forName("GBK"), List.of(), Common.USUAL);
        assertThat(RowsOf.bytes(folder, gbk, format, "a").cells().getFirst()).containsValue("沈阳市某某商贸有限公司");
        byte[] bytes = rows.getBytes(UTF_8);
        bytes[10] = (byte) 0xFF;
        assertThat(RowsOf.bytes(folder, bytes, JSON, "a").faults()).contains("undecodable", "");
    }

    @Test
    void aBadLineIsOneFaultyRow() throws IOException {
        RowsOf read = read("""
                {"a":1,"b":"x"}

                {"a":2
                [3]
                {"a":4} {"a":5}
                {"b":"y","a":6}
                """, LINES, "a");
        assertThat(read.fault()).isNull();
        assertThat(read.faults()).containsExactly("", "malformed", "malformed", "malformed", "");
        assertThat(read.rows()).extracting(Row::line).containsExactly(1, 3, 4, 5, 6);
        assertThat(read.rows().get(1).text()).isEqualTo("{\"a\":2");
        assertThat(read.rows().get(1).fault().message()).contains("no JSON at line 3, column 7");
        assertThat(read.cells().getLast()).isEqualTo(Map.of("a", "6", "b", "y"));
    }

    @Test
    void aFileOfLinesThatAreNoneIsRefused() throws IOException {
        assertThat(read("a,b\n" + "1,2\n".repeat(200), LINES, "a").fault()).hasMessageContaining("none of the first");
    }

    private RowsOf read(String text, FeedFormat format, String... needed) throws IOException {
        return RowsOf.bytes(folder, text.getBytes(UTF_8), format, needed);
    }
}
