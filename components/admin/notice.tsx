import type { DeskPageProps } from './admin-page'

/** What a page says after something was done, or was not. The address holds a code, never a text. */
const done: Record<string, string> = {
  signed_out: 'You are signed out.',
  session_ended: 'The session is ended.',
  others_ended: 'All your other sessions are ended.',
  passkey_added: 'The passkey is added. A second one, kept elsewhere, lets you in when this one is lost.',
  factor_removed: 'It is removed. If it was lost or taken, end your other sessions too.',
  sessions_ended: 'Those sessions are ended.',
  invited: 'The invitation is on its way: a link that works once, within 24 hours.',
  disabled: 'Shut out. All their sessions are ended.',
  traced: 'The row comes from this file.',
  held: 'Held. Its signer reads that it is being checked.',
  released: 'Released.',
  removed: 'Removed. If it was counted, the count follows within minutes, with the next batch.',
  restored: 'Restored. If it was confirmed, it is counted within minutes, with the next batch.',
  resent: 'Its mail is on its way.',
  saved: 'Saved.',
  discarded: 'Thrown away.',
  asked: 'A second person is asked. Nothing is done until then.',
  started: 'It is being sent.',
  stopped: 'Stopped. Nothing more is queued.',
  decided: 'Recorded. What is approved is shown within seconds.',
  reopened: 'The decision is taken back. The comment waits to be decided anew, and is not shown.',
  lifted: 'Its address gets mail again.',
  text_saved: 'Saved. Nobody outside sees it before it is published.',
  text_published: 'Published. Everybody reads it within ten seconds, once the petition is open.',
  agreed: 'You agreed, and it is done.',
  scheduled: 'You agreed. It is scheduled, all owners are mailed, and anyone of the staff can stop it until then.',
  approval_stopped: 'Stopped. Nothing was done.',
  refused: 'Refused. Nothing was done.',
  published: 'Published. Everybody sees it within ten seconds.',
  taken_off: 'Taken off the site. It is kept here.',
  drafted: 'A draft of the next version: a copy of the newest one, in all languages.',
  draft_discarded: 'The draft is thrown away.',
  address_removed: 'The address is taken away.',
  letter_opened: 'Open. It is public within ten seconds, and organisations can be invited.',
  letter_closed: 'Closed. It takes no more co-signatures.',
  co_signature_approved: 'Accepted. The organisation stands under the letter within ten seconds.',
  co_signature_declined: 'Declined. It does not stand under the letter.',
  application_accepted: 'Accepted. A member is made of it in a step of its own.',
  application_declined: 'Declined. What was entered is deleted in 30 days; write to the applicant before.',
  sheet_entered: 'Entered. It counts once a second person has come to the same number.',
  sheet_waiting: 'Noted. It waits for the other person’s number.',
  sheet_differs: 'The two numbers differ. Nothing is counted yet: both count again.',
  sheet_approved: 'Both counted the same. It is in the count within minutes, with the next batch.',
  sheet_discarded: 'The sheet and its scan are deleted.',
  sheet_withdrawn: 'Withdrawn. The count follows within minutes, with a public correction.',
}

const problems: Record<string, string> = {
  link: 'This link has been used, has lapsed, or is not whole. Ask for a new one.',
  code: 'This code is not right. Codes change every 30 seconds, and each is taken once.',
  passkey: 'The passkey was not taken: it took too long, or it is not one of yours. Try again.',
  too_many: 'You have ten passkeys. Remove one first.',
  last_factor: 'This is your last second factor. Add another one first.',
  locked: 'Too many wrong codes. Wait a quarter of an hour and try again.',
  changed: 'Somebody or something changed this since you opened the page. Nothing was done; this is how it stands now.',
  unknown: 'There is no such signature any more.',
  mails_wait: 'Mails to this address have not gone out yet: at most four an hour do. Try again later.',
  reason: 'Choose a reason.',
  columns_missing: 'Choose at least one column.',
  columns_unknown: 'There is no such column.',
  format: 'There is no such format.',
  filter_unreadable: 'Something in the filter cannot be read: it stands below. Nothing was asked for.',
  search_long: 'That is too long to look for. Give one address, one name or one reference.',
  unreadable: 'What was sent could not be read. Nothing was done.',
  days_only: 'A file for one person goes by whole days (UTC). By hours it takes a second person.',
  country_alone:
    'The public table does not name this country: few signed there, or it never does. A file of it takes a second person.',
  state_not_exported:
    'Signatures in that state are in no such file: withdrawn and removed ones in none, names of counted and confirmed ones only.',
  recipient: 'Names and addresses leave only encrypted: give the age public key (age1…) of who is to read them.',
  why: 'Say what it is for.',
  no_export: 'That is not a file that you asked for.',
  not_agreed: 'A second person has to agree first.',
  file_gone: 'The file is gone: it was fetched, begun three times, or its day is over. Ask anew.',
  being_fetched: 'This file is being downloaded already. If that broke off, begin again in two minutes.',
  export_unreadable: 'What this file was asked for by cannot be read any more. Ask anew.',
  more_rows: 'There are more signatures in it now than the second person was shown. Ask anew.',
  no_key: 'This server cannot open names. Fetch the file where the desk has the private key.',
  not_ours: 'That mark comes from none of our files, or the reference is another one.',
  role_missing: 'Choose a role.',
  email_invalid: 'That is not an e-mail address.',
  there_already: 'Somebody with this address works here already, or did. Look in the list.',
  last_owner: 'They are the last owner who can get in. Make another one first.',
  text: 'A text needs a subject of one line and a body. What you typed is kept below.',
  no_english: 'It needs an English text first.',
  nobody: 'Nobody would get it.',
  asked: 'A second person is asked already.',
  none_marked: 'Mark at least one.',
  none_chosen: 'Choose at least one signature.',
  one_petition: 'Choose signatures of one petition.',
  bound:
    'One of you two invited the other, or changed what they may do, within the last 14 days: somebody else has to decide.',
  asker_gone: 'Who asked for this may not ask for it any more.',
  not_you: 'You may not decide this any more.',
  nobody_left:
    'Nobody would be left who could decide: not at the desk then, but on the server: npm run staff:disable -- name@example.org',
  asked_before: 'You asked to shut them out within the last seven days. Somebody else has to ask.',
  own: 'You asked for this yourself, or it is about you: somebody else has to agree.',
  petition_missing: 'Choose the petition.',
  too_wide: 'A rule has to say more than the petition.',
  domain_invalid: 'That is not a domain, such as example.org.',
  needs_two:
    'A hundred signatures were changed within 24 hours, by you or in this petition, with nobody else agreeing. Choose it in the list of signatures: a second person can agree to it there.',
  quota_used:
    'A hundred signatures were changed or written to within 24 hours, by you or in this petition, with nobody else agreeing. Try again later.',
  number: 'Write the number in digits: 1 or more, at most 5,000.',
  no_text: 'It needs words in English first, and an activity a source.',
  why_missing: 'Write why, with no names.',
  draft_exists: 'There is a draft of the next version already.',
  no_sheet: 'There is no such sheet any more.',
  waits: 'This has been asked for already; it waits for a second person.',
  slug_invalid: 'The address takes small letters, figures and single hyphens between them, 80 at most.',
  slug_taken: 'Another petition has this address. Choose a different one.',
  slug_fixed: 'A text is published: its address is part of what people sign, and stays.',
  goal_invalid: 'The goal is a whole number above zero.',
  text_missing: 'Publish its English words first.',
  time_over: 'It was opened so long ago that what signers enter could not be kept. It stays closed.',
  day_invalid: 'That day is in the future, or before the petition opened. Nothing was done.',
  plan_invalid:
    'A planned day is still to come, and the last day to sign is not before the first. Nothing was changed.',
  waits_or_changed: 'This was asked for already and waits for a second person, or the petition has changed since.',
  set_aside: 'Somebody else saved while you wrote. Nothing is lost: both stand below.',
  unfinished: 'Something is still empty or too long. Nothing was published.',
  same: 'This is what the public reads already. Nothing was published.',
  no_request: 'Nothing waits here for your second factor: it was done already, or its session ended.',
  role: 'That is not for your role. Nothing was changed.',
}

export async function Notice({ searchParams }: Pick<DeskPageProps, 'searchParams'>) {
  const query = await searchParams
  const good = said(done, query.done)
  const bad = said(problems, query.problem)
  return (
    <>
      {good && (
        <p className="notice" role="status">
          {good}
        </p>
      )}
      {bad && (
        <p className="notice wrong" role="alert">
          {bad}
        </p>
      )}
    </>
  )
}

/** Only what stands in the table: every object has a `constructor`, too. */
function said(table: Record<string, string>, code: unknown): string | undefined {
  return typeof code === 'string' && Object.hasOwn(table, code) ? table[code] : undefined
}
