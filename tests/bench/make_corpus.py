#!/usr/bin/env python3
"""make_corpus.py N FOLDER [--seed S]: a knowledge base of N invented post-mortems.

For tests and measurements: equal arguments give equal bytes, on any machine and with any Python 3.6 or newer. A
post-mortem has about 1,100 words. They are drawn as in real texts: few are everywhere (Zipf's law), most are rare, and each
incident has words of its own. About three in ten are public.
"""
import argparse
import bisect
import datetime
import itertools
import os
import random

# ---- Vocabulary ----

# Words that hold sentences together: four tenths of all words.
GLUE = """the of to and a in was that for it on is with by at from had were as this not be which we after before but
when an all its until one been than more no so then into only their they there who has could did each would our out up
while because what other both during over how under between every again still against about first next same""".split()

# Words of the trade, the frequent ones first.
TRADE = """error request service traffic deploy latency queue database connection timeout alert retry cache cluster
region node customer release rollback config pool thread worker replica lock index migration schema certificate token
header payload batch consumer producer broker partition offset leader follower failover backup restore snapshot volume
disk memory heap kernel socket packet route gateway proxy balancer firewall resolver record zone domain registry image
container orchestrator scheduler quota limit throttle backoff jitter breaker bulkhead fallback canary flag toggle
pipeline artifact checksum version branch commit merge review runbook dashboard metric log trace span probe threshold
page escalation handover incident responder commander bridge channel ticket vendor contract invoice payment refund order
basket catalogue price stock shipment courier warehouse search ranking document crawler export report statement ledger
balance currency account session login password cookie consent email message template printer scanner sensor firmware
battery antenna clock drift timestamp timezone calendar midnight weekend holiday peak surge spike plateau baseline
regression benchmark profile sampler garbage collector allocation leak deadlock starvation race ordering duplicate
idempotency transaction isolation vacuum checkpoint journal compaction tombstone bloom shard rebalance gossip quorum
election lease heartbeat watchdog supervisor daemon cron window buffer stream cursor page-cache readahead throughput
bandwidth congestion handshake cipher keystore truststore intermediate root revocation expiry renewal rotation secret
vault policy role permission audit redaction retention archive deletion purge recovery verification rehearsal drill
simulation staging production sandbox tenant subscription webhook callback endpoint gateway-timeout parser encoder
decoder charset newline delimiter column row table view trigger procedure planner statistics histogram cardinality""".split()

WHAT_HAPPENED = [
    ("connection-pool", "connection pool", "The connection pool of {s} ran empty"),
    ("retry-storm", "retry storm", "A retry storm kept {s} down"),
    ("queue-backlog", "queue backlog", "A queue backlog delayed {s}"),
    ("disk-full", "disk full", "A disk full of old logs stopped {s}"),
    ("cache-stampede", "cache stampede", "A cache stampede slowed {s}"),
    ("schema-migration", "schema migration", "A schema migration locked the tables of {s}"),
    ("feature-flag", "feature flag", "A feature flag opened {s} too early"),
    ("bad-rollout", "rolling update", "A rolling update replaced every node of {s} at once"),
    ("certificate-expiry", "expired certificate", "An expired certificate cut off {s}"),
    ("vendor-outage", "vendor outage", "A vendor outage took {s} along"),
    ("contract-change", "response format", "A new response format confused {s}"),
    ("dns-record", "name resolution", "Name resolution failed for {s}"),
    ("clock-drift", "clock drift", "Clock drift made {s} refuse tokens"),
    ("unsafe-default", "unsafe default", "An unsafe default exposed {s}"),
    ("missing-alert", "missing alert", "A missing alert hid the loss of {s}"),
    ("silent-failure", "silent failure", "A silent failure emptied {s}"),
    ("race-condition", "race condition", "A race condition corrupted {s}"),
    ("query-plan", "query plan", "A query plan changed under {s}"),
]
CATEGORIES = [
    ("capacity", "Capacity", ["connection-pool", "retry-storm", "queue-backlog", "disk-full", "cache-stampede"]),
    ("change", "Change", ["schema-migration", "feature-flag", "bad-rollout"]),
    ("dependency", "Dependency", ["certificate-expiry", "vendor-outage", "contract-change"]),
    ("configuration", "Configuration", ["dns-record", "clock-drift", "unsafe-default"]),
    ("monitoring", "Monitoring", ["missing-alert", "silent-failure"]),
    ("data", "Data", ["race-condition", "query-plan"]),
]
CATEGORY_OF = {sub: category for category, _, subs in CATEGORIES for sub in subs}

SERVICES = [
    ("checkout", "Checkout"), ("basket", "Basket"), ("catalogue", "Catalogue"), ("price-list", "Price list"),
    ("stock-ledger", "Stock ledger"), ("ledger-db", "Ledger DB"), ("payout", "Payouts"), ("fraud-scoring", "Fraud scoring"),
    ("sign-in", "Sign-in"), ("mail-relay", "Mail relay"), ("push-hub", "Push hub"), ("edge-proxy", "Edge proxy"),
    ("kube-proxy", "Kube proxy"), ("image-resizer", "Image resizer"), ("site-search", "Site search"),
    ("recommender", "Recommender"), ("courier-api", "Courier API"), ("warehouse-bot", "Warehouse robots"),
    ("invoice-export", "Invoice export"), ("data-lake", "Data lake"), ("event-bus", "Event bus"),
    ("flag-store", "Flag store"), ("secret-vault", "Secret vault"), ("build-farm", "Build farm"),
]
PEOPLE = [
    ("amara", "Amara Diallo"), ("bjorn", "Björn Åkesson"), ("chiyo", "Chiyo Nakagawa"), ("dafydd", "Dafydd Pryce"),
    ("elzbieta", "Elżbieta Wójcik"), ("farid", "Farid Haddad"), ("greta", "Greta Lindholm"), ("hamza", "Hamza Qureshi"),
    ("ines", "Inês Carvalho"), ("jules", "Jules Lefèvre"), ("kofi", "Kofi Mensah"), ("lenka", "Lenka Dvořáková"),
]
TAGS = ["database", "network", "release", "vendor", "night", "peak-season", "near-miss", "repeat", "security", "data-loss",
        "certificates", "dns", "kubernetes", "postgres", "queue", "e-mail"]
ERRORS = ["ERR_CONN_RESET", "ERR_POOL_EMPTY", "HTTP 503", "HTTP 502", "HTTP 429", "SQLSTATE 40001", "SQLSTATE 57014",
          "ECONNREFUSED", "ETIMEDOUT", "E_LEASE_LOST", "X509_EXPIRED", "OOMKilled", "exit code 137", "NXDOMAIN"]
SETTINGS = ["max_connections", "pool.max_idle", "retry_budget", "statement_timeout", "worker_threads", "fsync_interval",
            "ttl_seconds", "queue.max_depth", "tls.min_version", "heartbeat_interval_ms"]
PLACES = ["Zürich", "São Paulo", "Kraków", "Malmö", "Οδησσός", "東京", "Düsseldorf", "Genève"]

SENTENCES = [
    "At the peak {n} requests a second ended in `{error}`.",
    "The host `{host}` reported {error} and left the cluster.",
    "We raised `{setting}` from {n} to {m}, which bought time but no cure.",
    "The {what} was visible on the dashboard of {service} {n} minutes before anybody looked.",
    "Customers in {place} saw {error} on about {p} % of all pages.",
    "`{service}` asked {other} again and again, and {other} had nothing left to answer with.",
    "{person} compared the {word} of {host} with that of its neighbour and found the {what}.",
    "Nobody had tried the {word} {word2} with more than {n} rows.",
    "It looked like <!-- internal: an older case -->{id}<!-- /internal -->, but the {word} was not involved this time.",
    "The {word} went back to version 4.{m}.{p} at once.",
]


def made_up_words(count):
    """Rare words: names of jobs, products, tables. The same on every machine."""
    draw = random.Random(20240229)
    onsets = "b br c ch cl d dr f fl g gr h j k kl l m n p pl pr qu r s sk st t th tr v w z".split()
    vowels = "a e i o u ai ea ou".split()
    codas = ["", "", "l", "m", "n", "nd", "r", "rt", "s", "st", "t", "x"]
    words, seen = [], set(GLUE) | set(TRADE)
    while len(words) < count:
        syllables = 2 + int(draw.random() * 1.6)
        word = "".join(pick(draw, onsets) + pick(draw, vowels) + pick(draw, codas) for _ in range(syllables))
        if word not in seen:
            seen.add(word)
            words.append(word)
    return words


def pick(draw, choices):
    return choices[int(draw.random() * len(choices))]


class Language:
    """Draws words: the one of rank r with a frequency like 1 / r, and beyond some thousands like 1 / r²."""

    def __init__(self):
        self.words = TRADE + made_up_words(60000)
        self.sums = list(itertools.accumulate(1 / (rank + 20) / (1 + rank / 4000) for rank in range(len(self.words))))

    def word(self, draw):
        if draw.random() < 0.4:
            return GLUE[int(len(GLUE) * draw.random() ** 2)]
        return self.words[bisect.bisect(self.sums, draw.random() * self.sums[-1])]


# ---- One post-mortem ----

class Incident:
    def __init__(self, number, total, language, seed):
        self.draw = random.Random(seed * 1000003 + number)
        self.language = language
        self.total = total
        draw = self.draw
        # Ten years, evenly; the hour and minute as they come.
        minutes = number * 5256000 // max(total, 1) + int(draw.random() * 1440)
        self.started = datetime.datetime(2015, 1, 5) + datetime.timedelta(minutes=minutes)
        self.id = "PM-%d-%05d" % (self.started.year, number)
        self.services = [pick(draw, SERVICES)]
        while draw.random() < 0.3 and len(self.services) < 3:
            other = pick(draw, SERVICES)
            if other not in self.services:
                self.services.append(other)
        self.sub, self.what, title = pick(draw, WHAT_HAPPENED)
        # A few words that this incident uses all the time, and few others at all.
        self.own = [self.language.words[int(len(self.language.words) * draw.random())] for _ in range(4)]
        self.title = "%s %s %s" % (title.format(s=self.services[0][1]), pick(draw, ["during", "after", "before"]),
                                   "the %s %s" % (self.own[0], pick(draw, TRADE[:120])))
        self.severity = ["SEV1", "SEV2", "SEV2", "SEV3", "SEV3", "SEV3", "SEV3", "SEV4"][int(draw.random() * 8)]
        self.duration = 4 + int(600 * draw.random() ** 3)
        self.people = [pick(draw, PEOPLE) for _ in range(3)]
        self.is_public = draw.random() < 0.3

    def sentence(self, least=0):
        """Made from a pattern if the draw is below 0.18; `least` keeps above that."""
        draw = self.draw
        kind = least + (1 - least) * draw.random()
        if kind < 0.18:
            text = pick(draw, SENTENCES)
            numbers = {"n": 2 + int(998 * draw.random() ** 2), "m": 1 + int(40 * draw.random()),
                       "p": 1 + int(80 * draw.random())}
            return text.format(
                error=pick(draw, ERRORS), setting=pick(draw, SETTINGS), place=pick(draw, PLACES), what=self.what,
                service=pick(draw, self.services)[0], other=pick(draw, SERVICES)[0], host=self.host(),
                person=pick(draw, self.people)[1].split()[0], word=pick(draw, TRADE[:60]), word2=pick(draw, self.own),
                id="PM-%d-%05d" % (2015 + int(draw.random() * 10), 1 + int(draw.random() * 9999)), **numbers)
        words = [self.language.word(draw) for _ in range(8 + int(14 * draw.random()))]
        if kind < 0.5:
            words[int(len(words) * draw.random())] = pick(draw, self.own)
        if kind > 0.85:
            words[int(len(words) * draw.random())] = self.what
        return words[0].capitalize() + " " + " ".join(words[1:]) + "."

    def host(self):
        return "%s-%02d.%s.corp.example" % (pick(self.draw, self.services)[0], 1 + int(40 * self.draw.random()),
                                            pick(self.draw, ["eu1", "eu2", "us1", "ap1"]))

    def paragraphs(self, count):
        return "\n\n".join(" ".join(self.sentence() for _ in range(3 + int(3 * self.draw.random()))) for _ in range(count))

    def at(self, minutes, form="%Y-%m-%dT%H:%M:00Z"):
        return (self.started + datetime.timedelta(minutes=minutes)).strftime(form)

    def phases(self):
        """Minutes from the start: detected, acknowledged, mitigated, resolved."""
        d = self.duration
        return [max(1, d // 8), max(2, d // 5), max(3, d * 3 // 4), d]

    def front_matter(self):
        detected, acknowledged, mitigated, resolved = self.phases()
        lines = [
            "id: " + self.id, 'title: "%s"' % self.title, "severity: " + self.severity,
            "services: [%s]" % ", ".join(name for name, _ in self.services),
            "causes: [%s/%s%s]" % (CATEGORY_OF[self.sub], self.sub, ", monitoring" if self.draw.random() < 0.25 else ""),
            "status: published", "visibility: " + ("public" if self.is_public else "internal"),
            "started: " + self.at(0), "detected: " + self.at(detected), "acknowledged: " + self.at(acknowledged),
            "mitigated: " + self.at(mitigated), "resolved: " + self.at(resolved),
            "tags: [%s]" % ", ".join(sorted({pick(self.draw, TAGS) for _ in range(2)})),
            "authors: [%s]" % self.people[0][0],
            'summary: "%s"' % self.sentence(0.18),
        ]
        return "---\n" + "\n".join(lines) + "\n---\n"

    def timeline(self):
        detected, acknowledged, mitigated, resolved = self.phases()
        entries = [(detected, "Detected: " + self.sentence()), (acknowledged, "Acknowledged by " + self.people[0][1]),
                   (mitigated, "Mitigated: " + self.sentence()), (resolved, "Resolved: " + self.sentence())]
        entries += [(int(resolved * self.draw.random()), self.sentence()) for _ in range(4)]
        entries.sort(key=lambda entry: entry[0])
        return "\n".join("- %s - %s" % (self.at(minutes, "%Y-%m-%d %H:%M"), text) for minutes, text in entries)

    def actions(self):
        lines = []
        for _ in range(4):
            done = self.draw.random() < 0.6
            due = (self.started + datetime.timedelta(days=7 + int(60 * self.draw.random()))).strftime("%Y-%m-%d")
            lines.append("- [%s] [P%d] Add a %s for the %s of %s - @%s - Due %s" % (
                "x" if done else " ", 1 + int(3 * self.draw.random()), pick(self.draw, TRADE[:150]),
                pick(self.draw, TRADE[:150]), pick(self.draw, self.services)[1], pick(self.draw, self.people)[0], due))
        return "\n".join(lines)

    def text(self):
        parts = [self.front_matter(), "## Summary", self.paragraphs(2), "## Impact", self.paragraphs(2),
                 "## Timeline (UTC)", self.timeline(), "## Root cause", self.paragraphs(5), "## Contributing factors",
                 "\n".join("- " + self.sentence() for _ in range(3)), "## Resolution", self.paragraphs(3),
                 "## Lessons learned", self.paragraphs(3), "## Action items", self.actions()]
        return "\n\n".join(parts) + "\n"


# ---- The knowledge base ----

def configuration():
    return """title: Generated post-mortems
language: en
time_zone: Europe/Berlin
views:
  internal:
    base_url: https://wiki.example/
  public:
    base_url: https://status.example/
"""


def vocabulary(rows):
    return "".join("- {id: %s, name: %s, public: yes}\n" % row for row in rows)


def causes():
    names = {sub: what.capitalize() for sub, what, _ in WHAT_HAPPENED}
    text = ""
    for category, name, subs in CATEGORIES:
        text += "- id: %s\n  name: %s\n  public: yes\n  children:\n" % (category, name)
        text += "".join("    - {id: %s, name: %s}\n" % (sub, names[sub]) for sub in subs)
    return text


def people():
    return "".join('- {handle: %s, name: "%s", role: an engineer}\n' % row for row in PEOPLE)


def write(folder, path, text):
    path = os.path.join(folder, path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("count", type=int)
    parser.add_argument("folder")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()

    write(options.folder, "debrief.yaml", configuration())
    write(options.folder, "services.yaml", vocabulary(SERVICES))
    write(options.folder, "causes.yaml", causes())
    write(options.folder, "people.yaml", people())
    language = Language()
    for number in range(1, options.count + 1):
        incident = Incident(number, options.count, language, options.seed)
        write(options.folder, "incidents/%d/%s.md" % (incident.started.year, incident.id.lower()), incident.text())


main()
