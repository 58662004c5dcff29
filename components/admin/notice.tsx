import { isId } from '@/lib/input/id'
import type { AdminPageProps } from './admin-page'
import { NoticeFocus } from './notice-focus'

/** What a page says after something was done, or was not. The address holds a code, never a text. */
const done: Record<string, string> = {
  signed_out: 'You are signed out.',
  session_ended: 'The session is ended.',
  others_ended: 'All your other sessions are ended.',
  passkey_added: 'Passkey added. A second one, kept elsewhere, lets you in if you lose this one.',
  factor_removed: 'Removed. If it was lost or stolen, end your other sessions too.',
  sessions_ended: 'Those sessions are ended.',
  invited: 'Invitation sent: a link that works once, within 24 hours.',
  disabled: 'Access disabled. All their sessions have ended.',
  traced: 'The row comes from this file.',
  held: 'Held. The signer’s page says that it is being checked.',
  released: 'Released.',
  removed: 'Removed. If it was counted, the count changes within minutes, with the next batch.',
  undone: 'Undone. The signature is as it was before.',
  restored: 'Restored. If it was confirmed, it is counted within minutes, with the next batch.',
  resent: 'Email queued.',
  saved: 'Saved.',
  webhook_secret: 'The secret is saved. Messages are signed with it from now on.',
  webhook_test: 'Test message queued. It is sent within seconds; reload to see the answer.',
  webhook_paused: 'Paused. What happens meanwhile waits for 30 days.',
  webhook_resumed: 'Resumed. What waited is sent now.',
  webhook_removed: 'Removed. Nothing more is sent there.',
  discarded: 'Discarded.',
  asked: 'Approval requested. Nothing happens until a second person approves.',
  started: 'Sending.',
  stopped: 'Stopped. Nothing more is queued.',
  reopened: 'Decision reopened. The comment awaits review and is not shown.',
  lifted: 'Suppression lifted.',
  text_saved: 'Saved. The public cannot see it until it is published.',
  text_published: 'Published. It is public within ten seconds, once the petition is open.',
  agreed: 'Approved and executed.',
  scheduled: 'Approved and scheduled. All owners are emailed, and anyone on the staff can stop it until then.',
  approval_stopped: 'Stopped. Nothing was done.',
  refused: 'Refused. Nothing was done.',
  published: 'Published. It is public within ten seconds.',
  taken_off: 'Removed from the site. It is kept here.',
  drafted: 'Draft of the next version created: a copy of the latest one, in all languages.',
  draft_discarded: 'Draft discarded.',
  address_removed: 'Address removed.',
  document_added: 'Added. It is public within ten seconds.',
  document_removed: 'Document and file deleted.',
  letter_opened: 'Open. It is public within ten seconds, and organisations can be invited.',
  letter_closed: 'Closed. It takes no more co-signatures.',
  contact_added: 'Contact added. The first link is on its way to them.',
  contact_removed: 'Contact removed. Their links and sessions have ended.',
  co_signature_approved: 'Accepted. The organisation appears as a signatory within ten seconds.',
  co_signature_declined: 'Declined. It does not appear as a signatory.',
  application_accepted: 'Accepted. Now add them to the members list.',
  application_declined: 'Declined. The application is deleted in 30 days; write to the applicant before then.',
  answer_removed: 'Answer removed. It disappears from the petition’s page within ten seconds.',
  sheet_entered: 'Entered. It counts once a second person has counted the same number.',
  sheet_waiting: 'Saved. Awaiting the other person’s count.',
  sheet_differs: 'The two counts do not match. Nothing has been added; please both count again.',
  sheet_approved: 'The counts match. The sheet is added to the count within minutes, with the next batch.',
  sheet_discarded: 'Sheet and scan deleted.',
  sheet_withdrawn: 'Withdrawn. The count changes within minutes, with a public correction.',
}

const problems: Record<string, string> = {
  link: 'This link has been used, has expired, or is incomplete. Request a new one.',
  code: 'Incorrect code. Codes change every 30 seconds and work only once.',
  passkey: 'Passkey not accepted: it took too long, or it is not yours. Try again.',
  too_many: 'You have ten passkeys. Remove one first.',
  last_factor: 'This is your last second factor. Add another one first.',
  locked: 'Too many wrong codes. Wait a quarter of an hour and try again.',
  changed: 'This changed after you opened the page. Nothing was saved; you now see the current version.',
  unknown: 'This signature no longer exists.',
  mails_wait: 'Emails to this address are still waiting: at most four are sent in an hour. Try again later.',
  reason: 'Choose a reason.',
  columns_missing: 'Choose at least one column.',
  columns_unknown: 'Unknown column.',
  format: 'Unknown format.',
  filter_unreadable: 'Part of the filter could not be read: see below. Nothing was requested.',
  search_long: 'That search is too long. Enter one address, one name or one reference.',
  kept: 'Your session had ended. Nothing was saved, but what you typed is kept for you alone: sign in, and you are back at it.',
  numbers:
    'Something changed after you opened the page. Nothing was done. Below is how it is now; what you typed is kept.',
  unreadable: 'The form could not be read. Nothing was done.',
  days_only: 'One person alone can export by whole days (UTC) only. Exact times need a second person.',
  country_alone:
    'The public table does not name this country: few signed there, or it is never named. An export of it needs a second person.',
  state_not_exported:
    'Signatures in that state cannot be exported: withdrawn and removed ones never, names only of counted and confirmed ones.',
  recipient: 'Names and addresses are exported only encrypted: enter the reader’s age public key (age1…).',
  why: 'Enter the purpose.',
  no_export: 'You did not request this file.',
  not_agreed: 'A second person must approve it first.',
  file_gone:
    'This file is no longer available (downloaded, three attempts used, or expired after a day). Request a new one.',
  being_fetched: 'This file is already being downloaded. If the download was interrupted, start again in two minutes.',
  export_unreadable: 'The request for this file can no longer be read. Request a new one.',
  more_rows: 'It now contains more signatures than the second person was shown. Request a new one.',
  no_key: 'This server cannot open names. Download the file from an admin server with the private key.',
  not_ours: 'This mark does not come from any of our files, or the reference does not belong to it.',
  role_missing: 'Choose a role.',
  email_invalid: 'That is not an email address.',
  there_already: 'A current or former member of staff has this address. See the list.',
  last_owner: 'This is the last owner with access. Add another owner first.',
  text: 'A text needs a one-line subject and a body. Your input is kept below.',
  text_invalid: 'A subject or a text is too long, or holds characters that an email cannot. Your input is kept below.',
  no_english: 'It needs an English text first.',
  nobody: 'No recipients.',
  asked: 'Approval already requested.',
  none_marked: 'Choose a decision.',
  review_over: 'Your review session has ended. Start again to go on; nothing decided is lost.',
  undo_late: 'Too late to undo: it has taken effect, or a second person was asked.',
  none_chosen: 'Choose at least one signature.',
  one_petition: 'Choose signatures of one petition.',
  bound: 'One of you invited the other, or changed their access, within the last 14 days: someone else must decide.',
  asker_gone: 'The requester no longer has permission.',
  not_you: 'You no longer have permission to decide this.',
  nobody_left:
    'Nobody would be left to decide. Disable access on the server instead: npm run staff:disable -- name@example.org',
  asked_before: 'You already requested this within the last seven days. Someone else must request it.',
  own: 'You requested this yourself, or it concerns you: someone else must approve it.',
  petition_missing: 'Choose the petition.',
  too_wide: 'A rule needs at least one condition besides the petition.',
  domain_invalid: 'Enter a domain, such as example.org.',
  needs_two:
    'One person has already changed a hundred signatures within 24 hours, by you or on this petition. Select it in the list of signatures to request a second person’s approval.',
  quota_used:
    'A hundred signatures were already changed or emailed within 24 hours without a second person, by you or on this petition. Try again later.',
  number: 'Enter the number in digits: from 1 to 5,000.',
  no_text: 'It needs an English text first; an activity also needs a source.',
  why_missing: 'Enter a reason (no names).',
  draft_exists: 'There is already a draft of the next version.',
  webhook_changed: 'This webhook has changed meanwhile. Nothing was done.',
  no_sheet: 'This sheet no longer exists.',
  waits: 'Approval already requested.',
  delivery_day: 'That day is before the petition opened, or more than 90 days from now. Nothing was requested.',
  addressees: 'Enter one to ten recipients, one a line, each at most 200 characters.',
  slug_invalid: 'Use lower-case letters, numbers and single hyphens between them, 80 characters at most.',
  slug_taken: 'Another petition has this address. Choose a different one.',
  slug_fixed: 'A text has been published: the address is part of what people sign and cannot change.',
  goal_invalid: 'The goal must be a whole number above zero.',
  text_missing: 'Publish the English text first.',
  time_over: 'It was opened so long ago that signers’ data could no longer be kept. It stays closed.',
  day_invalid: 'That day is in the future, or before the petition opened. Nothing was done.',
  plan_invalid:
    'Scheduled days must be in the future, and the last day to sign cannot be before the first. Nothing was changed.',
  waits_or_changed: 'Approval already requested, or the petition has changed since.',
  draft_conflict: 'Someone else saved while you were writing. Nothing is lost: both versions are below.',
  unfinished: 'A field is still empty or too long. Nothing was published.',
  same: 'This is already published. Nothing was changed.',
  no_request: 'Nothing here needs your second factor: it was already done, or its session has ended.',
  zone_unknown: 'Choose a time zone from the list.',
  undo_over:
    'This can no longer be undone: the minute is over, it was undone already, or a review or a bulk action has changed the signature since. Nothing was done; the history says what happened.',
  undo_changed:
    'Somebody has changed this signature since. Nothing was undone; the history says who changed it and when.',
  undo_published:
    'The public correction of this removal is in the ledger already, so it cannot be undone. Restore counts the signature anew.',
  role: 'You don’t have permission to do that. Nothing was changed.',
}

interface Props extends Pick<AdminPageProps, 'searchParams'> {
  /** Codes of what was done that the page says itself, with Undo. */
  except?: string[]
}

export async function Notice({ searchParams, except = [] }: Props) {
  const query = await searchParams
  const good = except.includes(String(query.done)) ? undefined : said(done, query.done)
  const bad = said(problems, query.problem)
  return (
    <>
      {good && (
        <NoticeFocus>
          <p className="notice" role="status" tabIndex={-1}>
            {good}
          </p>
        </NoticeFocus>
      )}
      {bad && (
        <NoticeFocus>
          <p className="notice wrong" role="alert" tabIndex={-1}>
            {bad}
            {isId(query.kept) && (
              <>
                {' '}
                <a href={`/admin/kept/${query.kept}`}>What you typed is kept.</a>
              </>
            )}
          </p>
        </NoticeFocus>
      )}
    </>
  )
}

/** Own keys only: every object has a `constructor`, too. */
function said(table: Record<string, string>, code: unknown): string | undefined {
  return typeof code === 'string' && Object.hasOwn(table, code) ? table[code] : undefined
}
