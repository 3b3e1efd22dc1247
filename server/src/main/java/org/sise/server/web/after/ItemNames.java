package org.sise.server.web.after;

import org.sise.supervision.catalogue.CatalogueItem;
import org.sise.supervision.catalogue.CheckItems;

/** Names of check items. */
public final class ItemNames {

    private final CheckItems items;

    ItemNames(CheckItems items) {
        this.items = items;
    }

    /** The item behind its number; one that the catalogue never had by its number alone. */
    public String of(String id) {
        CatalogueItem item = items.everById(id);
        return item == null ? id : id + " " + item.item();
    }
}
