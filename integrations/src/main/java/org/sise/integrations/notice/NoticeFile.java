package org.sise.integrations.notice;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.sise.integrations.descriptor.NoticeTarget;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The content of a file of notices: the same bytes for the same notices. */
final class NoticeFile {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final CSVFormat CSV = CSVFormat.RFC4180
            .builder()
            .setHeader(
                    "number",
                    "key",
                    "topic",
                    "subject",
                    "name",
                    "region",
                    "industry",
                    "time",
                    "before",
                    "after",
                    "data")
            .get();

    /** Tells spreadsheets that the text is UTF-8. */
    private static final String MARK = "\uFEFF";

    private NoticeFile() {}

    static byte[] of(NoticeTarget.Form form, List<Outgoing> notices) {
        String text = switch (form) {
            case JSONL -> lines(notices);
            case CSV -> table(notices);
        };
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String lines(List<Outgoing> notices) {
        StringBuilder text = new StringBuilder();
        notices.forEach(notice -> text.append(notice.body()).append('\n'));
        return text.toString();
    }

    private static String table(List<Outgoing> notices) {
        StringBuilder text = new StringBuilder(MARK);
        try (CSVPrinter printer = new CSVPrinter(text, CSV)) {
            for (Outgoing notice : notices) {
                JsonNode body = JSON.readTree(notice.body());
                JsonNode data = body.path("data");
                JsonNode business = data.path("business");
                printer.printRecord(
                        notice.number(),
                        notice.key(),
                        notice.topic(),
                        notice.subject(),
                        text(business, "name"),
                        text(business, "region"),
                        text(business, "industry"),
                        text(body, "time"),
                        text(data, "before"),
                        text(data, "after"),
                        JSON.writeValueAsString(data));
            }
        } catch (IOException e) {
            throw new IllegalStateException("a text can always be written to", e);
        }
        return text.toString();
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isValueNode() && !value.isNull() ? value.asString() : "";
    }
}
