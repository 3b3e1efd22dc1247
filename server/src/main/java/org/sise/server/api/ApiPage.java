package org.sise.server.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.sise.ledger.Page;

/**
 * A part of a list.
 *
 * @param items the part
 * @param next the cursor of the following part, or null at the end
 * @param total how many items the whole list has
 */
@Schema(description = "列表的一页 / a part of a list")
public record ApiPage<T>(
        List<T> items,

        @Schema(description = "下一页的游标，末页为空 / cursor of the following part, null at the end") @Nullable
        String next,

        @Schema(description = "总数 / how many items the whole list has")
        long total) {

    /** A part of a list whose items have numbers, from one item more than it may hold. */
    static <S, T> ApiPage<T> cut(
            List<S> oneMore, int most, ToLongFunction<S> number, long total, Function<S, T> response) {
        Page<S> page = Page.cut(oneMore, most, number, total);
        return new ApiPage<>(page.items().stream().map(response).toList(), page.next(), total);
    }
}
