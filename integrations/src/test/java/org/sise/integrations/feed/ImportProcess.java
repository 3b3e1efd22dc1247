package org.sise.integrations.feed;

import java.nio.file.Path;
import org.postgresql.ds.PGSimpleDataSource;
import org.sise.integrations.descriptor.FeedCatalogue;

/** A process of its own that runs the feeds until it is killed. Arguments: database address, user, password, inbox. */
final class ImportProcess {

    private ImportProcess() {}

    public static void main(String[] args) throws Exception {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(args[0]);
        dataSource.setUser(args[1]);
        dataSource.setPassword(args[2]);
        new FeedHouse(dataSource, FeedCatalogue.builtIn(), Path.of(args[3]), 100)
                .start(step -> System.out.println(
                        step.feed() + " " + step.delivery() + " " + step.rows() + (step.finished() ? " end" : "")));
        Thread.currentThread().join();
    }
}
