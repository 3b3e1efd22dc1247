package org.sise.scoring.figure;

import java.util.List;

/** Where a party stands: its group of peers and the number by which it is compared, in thousandths. */
record Place(Group group, long value) {
    /**
     * A group of peers.
     *
     * @param figure the index of the percentile in the policy
     * @param band the index of the band, 0 without bands
     * @param apart the numbers that its peers share
     */
    record Group(int figure, int band, List<Long> apart) implements Comparable<Group> {
        Group {
            apart = List.copyOf(apart);
        }

        @Override
        public int compareTo(Group other) {
            int order = Integer.compare(figure, other.figure);
            if (order == 0) {
                order = Integer.compare(band, other.band);
            }
            for (int i = 0; order == 0 && i < Math.min(apart.size(), other.apart.size()); i++) {
                order = Long.compare(apart.get(i), other.apart.get(i));
            }
            return order == 0 ? Integer.compare(apart.size(), other.apart.size()) : order;
        }
    }
}
