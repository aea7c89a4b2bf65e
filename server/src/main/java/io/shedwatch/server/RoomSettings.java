package io.shedwatch.server;

import io.shedwatch.server.access.AccessSettings;
import io.shedwatch.server.broker.BrokerSettings;
import io.shedwatch.server.http.HttpSettings;
import io.shedwatch.server.intake.MqttSettings;
import io.shedwatch.server.notice.courier.SmtpSettings;
import io.shedwatch.server.session.cost.CostSettings;
import io.shedwatch.server.site.ContactSettings;
import io.shedwatch.server.site.SiteSettings;
import io.shedwatch.server.wish.WishSettings;

/** All settings, one record a room. */
record RoomSettings(
    ServerSettings server,
    SiteSettings site,
    HttpSettings http,
    AccessSettings access,
    JdbcSettings database,
    StoreSettings readings,
    MqttSettings mqtt,
    BrokerSettings broker,
    SmtpSettings mail,
    ContactSettings contact,
    CostSettings cost,
    WishSettings wishes) {}
