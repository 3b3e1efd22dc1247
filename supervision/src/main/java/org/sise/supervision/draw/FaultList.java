package org.sise.supervision.draw;

import java.util.ArrayList;
import java.util.List;

/** Collects faults, so that all of them are told at once; of very many, the first hundred and how many more. */
final class FaultList {
    private static final int SHOWN = 100;

    private final String file;
    private final List<Fault> faults;
    private int unshown;
    private int firstUnshown;

    FaultList(String file) {
        this.file = file;
        this.faults = new ArrayList<>();
    }

    void add(int line, String column, String problem, String remedy) {
        if (faults.size() < SHOWN) {
            faults.add(new Fault(file, line, column, problem, remedy));
        } else {
            firstUnshown = unshown == 0 ? line : firstUnshown;
            unshown++;
        }
    }

    boolean isEmpty() {
        return faults.isEmpty();
    }

    List<Fault> toList() {
        if (unshown == 0) {
            return List.copyOf(faults);
        }
        var all = new ArrayList<>(faults);
        all.add(new Fault(
                file,
                firstUnshown,
                "",
                "从此处起另有 " + unshown + " 处错误 / " + unshown + " more faults from here on",
                "先改正以上各处 / correct those above first"));
        return all;
    }
}
