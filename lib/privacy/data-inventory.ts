import { purgeBulkItems } from '@/lib/bulk-actions/purge-bulk-items'
import { purgeAsked } from '@/lib/coalition/ask-to-co-sign/purge-asked'
import { purgeMemberAccess } from '@/lib/coalition/member-access/purge-member-access'
import { purgeProposals } from '@/lib/coalition/member-proposals/purge-proposals'
import { purgeApplications } from '@/lib/coalition/purge-applications'
import { purgeNames } from '@/lib/delivery/names/purge-names'
import { purgeErasures } from '@/lib/erasure/purge-erasures'
import { purgeIncidents } from '@/lib/floods/incidents/purge-incidents'
import { purgeCounts } from '@/lib/integrity/limits/purge-counts'
import { purgeProofs } from '@/lib/integrity/proof/purge-proofs'
import { purgeCheckpointFiles } from '@/lib/ledger/purge-checkpoint-files'
import { clearNetworkTags } from '@/lib/mail/clear-network-tags'
import { purgeMail } from '@/lib/mail/purge-mail'
import { purgeSuppressions } from '@/lib/mail/suppression/purge-suppressions'
import { purgeSheets } from '@/lib/paper/purge-sheets'
import { purgeDraftConflicts } from '@/lib/petitions/texts/purge-draft-conflicts'
import { purgeClaims } from '@/lib/review/purge-claims'
import { purgeAccessLinks } from '@/lib/self-service/purge-access-links'
import { clearNetworkGroups } from '@/lib/signatures/clear-network-groups'
import { coarsen } from '@/lib/signatures/coarsen'
import { purgeDomains } from '@/lib/signatures/mail-domains/purge-domains'
import { purgeSignatures } from '@/lib/signatures/purge-signatures'
import { purgeUnconfirmed } from '@/lib/signatures/purge-unconfirmed'
import { purgeChanges } from '@/lib/signatures/recent-change/purge-changes'
import { purgeSoloQuota } from '@/lib/signatures/solo-quota/purge-solo-quota'
import { purgeSpentLinks } from '@/lib/signatures/spent-links'
import { trimForms } from '@/lib/signatures/trim-forms'
import { purgeSponsors } from '@/lib/staff/approvals/bound'
import { purgeBrowsers } from '@/lib/staff/browser/purge-browsers'
import { purgeKeptForms } from '@/lib/staff/drafts/kept-form'
import { purgeStaffNotices } from '@/lib/staff/notices/purge-staff-notices'
import { purgeSessions } from '@/lib/staff/purge-sessions'
import { purgeDayKeys } from '@/lib/vault/day-key'

/** A category of personal data, or of data that could lead to a person. */
interface DataCategory {
  /** Words: `privacy.kept.<id>` (what, why, how long, who sees it). */
  id: string
  /** Its tables and columns. Empty if it is never stored. */
  columns: Record<string, string>
  /** The jobs that delete it, run every hour. Empty: it is deleted together with another category. */
  purges: ((now: Date) => Promise<unknown>)[]
}

/**
 * All personal data kept: what, why, how long, who sees it. The privacy notice is generated from it and the worker
 * deletes by it; a test fails while a column of the database is neither here nor in `nonPersonalColumns`.
 */
export const dataInventory = [
  {
    id: 'entered',
    columns: {
      signature: 'sealed locale country display updates has_comment via text_sha256',
      pending_signature: 'sealed own locale country display updates has_comment via text_sha256',
      // As chosen, and encrypted to an addressee.
      delivery_names: 'file marks shown',
    },
    purges: [trimForms, purgeUnconfirmed, purgeSignatures, purgeNames],
  },
  {
    id: 'progress',
    columns: {
      signature: 'state received_at confirmed_at counted_at withdrawn_at leaf_index',
      pending_signature: 'received_at no_reminder',
    },
    purges: [coarsen, purgeCheckpointFiles],
  },
  {
    id: 'recognised',
    columns: {
      signature: 'email_index token_hash content_mac commitment mailbox_index',
      pending_signature: 'email_index form token_hash content_mac commitment mailbox_index domain_index',
      // Deleted with its signature, by the foreign key.
      signature_name: 'email_index name_index',
      signature_domain: 'email_index domain_index',
      mail_domain: 'domain_index sealed',
    },
    purges: [purgeDomains],
  },
  {
    id: 'mail',
    columns: {
      mail: 'address_index id kind petition_id email_index form network solved sealed queued_at not_before batch_id first_attempt_at attempts sent_at failed_at failure mailing_id',
      mailing: 'cursor',
    },
    purges: [clearNetworkTags, purgeMail],
  },
  {
    id: 'suppressed',
    columns: {
      suppression: 'address_hash reason suppressed_at',
      suppressed_signature: 'petition_id email_index address_hash',
      provider_event: 'id received_at',
    },
    purges: [purgeSuppressions],
  },
  {
    id: 'shown',
    columns: {
      comment: 'petition_id email_index decision reason decided_at comment_mac content_mac text name',
      published_signer: 'petition_id email_index name content_mac batch place',
    },
    purges: [],
  },
  {
    id: 'privateLink',
    columns: {
      access_link: 'token_hash kind address_index sealed expires_at',
      receipt_request: 'token_hash requested_at answer',
      spent_link: 'token_hash reason purge_on',
    },
    purges: [purgeAccessLinks, purgeSpentLinks],
  },
  { id: 'draft', columns: { day_key: 'key' }, purges: [purgeDayKeys] },
  {
    id: 'doubt',
    columns: {
      signature: 'signals suspicious appeal appealed_at appeal_answer appeal_answered_at',
      pending_signature: 'signals suspicious',
    },
    purges: [],
  },
  {
    id: 'network',
    columns: { spent_proof: 'hash expires_at', limit_count: 'name hour count' },
    purges: [purgeProofs, purgeCounts],
  },
  {
    id: 'networkGroup',
    columns: { signature: 'network_group', pending_signature: 'network_group' },
    purges: [clearNetworkGroups],
  },
  { id: 'erased', columns: { erasure: 'hash erased_at filed_at' }, purges: [purgeErasures] },
  {
    id: 'application',
    columns: {
      application:
        'applicant_index kind country state locale sealed own token_hash received_at confirmed_at decided_at decided_by',
    },
    purges: [purgeApplications],
  },
  {
    id: 'representative',
    columns: {
      co_signature: 'sealed locale domain contact_id',
      co_signature_event: 'staff_id at',
      invitation: 'token_hash created_at expires_at used_at revoked_at',
    },
    purges: [purgeAsked],
  },
  {
    id: 'memberContact',
    columns: {
      member_contact: 'id member_id address_index sealed added_at',
      member_access: 'token_hash kind contact_id expires_at',
    },
    purges: [purgeMemberAccess],
  },
  {
    id: 'paper',
    columns: {
      paper_sheet: 'sealed scan_index entered_by entered_at',
      paper_scan: 'sealed',
      paper_count: 'counted_by counted_at',
    },
    purges: [purgeSheets],
  },
  {
    id: 'member',
    columns: {
      member: 'name affiliation description aliases search website',
      member_text: 'name affiliation description',
      member_logo: 'member_id sha256 width height bytes',
      member_proposal: 'id member_id part content picture proposed_at decided_at reason corrected',
    },
    purges: [purgeProposals],
  },
  {
    id: 'staff',
    columns: {
      staff:
        'id email name name_folded email_verified role created_at disabled_at totp_secret totp_since totp_step wrong_codes wrong_code_at signed_in_at time_zone language theme digested_on notices_off notices_digested set_up_hidden',
      staff_session: 'id session_token user_id expires created_at device second_factor_at factor challenge totp_secret',
      staff_link: 'identifier token expires',
      saved_form: 'id session_id box kept_at',
      kept_form: 'id user_id session_id box kept_at',
      saved_view: 'id staff_id name query created_at',
      staff_passkey: 'id user_id public_key counter transports name created_at used_at',
      staff_recovery_code: 'user_id hash used_at',
      staff_sponsor: 'staff_id sponsor_id since',
      staff_notice: 'id staff_id kind detail noticed_at mailed_at once timing',
      staff_browser: 'staff_id token_hash used_on',
    },
    purges: [purgeSessions, purgeKeptForms, purgeStaffNotices, purgeSponsors, purgeBrowsers],
  },
  {
    id: 'record',
    columns: {
      audit_entry: 'at staff_id signed_in verb subject detail',
      approval: 'asked_by decided_by stopped_by reason',
      data_export: 'asked_by approved_by reason zone',
      export_recipient: 'added_by',
      bulk_action: 'asked_by approved_by',
      mailing: 'created_by started_by approved_by',
      comment: 'decided_by',
      bulk_item: 'email_index expected done_at changed',
      solo_quota: 'scope key taken_at',
      recent_change: 'email_index staff_id before leaf_index counted_at mailbox_index commitment made_at',
      review_claim: 'email_index staff_id expires_at verdict batch decided_at due_at action_id together',
      incident: 'flood_key staff_id state_at reason',
      draft_conflict: 'staff_id',
      petition_draft: 'edited_by',
    },
    purges: [purgeBulkItems, purgeSoloQuota, purgeDraftConflicts, purgeClaims, purgeChanges, purgeIncidents],
  },
] as const satisfies DataCategory[]
