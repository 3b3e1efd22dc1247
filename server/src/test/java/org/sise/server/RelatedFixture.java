package org.sise.server;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.sise.ledger.business.Business;
import org.sise.ledger.business.BusinessFilter;
import org.sise.ledger.business.BusinessOrder;
import org.sise.ledger.business.Businesses;

/** Three businesses of the city, related in the graph by a shared address, a supply, a namesake and control. */
final class RelatedFixture implements AutoCloseable {

    static final LocalDate SUPPLIED_SINCE = LocalDate.of(2025, 6, 1);
    static final String ADDRESS = "沈抚示范区测试街1号";
    static final String PERSON_KEY = "ab".repeat(32);

    final Business one;
    final Business neighbour;
    final Business customer;

    private final Driver driver;

    RelatedFixture(ServerFixture server) {
        driver = server.bean(Driver.class);
        List<Business> some = server.bean(Businesses.class)
                .page(BusinessFilter.ALL, BusinessOrder.CODE, null, 3)
                .items();
        one = some.get(0);
        neighbour = some.get(1);
        customer = some.get(2);
        close();
        try (Session session = driver.session()) {
            session.run(
                            """
                            MATCH (a:Business {code: $one}) MATCH (b:Business {code: $neighbour})
                            MATCH (c:Business {code: $customer})
                            CREATE (d:Address {key: $address, name: $address, record: 1, fixture: true})
                            CREATE (p:Person {key: $person, name: '王伟', weak: true, record: 2, fixture: true})
                            CREATE (d)-[:ADDRESS_OF {matter: 'test/1', record: 1, from: date('2024-01-01'),
                                state: 'effective', fixture: true}]->(a)
                            CREATE (d)-[:ADDRESS_OF {matter: 'test/2', record: 2, from: date('2024-01-01'),
                                state: 'effective', fixture: true}]->(b)
                            CREATE (p)-[:OFFICER {matter: 'test/3', record: 3, name: '王伟', position: '监事',
                                from: date('2024-01-01'), state: 'effective', fixture: true}]->(a)
                            CREATE (a)-[:SUPPLIES {matter: 'test/4', record: 4, goods: '钢材', from: $since,
                                state: 'effective', fixture: true}]->(c)
                            CREATE (a)-[:CONTROLS {percent: 66.6, basis: 'share', records: [5, 6], fixture: true}]->(c)
                            """,
                            Map.of(
                                    "one",
                                    one.code(),
                                    "neighbour",
                                    neighbour.code(),
                                    "customer",
                                    customer.code(),
                                    "address",
                                    ADDRESS,
                                    "person",
                                    PERSON_KEY,
                                    "since",
                                    SUPPLIED_SINCE))
                    .consume();
        }
    }

    /** Takes away what does not come from the ledger. */
    @Override
    public void close() {
        try (Session session = driver.session()) {
            session.run("MATCH ()-[r]->() WHERE r.fixture DELETE r").consume();
            session.run("MATCH (n) WHERE n.fixture DETACH DELETE n").consume();
        }
    }
}
