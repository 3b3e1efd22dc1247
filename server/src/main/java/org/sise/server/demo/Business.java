package org.sise.server.demo;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A business that does not exist.
 *
 * @param index its place in the city, from 0
 * @param code its credit code
 * @param name its name
 * @param company whether it is a company; otherwise an individual business
 * @param head its legal representative or operator
 * @param capitalWan registered capital in ten thousand yuan
 * @param founded day of establishment
 * @param status its state in the register, in Chinese
 * @param ended day on which it was deregistered, where it went on under another name, or null
 * @param trade what it does
 * @param district where it is
 * @param address its registered address
 * @param conduct how it behaves
 * @param mark what stands against it for sure
 */
record Business(
        int index,
        String code,
        String name,
        boolean company,
        Person head,
        int capitalWan,
        LocalDate founded,
        String status,
        @Nullable LocalDate ended,
        Trade trade,
        District district,
        String address,
        Conduct conduct,
        Conduct.Mark mark) {}
