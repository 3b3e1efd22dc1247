package org.sise.integrations.feed;

import java.time.Duration;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;

/** Passes over an empty file for a while: it may be the beginning of a longer one. */
final class FeedFilter implements GenericFileFilter<Object> {

    /** How many times as long as another file an empty one must be quiet. */
    private static final int PATIENCE = 10;

    private final long quietMillis;

    FeedFilter(Duration quiet) {
        this.quietMillis = quiet.toMillis() * PATIENCE;
    }

    @Override
    public boolean accept(GenericFile<Object> file) {
        return file.isDirectory()
                || file.getFileLength() > 0
                || file.getLastModified() < System.currentTimeMillis() - quietMillis;
    }
}
