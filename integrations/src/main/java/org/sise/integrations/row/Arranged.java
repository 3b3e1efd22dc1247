package org.sise.integrations.row;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns of one table of an archive, and how its rows are put into the order of the archive's first table. */
final class Arranged {

    private final Header own;
    private final Header header;
    private final int @Nullable [] to;

    /**
     * With the header of the first table, or null when this is the first.
     *
     * @throws FileFault when the columns are not the same
     */
    Arranged(Header own, @Nullable Header known, String part) throws FileFault {
        this.own = own;
        this.header = known != null ? known : own;
        this.to = known == null || known.names().equals(own.names()) ? null : own.placesIn(known, part);
    }

    Header header() {
        return header;
    }

    int width() {
        return own.names().size();
    }

    List<String> cells(List<String> cells) {
        if (to == null) {
            return cells;
        }
        String[] arranged = new String[cells.size()];
        Arrays.fill(arranged, "");
        for (int i = 0; i < arranged.length; i++) {
            arranged[to[i]] = cells.get(i);
        }
        return new ArrayList<>(Arrays.asList(arranged));
    }
}
