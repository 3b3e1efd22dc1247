package org.sise.supervision.draw.committee;

import java.util.List;

/**
 * A public random source named before the draw, such as a lottery's numbers of a day.
 *
 * @param numbers its numbers, 0 or more each, in any order; at least one
 */
public record PublicSource(List<Long> numbers) {

    /** @throws IllegalArgumentException without numbers, or with one below 0 */
    public PublicSource {
        numbers = List.copyOf(numbers);
        if (numbers.isEmpty() || numbers.stream().anyMatch(number -> number < 0)) {
            throw new IllegalArgumentException(
                    "随机源至少有一个数，且不小于 0 / a source has at least one number, none below 0: " + numbers);
        }
    }

    /** A source of these numbers. */
    public static PublicSource of(long... numbers) {
        return new PublicSource(java.util.Arrays.stream(numbers).boxed().toList());
    }

    /** Its part of the key: the numbers in ascending order, a dot after each, and a slash at the end. */
    String key() {
        StringBuilder key = new StringBuilder();
        numbers.stream().sorted().forEach(number -> key.append(number).append('.'));
        return key.append('/').toString();
    }
}
