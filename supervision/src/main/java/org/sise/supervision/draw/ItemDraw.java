package org.sise.supervision.draw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The second step of a draw: all mandatory items, sorted, and after them the others with the smallest keys, sorted. */
final class ItemDraw {
    private final List<String> mandatory;
    private final List<Other> others;
    private final int take;
    private final byte[] seed;

    private record Other(String item, byte[] text) {}

    private record Keyed(Other item, byte[] key) {}

    ItemDraw(List<CheckItem> items, int take, byte[] seed) {
        mandatory = items.stream()
                .filter(CheckItem::mandatory)
                .map(CheckItem::item)
                .sorted(DrawText.BY_BYTES)
                .toList();
        others = items.stream()
                .filter(item -> !item.mandatory())
                .map(item -> new Other(item.item(), DrawText.utf8(item.item())))
                .toList();
        this.take = Math.min(take, others.size());
        this.seed = seed;
    }

    /** The items of one object; any number of threads at a time. */
    List<String> itemsOf(String code) {
        if (take == 0) {
            return mandatory;
        }
        var key = new DrawKey(seed);
        key.begin("item", code);
        var keyed = new ArrayList<Keyed>(others.size());
        for (var item : others) {
            keyed.add(new Keyed(item, key.of(item.text())));
        }
        keyed.sort(Comparator.comparing(Keyed::key, Arrays::compareUnsigned));
        var drawn = keyed.subList(0, take).stream()
                .map(one -> one.item().item())
                .sorted(DrawText.BY_BYTES)
                .toList();
        var items = new ArrayList<>(mandatory);
        items.addAll(drawn);
        return items;
    }
}
