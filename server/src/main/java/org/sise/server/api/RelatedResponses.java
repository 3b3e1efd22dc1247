package org.sise.server.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sise.core.grade.Grade;
import org.sise.graph.neighbourhood.Connection;
import org.sise.graph.neighbourhood.Edge;
import org.sise.graph.neighbourhood.Group;
import org.sise.graph.neighbourhood.Neighbourhood;
import org.sise.graph.neighbourhood.Node;
import org.sise.graph.neighbourhood.Party;
import org.sise.graph.neighbourhood.Route;
import org.sise.server.desk.RelatedDesk.Answer;
import org.sise.server.query.Choice;

/** What the REST interface says about related parties: nodes and edges, as a picture needs them. */
final class RelatedResponses {

    private RelatedResponses() {}

    /** Who or what stands in the graph. */
    @Schema(name = "RelatedNode", description = "关联图中的一个主体 / a party of the graph")
    public record NodeResponse(
            @Schema(
                    description = "企业为统一社会信用代码，其余为仅在本应答内有效的编号 / a business's credit code; of all others an id"
                            + " that holds within this answer only",
                    example = "person-1")
            String id,

            @Schema(allowableValues = {"business", "person", "body", "address", "phone"})
            String kind,

            @Schema(description = "名称；电话不显示 / name; null of a telephone") @Nullable
            String name,

            @Schema(description = "是否在册企业 / whether it is in the register")
            boolean registered,

            @Schema(allowableValues = {"operating", "revoked", "closed"}) @Nullable
            String status,

            @Schema(description = "区划代码 / region, GB/T 2260") @Nullable
            String region,

            @Schema(
                    description = "现颜色，可见时 / present colour, where it may be seen",
                    allowableValues = {"blue", "yellow", "orange", "red"})
            @Nullable
            String colour,

            @Schema(description = "仅姓名相同，可能不是同一人 / known by name only, may be another person of that name")
            boolean weak,

            @Schema(description = "牵连过多或为名义持有人，不再延伸 / leads to too many or is a nominee, so that nothing follows")
            boolean guarded,

            @Schema(description = "图中全部关系数 / its relations in the whole graph")
            long relations,

            @Schema(description = "与中心企业间隔 / steps from the business in the middle") @Nullable
            Integer depth,

            @Schema(description = "与路径上前一主体的关系 / what it is to the one before on its path") @Nullable
            String tie,

            @Schema(description = "路径上各关系的记录号 / records of the relations that lead here") @Nullable
            List<Long> path,

            @Schema(description = "是否由此继续延伸 / whether the walk went on from here") @Nullable
            Boolean expanded) {

        static NodeResponse of(Party party, Map<String, Grade> grades) {
            return of(party, grades, null);
        }

        static NodeResponse of(Node node, Map<String, Grade> grades) {
            return of(node.party(), grades, node);
        }

        private static NodeResponse of(Party party, Map<String, Grade> grades, @Nullable Node node) {
            Grade grade = grades.get(party.id());
            return new NodeResponse(
                    party.id(),
                    Choice.word(party.kind()),
                    party.name(),
                    party.registered(),
                    party.status(),
                    party.region(),
                    grade == null ? null : Choice.word(grade),
                    party.weak(),
                    party.guarded(),
                    party.relations(),
                    node == null ? null : node.depth(),
                    node == null ? null : node.tie().token(),
                    node == null ? null : node.path(),
                    node == null ? null : node.expanded());
        }
    }

    /** A relation. */
    @Schema(name = "RelatedEdge", description = "一条关系 / a relation")
    public record EdgeResponse(
            @Schema(description = "仅在本应答内有效 / holds within this answer only", example = "edge-1")
            String id,

            @Schema(description = "从哪个主体 / id of the first party")
            String from,

            @Schema(description = "到哪户企业 / id of the business")
            String to,

            @Schema(
                    allowableValues = {
                        "legal-representative",
                        "holds",
                        "branch-of",
                        "concert",
                        "officer",
                        "address-of",
                        "phone-of",
                        "supplies",
                        "controls"
                    })
            String kind,

            @Schema(description = "百分比，持股或控制 / in percent, of a holding or of control") @Nullable
            Double share,

            @Schema(description = "职务、货物、协议或控制依据 / office, goods, agreement or what makes the controller") @Nullable
            String detail,

            @Schema(description = "首日 / first day") @Nullable
            LocalDate since,

            @Schema(description = "末日，持续中为空 / last day, null while it lasts") @Nullable
            LocalDate until,

            @Schema(description = "依据的记录号 / numbers of the records that say so")
            List<Long> records) {

        static EdgeResponse of(String id, Edge edge) {
            return new EdgeResponse(
                    id,
                    edge.from(),
                    edge.to(),
                    edge.kind().token(),
                    edge.share(),
                    edge.detail(),
                    edge.since(),
                    edge.until(),
                    edge.records());
        }

        static List<EdgeResponse> all(List<Edge> edges) {
            List<EdgeResponse> all = new ArrayList<>(edges.size());
            edges.forEach(edge -> all.add(of("edge-" + (all.size() + 1), edge)));
            return all;
        }
    }

    /** The surroundings of a business. */
    @Schema(name = "Related", description = "一户企业的关联方 / the parties around a business")
    public record RelatedResponse(
            @Schema(description = "中心企业 / the business in the middle")
            String centre,

            @Schema(description = "日期 / the day") LocalDate on,
            List<NodeResponse> nodes,
            List<EdgeResponse> edges,

            @Schema(description = "超出限额，仅列部分 / there was more than the limits allow")
            boolean cut,

            @Schema(description = "最早关系的首日 / first day of the oldest relation") @Nullable
            LocalDate oldest) {

        static RelatedResponse of(Answer<Neighbourhood> answer) {
            Neighbourhood found = answer.found();
            return new RelatedResponse(
                    found.centre(),
                    answer.on(),
                    found.nodes().stream()
                            .map(node -> NodeResponse.of(node, answer.grades()))
                            .toList(),
                    EdgeResponse.all(found.edges()),
                    found.cut(),
                    found.oldest());
        }
    }

    /** One way between two businesses, by ids of nodes and edges. */
    @Schema(name = "RelatedPath", description = "一条路径 / one way between two businesses")
    public record PathResponse(
            @Schema(description = "间隔企业数 / steps from business to business")
            int steps,

            @Schema(description = "依次经过的主体 / ids of the nodes, in order")
            List<String> nodes,

            @Schema(description = "相邻主体之间的关系 / ids of the edges between each node and the next")
            List<List<String>> edges) {}

    /** The shortest ways between two businesses. */
    @Schema(name = "RelatedPaths", description = "两户企业间的最短路径 / the shortest ways between two businesses")
    public record PathsResponse(
            String from,
            String to,
            @Schema(description = "日期 / the day") LocalDate on,

            @Schema(description = "最多间隔 / how many steps were looked at")
            int steps,

            @Schema(description = "结论 / what was found") String answer,

            @Schema(description = "最短在前，没有则为空 / the shortest first, empty when there is none within the steps")
            List<PathResponse> paths,

            List<NodeResponse> nodes,
            List<EdgeResponse> edges,

            @Schema(description = "是否查遍 / whether everything within the steps was looked at")
            boolean complete) {

        static PathsResponse of(Answer<Connection> answer) {
            Connection found = answer.found();
            Map<Edge, EdgeResponse> edges = new LinkedHashMap<>();
            List<PathResponse> paths = new ArrayList<>();
            for (Route route : found.routes()) {
                List<List<String>> links = route.links().stream()
                        .map(link -> link.stream()
                                .map(edge -> edges.computeIfAbsent(
                                                edge, _ -> EdgeResponse.of("edge-" + (edges.size() + 1), edge))
                                        .id())
                                .toList())
                        .toList();
                paths.add(new PathResponse(route.steps(), route.parties(), links));
            }
            return new PathsResponse(
                    found.from(),
                    found.to(),
                    answer.on(),
                    found.steps(),
                    words(found),
                    paths,
                    found.parties().stream()
                            .map(party -> NodeResponse.of(party, answer.grades()))
                            .toList(),
                    List.copyOf(edges.values()),
                    found.complete());
        }

        private static String words(Connection found) {
            if (!found.routes().isEmpty()) {
                return "%d条路径 / %d paths"
                        .formatted(found.routes().size(), found.routes().size());
            }
            return found.complete()
                    ? "%d步以内没有关联 / none within %d steps".formatted(found.steps(), found.steps())
                    : "关系过多，未能查遍 / too many relations, not all were looked at";
        }
    }

    /** Who controls a business and what else they control. */
    @Schema(name = "RelatedGroup", description = "实际控制人及其控制的企业 / who controls a business and what else they control")
    public record GroupResponse(
            String business,

            @Schema(description = "实际控制人；不能确定时为空 / ids of the controllers, empty when nobody can be named")
            List<String> controllers,

            @Schema(description = "控制人及本页企业 / the controllers and this part's businesses")
            List<NodeResponse> nodes,

            List<EdgeResponse> edges,

            @Schema(description = "下一页的游标，末页为空 / cursor of the following part, null at the end") @Nullable
            String next,

            @Schema(description = "控制关系总数 / relations of control in all")
            long total) {

        static GroupResponse of(Answer<Group> answer) {
            Group found = answer.found();
            return new GroupResponse(
                    found.business(),
                    found.controllers().stream().map(Party::id).toList(),
                    Stream.concat(found.controllers().stream(), found.members().stream())
                            .distinct()
                            .map(party -> NodeResponse.of(party, answer.grades()))
                            .toList(),
                    EdgeResponse.all(found.edges()),
                    found.next(),
                    found.total());
        }
    }
}
