package org.sise.core.record;

/** A word of a closed list: its token in files and columns, and its names in Chinese and English. */
public interface Labelled {
    /** The word as it stands in files, columns and policies: lower case, hyphens. */
    String token();

    /** The word in Chinese. */
    String zh();

    /** The word in English. */
    String en();
}
