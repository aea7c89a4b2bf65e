package io.shedwatch.server.broker;

import io.shedwatch.contract.ShedAddress;
import io.shedwatch.server.broker.BrokerAccounts.Holder;
import java.security.Principal;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager5;
import org.apache.activemq.artemis.spi.core.security.jaas.RolePrincipal;
import org.apache.activemq.artemis.spi.core.security.jaas.UserPrincipal;
import org.jspecify.annotations.Nullable;

/**
 * Lets accounts in and holds each to its topics. Artemis asks with the topic's levels joined by
 * dots instead of slashes; names of ours hold no dots, so exact comparison is safe, and whatever is
 * not one of the account's own topics (wildcards, queues by their full name, management) is
 * refused.
 */
final class ArtemisSecurity implements ActiveMQSecurityManager5 {
  /** The topics of one shed, as Artemis names them. */
  private record Own(Set<String> published, Set<String> heard) {
    static Own of(ShedAddress shed) {
      return new Own(addresses(TopicAccess.published(shed)), addresses(TopicAccess.heard(shed)));
    }

    private static Set<String> addresses(Iterable<String> topics) {
      Set<String> addresses = new HashSet<>();
      topics.forEach(topic -> addresses.add(topic.replace('/', '.')));
      return addresses;
    }
  }

  private static final String QUEUE_SEPARATOR = "::";

  private final BrokerAccounts accounts;
  // One entry a shed's account that ever connected: bounded by the site.
  private final Map<String, Own> own = new ConcurrentHashMap<>();

  ArtemisSecurity(BrokerAccounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public @Nullable Subject authenticate(
      @Nullable String user,
      @Nullable String password,
      RemotingConnection connection,
      @Nullable String domain) {
    if (user == null || password == null) {
      return null; // Anonymous is off.
    }
    Optional<Holder> holder = accounts.authenticate(user, password);
    if (holder.isEmpty()) {
      return null;
    }
    holder.get().shed().ifPresent(shed -> own.computeIfAbsent(user, name -> Own.of(shed)));
    Subject subject = new Subject();
    // Artemis asks for its own principals.
    subject.getPrincipals().add(new UserPrincipal(user));
    subject.getPrincipals().add(new RolePrincipal(user));
    return subject;
  }

  @Override
  public boolean authorize(
      @Nullable Subject subject, Set<Role> roles, CheckType check, String address) {
    if (subject == null) {
      return false;
    }
    String user = name(subject);
    if (user.equals(TopicAccess.SERVER)) {
      return true;
    }
    Own topics = own.get(user);
    return topics != null && mayShed(topics, check, address);
  }

  private static boolean mayShed(Own topics, CheckType check, String address) {
    return switch (check) {
      case SEND -> topics.published().contains(address);
      // Asked when publishing and when subscribing, for a topic that nobody used before.
      case CREATE_ADDRESS ->
          topics.published().contains(address) || topics.heard().contains(address);
      case CONSUME,
          CREATE_DURABLE_QUEUE,
          CREATE_NON_DURABLE_QUEUE,
          DELETE_DURABLE_QUEUE,
          DELETE_NON_DURABLE_QUEUE ->
          topics.heard().contains(topicOfSubscription(address));
      case DELETE_ADDRESS, MANAGE, BROWSE, VIEW, EDIT -> false;
    };
  }

  /**
   * A subscription's queue is named in full: {@code address::client.address}. Any other queue is
   * somebody else's, and its full name is given back, which is no topic.
   */
  private static String topicOfSubscription(String address) {
    int separator = address.indexOf(QUEUE_SEPARATOR);
    if (separator < 0) {
      return address;
    }
    String topic = address.substring(0, separator);
    return address.endsWith("." + topic) ? topic : address;
  }

  private static String name(Subject subject) {
    return subject.getPrincipals(UserPrincipal.class).stream()
        .map(Principal::getName)
        .findFirst()
        .orElse("");
  }

  @Override
  public boolean validateUser(@Nullable String user, @Nullable String password) {
    return user != null && password != null && accounts.authenticate(user, password).isPresent();
  }

  @Override
  public boolean validateUserAndRole(
      @Nullable String user, @Nullable String password, Set<Role> roles, CheckType check) {
    return false; // An older way to ask; Artemis uses authorize.
  }
}
