package org.sise.server.web.published;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sise.server.web.Words;
import tools.jackson.databind.json.JsonMapper;

/** JSON Feed 1.1 (jsonfeed.org/version/1.1). */
final class JsonFeed {

    private final String title;
    private final String description;
    private final String base;

    JsonFeed(String title, String description, String base) {
        this.title = title;
        this.description = description;
        this.base = base;
    }

    String write(List<FeedItem> items) {
        List<Map<String, Object>> entries = new ArrayList<>();
        for (FeedItem item : items) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("id", item.id());
            entry.put("url", base + item.path());
            entry.put("title", item.title());
            entry.put("content_text", item.text());
            entry.put(
                    "date_published",
                    item.at().atZone(Words.SHANGHAI).toOffsetDateTime().toString());
            entry.put("tags", List.of(item.category()));
            entries.add(entry);
        }
        Map<String, Object> feed = new LinkedHashMap<>();
        feed.put("version", "https://jsonfeed.org/version/1.1");
        feed.put("title", title);
        feed.put("home_page_url", base + "/published");
        feed.put("feed_url", base + "/published/feed.json");
        feed.put("description", description);
        feed.put("language", "zh-CN");
        feed.put("items", entries);
        return JsonMapper.shared().writeValueAsString(feed);
    }
}
