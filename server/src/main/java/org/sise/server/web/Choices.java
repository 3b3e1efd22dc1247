package org.sise.server.web;

import java.util.ArrayList;
import java.util.List;
import org.sise.core.industry.Industries;
import org.sise.core.industry.Industry;
import org.sise.core.region.Region;
import org.sise.core.region.Regions;

/** The lists from which a form lets choose. */
public final class Choices {

    /** A city with the districts, counties and zones below it. */
    public record City(Region region, List<Region> parts) {}

    private static final List<City> CITIES = cities();
    private static final List<Industry> SECTIONS = Industries.standard().all().stream()
            .filter(industry -> industry.level() == Industry.Level.SECTION)
            .toList();

    private Choices() {}

    /** The cities with their districts. */
    public static List<City> districts() {
        return CITIES;
    }

    /** The sections of industries. */
    public static List<Industry> sections() {
        return SECTIONS;
    }

    private static List<City> cities() {
        List<City> cities = new ArrayList<>();
        for (Region city : Regions.standard().all()) {
            if (city.level() == Region.Level.PREFECTURE) {
                cities.add(new City(
                        city,
                        Regions.standard().all().stream()
                                .filter(part -> city.code().equals(part.parent()))
                                .toList()));
            }
        }
        return List.copyOf(cities);
    }
}
