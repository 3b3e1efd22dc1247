package org.sise.server.demo;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What one department records about businesses. */
interface Department {

    /** The feed that it hands on. */
    CityFeed feed();

    /** Writes what it has about a business, if anything. */
    void write(Business business, FeedFolder into) throws IOException;

    /** Some row about a business, right in all its fields. */
    @Nullable
    Object[] sample(Business business);
}
