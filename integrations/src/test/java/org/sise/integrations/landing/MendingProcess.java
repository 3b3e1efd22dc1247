package org.sise.integrations.landing;

import java.nio.file.Path;

/** A process of its own that does jobs until it is killed. Arguments: database address, user, password. */
final class MendingProcess {

    private MendingProcess() {}

    public static void main(String[] args) throws Exception {
        LandingHouse house = new LandingHouse(LandingHouse.dataSource(args[0], args[1], args[2]), Path.of("."));
        while (house.store.mending().doNext()) {
            System.out.println("step");
            // the killer needs a moment to read; a job of a few steps would else be over
            Thread.sleep(100);
        }
        Thread.currentThread().join();
    }
}
