package org.sise.integrations.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.sise.integrations.Samples;
import org.sise.integrations.descriptor.DescriptorReader;
import org.sise.integrations.descriptor.FeedCatalogue;
import org.sise.integrations.descriptor.FeedDescriptor;

/** A department that gives full copies of a list, for tests. */
final class Copies {

    static final String FEED = "copies";
    static final String COLUMNS = "代码,文号,日期,名单";

    private static final String DESCRIPTOR = """
            feed: copies
            title: {zh: 名单全量, en: Full copies}
            department: 市场监督管理局
            format: {type: csv, charset: UTF-8, delimiter: ","}
            unknown-business: accept
            %s
            records:
              - kind: dishonesty-listing
                key: [subject, document]
                fields:
                  subject: 代码
                  date: {column: 日期, date: [yyyy-M-d]}
                  document: {column: 文号, document: true}
                  list: 名单
                  ground: {constant: 测试}
            """;

    private Copies() {}

    /** The feed, with these lines in its descriptor. */
    static FeedCatalogue catalogue(String lines) {
        FeedDescriptor copies = DescriptorReader.read("copies.yaml", DESCRIPTOR.formatted(lines));
        return FeedCatalogue.of(List.of(copies, FeedCatalogue.builtIn().get("register")));
    }

    /** A row of the list. */
    static String row(int n) {
        return row(n, "2026-03-%02d".formatted(n % 28 + 1));
    }

    static String row(int n, String date) {
        return "%s,沈市监列〔2026〕%d号,%s,严重违法失信名单".formatted(Samples.code(n), n, date);
    }

    /** A file of these rows. */
    static Path file(Path file, List<String> rows) throws Exception {
        List<String> lines = new ArrayList<>(List.of(COLUMNS));
        lines.addAll(rows);
        return Samples.text(file, UTF_8, lines);
    }

    static List<String> rows(int from, int to) {
        return rows(from, to, Copies::row);
    }

    static List<String> rows(int from, int to, IntFunction<String> row) {
        return IntStream.rangeClosed(from, to).mapToObj(row).toList();
    }
}
