package org.sise.server.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sise.server.query.QuarantineSearch;

/** Which quarantined rows are meant; what is left out does not restrict. */
@Schema(name = "QuarantineFilter", description = "隔离行的条件 / which quarantined rows")
public record QuarantineFilterRequest(
        @Schema(description = "来源 / feed") @Nullable String feed,

        @Schema(description = "原因 / reason") @Nullable String reason,

        @Schema(description = "字段，“-”为整行 / field, - for rows at fault as a whole") @Nullable
        String field,

        @Schema(description = "列，“-”为整行 / column, - for rows at fault as a whole") @Nullable
        String column,

        @Schema(
                description = "状态 / state",
                allowableValues = {"all", "open", "waiting", "replayed", "discarded"})
        @Nullable
        String state,

        @Schema(description = "批次编号 / delivery") @Nullable String delivery,

        @Schema(description = "文件名含 / file name holds") @Nullable
        String file,

        @Schema(description = "进入已满的天数 / came so many days ago or earlier") @Nullable
        String older,

        @Schema(description = "单元格含 / a cell as received holds") @Nullable
        String text,

        @Schema(
                description = "顺序 / order",
                allowableValues = {"oldest", "newest"})
        @Nullable
        String order) {

    /** Nothing restricted. */
    static final QuarantineFilterRequest NONE =
            new QuarantineFilterRequest(null, null, null, null, null, null, null, null, null, null);

    QuarantineSearch search(Clock clock) {
        Map<String, String> words = new LinkedHashMap<>();
        put(words, "feed", feed);
        put(words, "reason", reason);
        put(words, "field", field);
        put(words, "column", column);
        put(words, "state", state);
        put(words, "delivery", delivery);
        put(words, "file", file);
        put(words, "older", older);
        put(words, "text", text);
        put(words, "order", order);
        return QuarantineSearch.of(words, "all", clock);
    }

    private static void put(Map<String, String> words, String name, @Nullable String value) {
        if (value != null) {
            words.put(name, value);
        }
    }
}
