package org.sise.bench.related;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What Linux tells of a process's memory. */
final class Memory {

    private static final double KIB_A_GB = 1e9 / 1024;

    private Memory() {}

    /** The most that was resident, in GB, memory shared with others among it; not a number where nothing tells. */
    static double peak(long process) throws IOException {
        Path status = Path.of("/proc", Long.toString(process), "status");
        if (!Files.exists(status)) {
            return Double.NaN;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / KIB_A_GB)
                .findFirst()
                .orElse(Double.NaN);
    }
}
