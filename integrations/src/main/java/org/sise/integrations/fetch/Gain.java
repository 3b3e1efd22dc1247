package org.sise.integrations.fetch;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.landing.Fetch;

/** What one pull has brought so far. */
final class Gain {

    private long files;
    private long rows;
    private long bytes;
    private final List<String> remarks = new ArrayList<>();

    void add(Fetch fetch) {
        files++;
        Long count = fetch.rows();
        rows += count == null ? 0 : count;
        bytes += fetch.size();
    }

    /** What a person should know of a pull that did not fail. */
    void remark(String remark) {
        remarks.add(remark);
    }

    long files() {
        return files;
    }

    long rows() {
        return rows;
    }

    long bytes() {
        return bytes;
    }

    /** The remarks, or null when there are none. */
    @Nullable
    String remarks() {
        return remarks.isEmpty() ? null : String.join("; ", remarks);
    }
}
