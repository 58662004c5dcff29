import { expireApplications } from '@/lib/coalition/expire-applications'
import { purgeCounts } from '@/lib/integrity/limits/purge-counts'
import { forgetProofs } from '@/lib/integrity/proof/forget-proofs'
import { forgetHeads } from '@/lib/ledger/forget-heads'
import { clearNetworkTags } from '@/lib/mail/clear-network-tags'
import { deleteOldMail } from '@/lib/mail/delete-old-mail'
import { forgetSuppressions } from '@/lib/mail/suppression/forget-suppressions'
import { lapseSheets } from '@/lib/paper/lapse-sheets'
import { forgetAsides } from '@/lib/petitions/texts/forget-asides'
import { forgetBulkItems } from '@/lib/signatures/bulk/forget-bulk-items'
import { coarsen } from '@/lib/signatures/coarsen'
import { forgetErasures } from '@/lib/signatures/erasures/forget-erasures'
import { expire } from '@/lib/signatures/expire'
import { lapse } from '@/lib/signatures/lapse'
import { forgetLinks } from '@/lib/signatures/own/forget-links'
import { purgeSoloQuota } from '@/lib/signatures/solo-quota/purge-solo-quota'
import { forgetSpentLinks } from '@/lib/signatures/spent-links'
import { trimForms } from '@/lib/signatures/trim-forms'
import { purgeSponsors } from '@/lib/staff/approvals/bound'
import { purgeBrowsers } from '@/lib/staff/browser/purge-browsers'
import { forgetOldSessions } from '@/lib/staff/forget-old-sessions'
import { purgeStaffNotices } from '@/lib/staff/notices/purge-staff-notices'
import { forgetDayKeys } from '@/lib/vault/day-key'

/** A kind of personal data, or of what could lead to a person. */
interface Kept {
  /** Words: `privacy.kept.<id>` (what, why, how long, who sees it). */
  id: string
  /** Where it lies: table and columns. Empty where it is never stored. */
  columns: Record<string, string>
  /** Deletes what is over; run every hour. None: what it depends on is deleted with another entry. */
  lapse: ((now: Date) => Promise<unknown>)[]
}

/**
 * All that is kept about people: what, why, how long, who sees it. The privacy notice is made from it, the worker
 * deletes by it, and a test fails while a column of the database is neither here nor known to be impersonal.
 */
export const register = [
  {
    id: 'entered',
    columns: {
      signature: 'sealed locale country display updates has_comment via text_sha256',
      pending_signature: 'sealed own locale country display updates has_comment via text_sha256',
    },
    lapse: [trimForms, expire, lapse],
  },
  {
    id: 'progress',
    columns: {
      signature: 'state received_at confirmed_at counted_at withdrawn_at leaf_index',
      pending_signature: 'received_at',
    },
    lapse: [coarsen, forgetHeads],
  },
  {
    id: 'recognised',
    columns: {
      signature: 'email_index token_hash content_mac commitment mailbox_index',
      pending_signature: 'email_index form token_hash content_mac commitment mailbox_index domain_index',
      // Goes with its signature, by the database itself.
      signature_name: 'email_index name_index',
    },
    lapse: [],
  },
  {
    id: 'mail',
    columns: {
      mail: 'address_index id kind petition_id email_index form network solved sealed queued_at not_before batch_id first_attempt_at attempts sent_at failed_at failure update_id',
      signer_update: 'cursor',
    },
    lapse: [clearNetworkTags, deleteOldMail],
  },
  {
    id: 'suppressed',
    columns: {
      suppression: 'address_hash reason suppressed_at',
      suppressed_signature: 'petition_id email_index address_hash',
      provider_event: 'id received_at',
    },
    lapse: [forgetSuppressions],
  },
  {
    id: 'shown',
    columns: {
      comment: 'petition_id email_index decision reason decided_at comment_mac content_mac text name',
      listed_signer: 'petition_id email_index name content_mac batch place',
    },
    lapse: [],
  },
  {
    id: 'privateLink',
    columns: {
      own_link: 'token_hash kind address_index sealed expires_at',
      receipt_request: 'token_hash requested_at answer',
      spent_link: 'token_hash reason forget_on',
    },
    lapse: [forgetLinks, forgetSpentLinks],
  },
  { id: 'draft', columns: { day_key: 'key' }, lapse: [forgetDayKeys] },
  {
    id: 'doubt',
    columns: { signature: 'signals suspicious appeal appealed_at', pending_signature: 'signals suspicious' },
    lapse: [],
  },
  {
    id: 'network',
    columns: { spent_proof: 'hash expires_at', limit_count: 'name hour count' },
    lapse: [forgetProofs, purgeCounts],
  },
  { id: 'erased', columns: { erasure: 'hash erased_at filed_at' }, lapse: [forgetErasures] },
  {
    id: 'application',
    columns: {
      application:
        'applicant_index kind country state locale sealed own token_hash received_at confirmed_at decided_at decided_by',
    },
    lapse: [expireApplications],
  },
  {
    id: 'representative',
    columns: {
      co_signature: 'sealed locale',
      co_signature_event: 'staff_id at',
      invitation: 'token_hash created_at expires_at used_at revoked_at',
    },
    lapse: [],
  },
  {
    id: 'paper',
    columns: {
      paper_sheet: 'sealed scan_index entered_by entered_at',
      paper_scan: 'sealed',
      paper_count: 'counted_by counted_at',
    },
    lapse: [lapseSheets],
  },
  {
    id: 'member',
    columns: { member: 'name affiliation aliases search website', member_text: 'name affiliation' },
    lapse: [],
  },
  {
    id: 'staff',
    columns: {
      staff:
        'id email email_verified role created_at disabled_at totp_secret totp_since totp_step wrong_codes wrong_code_at signed_in_at',
      staff_session: 'id session_token user_id expires created_at device second_factor_at factor challenge',
      staff_link: 'identifier token expires',
      desk_draft: 'id session_id box kept_at',
      staff_passkey: 'id user_id public_key counter transports name created_at used_at',
      staff_recovery_code: 'user_id hash used_at',
      staff_sponsor: 'staff_id sponsor_id since',
      staff_notice: 'id staff_id kind detail noticed_at mailed_at',
      staff_browser: 'staff_id token_hash used_on',
    },
    lapse: [forgetOldSessions, purgeStaffNotices, purgeSponsors, purgeBrowsers],
  },
  {
    id: 'record',
    columns: {
      audit_entry: 'at staff_id signed_in verb subject detail',
      approval: 'asked_by decided_by stopped_by reason',
      data_export: 'asked_by agreed_by reason',
      bulk_act: 'asked_by approved_by',
      signer_update: 'created_by started_by approved_by',
      comment: 'decided_by',
      bulk_item: 'email_index seen done_at changed',
      solo_quota: 'scope key taken_at',
      petition_aside: 'staff_id',
      petition_draft: 'edited_by',
    },
    lapse: [forgetBulkItems, purgeSoloQuota, forgetAsides],
  },
] as const satisfies Kept[]
