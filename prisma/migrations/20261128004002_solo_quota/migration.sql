-- One quota for every verb that moves many signatures.
ALTER TABLE "lone_removal" RENAME TO "solo_quota";
ALTER TABLE "solo_quota" RENAME CONSTRAINT "lone_removal_pkey" TO "solo_quota_pkey";
ALTER TABLE "solo_quota" RENAME CONSTRAINT "lone_removal_scope_known" TO "solo_quota_scope_known";
ALTER TABLE "solo_quota" RENAME CONSTRAINT "lone_removal_hundred_a_day" TO "solo_quota_hundred_a_day";

-- Two people for every act on more than that (lib/signatures/solo-quota/solo-quota.ts). Not asked of acts that are done.
ALTER TABLE "bulk_act" DROP CONSTRAINT "bulk_act_two_people";
ALTER TABLE "bulk_act" ADD CONSTRAINT "bulk_act_two_people" CHECK (
    NOT (total > 100 AND stage IN ('running', 'done'))
    OR (approved_by IS NOT NULL AND approved_by <> asked_by)) NOT VALID;

-- What staff brought into the count, by day, in the public correction log.
-- CreateTable
CREATE TABLE "ledger_release" (
    "petition_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "approvals" SMALLINT NOT NULL,
    "signatures" BIGINT NOT NULL,

    CONSTRAINT "ledger_release_pkey" PRIMARY KEY ("petition_id","day","reason","approvals"),
    CONSTRAINT "ledger_release_reason_known" CHECK (reason IN ('reviewed', 'restored')),
    CONSTRAINT "ledger_release_numbers" CHECK (signatures > 0 AND approvals IN (1, 2))
);
