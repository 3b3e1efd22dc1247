package org.sise.integrations.feed;

/** Thrown where a file changes while it is read: it stays where it is and is looked at again. */
public final class FileStillChanging extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FileStillChanging(String file) {
        super("文件仍在写入 / the file is still being written: " + file);
    }
}
