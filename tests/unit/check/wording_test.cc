#include "generator/check/wording.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

namespace debrief {
namespace {

class WordingTest : public testing::Test {
 protected:
  const Wording wording_{{{"ole", "Ole Brandt", "", ""}, {"mikkel", "Mikkel Juhl", "", ""}}};
};

TEST_F(WordingTest, HumanErrorIsFoundWhereItIsTheCause) {
  for (const char* sentence : {
           "The root cause was human error.",
           "Human error.",
           "An operator mistake took the second node down as well.",
           "It comes down to developer error during the rollout.",
       }) {
    EXPECT_TRUE(wording_.human_error(sentence)) << sentence;
  }
}

TEST_F(WordingTest, HumanErrorIsLeftAloneWhereItIsGuardedAgainst) {
  for (const char* sentence : {
           "Nothing in the pipeline is resilient to human error.",
           "Why was human error possible here?",
           "No disruption is expected, unless a human mistake is made.",
           "The console allows a human error to reach production.",
           "This was not human error: two names differ by one letter.",
           "The form shows user error messages in English.",
           "Errors of the operator pod were not alerted on.",
       }) {
    EXPECT_EQ(wording_.human_error(sentence), std::nullopt) << sentence;
  }
}

TEST_F(WordingTest, SomebodyIsFoundWhereCausesAreTold) {
  for (const char* sentence : {
           "The on-call engineer did not check the lag of the replica.",
           "A developer skipped the staging step.",
           "Ole misconfigured the balancer.",
           "@mikkel accidentally removed the index.",
           "One of the DBAs ran the wrong script.",
           "Somebody forgot to renew the certificate.",
           "Henrike merged the broken migration.",
           "At 23:30, an engineer mistakenly wiped the primary instead of the replica.",
           "A team member, while looking into billing, inadvertently removed too many servers.",
           "Ole Brandt had pushed a bad build late on Friday.",
       }) {
    EXPECT_TRUE(wording_.person_as_cause(sentence)) << sentence;
  }
}

TEST_F(WordingTest, SystemsAreNobody) {
  for (const char* sentence : {
           "The scheduler skipped the staging step.",
           "Kubernetes ignored the annotation.",
           "The operator failed to update the status of the resource.",
           "The package manager ignored the pinned version.",
           "Terraform accidentally removed the index.",
           "We wrongly assumed that limits were set.",
           "The engineer failed to connect to the host: the bastion was down, too.",
           "The on-call engineer restarted the queue.",
           "Flux merged the broken release into the cluster.",
           "Nobody forgot anything; the reminder went to a dead mailbox.",
           "The script lets an engineer deploy although the check ignored errors.",
           "What if somebody forgot the flag?",
           "The default engine ignored the flag.",
       }) {
    EXPECT_EQ(wording_.person_as_cause(sentence), std::nullopt) << sentence;
  }
}

TEST_F(WordingTest, JudgementsAreFoundAnywhere) {
  for (const char* sentence : {
           "Mikkel should have tested the import first.",
           "The reviewer should not have waited for so long.",
           "The flag was carelessly left on.",
           "This was pure negligence.",
           "It was Ole's fault.",
           "She forgot to tell support.",
           "Ole should have noticed that this would break the import.",
           "The night shift made a stupid mistake.",
           "Developer B should have run it on staging first.",
           "They ought to have known better.",
       }) {
    EXPECT_TRUE(wording_.blame(sentence)) << sentence;
  }
}

TEST_F(WordingTest, FactsAreNoJudgements) {
  for (const char* sentence : {
           "The alert should have fired at 14:05.",
           "The on-call engineer should have been paged.",
           "A page fault of the kernel was logged.",
           "The disk's fault tolerance is one.",
           "The images are loaded lazily.",
           "Ole restarted the queue at 14:20.",
           "An engineer deleted the node pool at 09:12.",
           "Nobody is to blame for this.",
           "It is nobody's fault that the vendor changed the default.",
           "The check should have tested both sides.",
           "Sloppy quorum is switched on for this cluster.",
       }) {
    EXPECT_EQ(wording_.blame(sentence), std::nullopt)
        << sentence << " -> " << wording_.blame(sentence).value_or("");
  }
}

TEST(VagueAction, IsAResolution) {
  for (const char* text : {
           "Improve monitoring",
           "Better alerting and documentation",
           "Improve our tests.",
           "Increase test coverage",
           "Be more careful with migrations",
           "More careful next time",
           "Remind all developers to use staging",
           "Remind everybody of the checklist",
           "Train the on-call team",
           "Training for engineers",
           "Raise awareness of the limits",
           "Make sure this does not happen again",
           "Communicate better",
           "Monitoring",
           "Pay more attention to disk usage",
           "Better governance of excluded namespaces.",
       }) {
    EXPECT_TRUE(vague_action(text)) << text;
  }
}

TEST(VagueAction, IsNotWhatCanBeTicked) {
  for (const char* text : {
           "Alert when a lock is held for over 30 s",
           "Improve monitoring of the ledger: page at 80 % of its disk",
           "Train the spam model on the mails of March",
           "Send a reminder 21 days before a certificate ends",
           "Refuse deployments that have not been on staging",
           "Document the process of renewing the certificate",
           "Review firewall rules for the partner network",
           "Add tests for the fare import with an empty file",
       }) {
    EXPECT_EQ(vague_action(text), std::nullopt) << text;
  }
}

TEST(ToldAsDone, IsWhatWeHaveDone) {
  for (const char* text : {
           "We tweaked/adjusted the registry's pull limit",
           "We've advised the teams not to use single replicas",
           "We’ve already put the limit at 400.",
           "The service account with its roles has been documented",
           "I have replaced the certificate. The old one is revoked.",
       }) {
    EXPECT_TRUE(tells_that_it_is_done(text)) << text;
  }
}

TEST(ToldAsDone, IsNotWhatIsToBeDone) {
  for (const char* text : {
           "We need to streamline our pipelines",
           "We have added a backlog task for the alerts",
           "We agreed to talk about the limits",
           "We should have a talk about ingress",
           "Alert when a backup has been missed",
           "Check that the certificate has been replaced",
           "Refuse deployments that have not been on staging",
           "An issue has been created for this",
           "Verify the limit once it has been raised",
           "Has the certificate been replaced?",
           "Replace what has been used since 2019",
           "Set up alerts",
       }) {
    EXPECT_FALSE(tells_that_it_is_done(text)) << text;
  }
}

TEST(NobodyInParticular, IsATeam) {
  for (const char* owner : {"the team", "Team Payments", "platform team", "everyone", "SRE",
                            "all developers", "DevOps", "org/platform"}) {
    EXPECT_TRUE(is_nobody_in_particular(owner)) << owner;
  }
  for (const char* owner : {"alice", "Ole Brandt", "allan", "steam"}) {
    EXPECT_FALSE(is_nobody_in_particular(owner)) << owner;
  }
}

}  // namespace
}  // namespace debrief
