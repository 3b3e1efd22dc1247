package org.sise.integrations.notice;

import java.nio.file.Path;

/**
 * A process of its own that sends notices and ends itself as by kill -9 when it has done a step so many times. Arguments:
 * database address, user, password, folder, subscription, step, times.
 */
final class DispatchProcess {

    static final int KILLED = 137;

    private DispatchProcess() {}

    public static void main(String[] args) throws Exception {
        DispatchSteps.Step last = DispatchSteps.Step.valueOf(args[5]);
        int[] left = {Integer.parseInt(args[6])};
        NoticeHouse house = new NoticeHouse(
                NoticeHouse.dataSource(args[0], args[1], args[2]),
                Path.of(args[3]),
                (_, step) -> {
                    if (step == last && --left[0] == 0) {
                        Runtime.getRuntime().halt(KILLED);
                    }
                },
                args[4]);
        house.start();
        Thread.currentThread().join();
    }
}
