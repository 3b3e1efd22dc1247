package org.sise.scoring.table;

import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.sise.scoring.grade.Fact;
import org.sise.scoring.grade.Party;

/**
 * Parties with their records, packed in memory; a party is made when it is asked for. The parties stand in the order of
 * their ids' bytes in UTF-8, whatever order the files had. May be read by several threads.
 */
public final class PartyTable implements Iterable<Party> {
    private final RecordRows records;
    private final PartyRows parties;
    /** The party's number by its place in the order. */
    private final int[] numbers;
    /** Where the records of a party begin, by number. */
    private final int[] starts;

    PartyTable(RecordRows records, PartyRows parties) {
        this.records = records;
        this.parties = parties;
        int size = records.parties.size();
        parties.reach(size);
        this.numbers = numbers(records.parties);
        this.starts = new int[size + 1];
        for (int row = 0; row < records.size(); row++) {
            starts[records.party(row) + 1]++;
        }
        for (int number = 0; number < size; number++) {
            starts[number + 1] += starts[number];
        }
        int[] rows = new int[records.size()];
        int[] next = Arrays.copyOf(starts, size);
        for (int row = 0; row < rows.length; row++) {
            rows[next[records.party(row)]++] = row;
        }
        records.arrange(rows);
    }

    /** How many parties there are. */
    public int size() {
        return numbers.length;
    }

    /** How many records there are. */
    public int records() {
        return starts[numbers.length];
    }

    /** How many records a party has. */
    public int records(int index) {
        return starts[numbers[index] + 1] - starts[numbers[index]];
    }

    public String id(int index) {
        return records.parties.text(numbers[index]);
    }

    /** The place of the party with this id, or -1 if there is none. */
    public int indexOf(String id) {
        int number = records.parties.find(id);
        if (number < 0) {
            return -1;
        }
        int low = 0;
        int high = numbers.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = records.parties.compare(numbers[middle], number);
            if (order == 0) {
                return middle;
            } else if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    /** The party at a place from 0, with its records in the order of the file. */
    public Party party(int index) {
        int number = numbers[index];
        Fact[] facts = new Fact[starts[number + 1] - starts[number]];
        for (int f = 0; f < facts.length; f++) {
            facts[f] = records.fact(starts[number] + f);
        }
        return new Party(
                records.parties.text(number),
                parties.industry(number),
                parties.region(number),
                parties.registeredOn(number),
                Arrays.asList(facts),
                parties.previous(number));
    }

    /** The parties in their order. */
    @Override
    public Iterator<Party> iterator() {
        return IntStream.range(0, size()).mapToObj(this::party).iterator();
    }

    private static int[] numbers(Texts ids) {
        Integer[] sorted = new Integer[ids.size()];
        Arrays.setAll(sorted, number -> number);
        Arrays.parallelSort(sorted, ids::compare);
        int[] numbers = new int[sorted.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = sorted[i];
        }
        return numbers;
    }
}
