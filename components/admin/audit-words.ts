/** What each verb of the audit log says that somebody did: once, and `#` times. */
const sentences: Record<string, [one: string, many: string]> = {
  'signature.search': ['searched for a signature', 'searched for signatures # times'],
  'signature.open': ['opened a signer’s data', 'opened signers’ data # times'],
  'signature.hold': ['held a signature', 'held # signatures'],
  'signature.release': ['released a signature', 'released # signatures'],
  'signature.undo': ['took back a change of a signature', 'took back changes of # signatures'],
  'signature.remove': ['removed a signature', 'removed # signatures'],
  'signature.restore': ['restored a signature', 'restored # signatures'],
  'signature.resend': ['resent an email', 'resent # emails'],
  'suppression.lift': ['lifted the suppression of an address', 'lifted the suppression of # addresses'],
  'bulk.ask': ['prepared a bulk action', 'prepared # bulk actions'],
  'bulk.decide': [
    'submitted, started or cancelled a bulk action',
    'submitted, started or cancelled bulk actions # times',
  ],
  'bulk.approve': ['approved a bulk action', 'approved # bulk actions'],
  'bulk.step': ['carried out a part of a bulk action', 'carried out # parts of bulk actions'],
  'bulk.done': ['finished a bulk action', 'finished # bulk actions'],
  'approval.ask': ['requested an approval', 'requested # approvals'],
  'approval.approve': ['approved a request', 'approved # requests'],
  'approval.schedule': ['approved a request, which was scheduled', 'approved # requests, which were scheduled'],
  'approval.refuse': ['refused a request', 'refused # requests'],
  'approval.take_back': ['withdrew a request', 'withdrew # requests'],
  'approval.stop': ['stopped an approved act', 'stopped # approved acts'],
  'approval.carry_out': ['carried out an approved act', 'carried out # approved acts'],
  'approval.void': ['cancelled an approved act', 'cancelled # approved acts'],
  'comment.read': ['opened a comment', 'opened # comments'],
  'comment.approve': ['approved a comment', 'approved # comments'],
  'comment.reject': ['rejected a comment', 'rejected # comments'],
  'comment.reopen': ['reopened a comment', 'reopened # comments'],
  'paper.enter': ['entered a paper sheet', 'entered # paper sheets'],
  'paper.open': ['opened a scan or a collector’s name', 'opened scans or collectors’ names # times'],
  'paper.count': ['counted a paper sheet', 'counted # paper sheets'],
  'paper.discard': ['deleted a paper sheet', 'deleted # paper sheets'],
  'paper.withdraw': ['withdrew a paper sheet', 'withdrew # paper sheets'],
  'export.ask': ['requested an export', 'requested # exports'],
  'export.personal': ['requested an export of personal data', 'requested # exports of personal data'],
  'export.download': ['started downloading an export', 'started downloading exports # times'],
  'export.finish': ['finished downloading an export', 'finished downloading exports # times'],
  'update.begin': ['created a mailing', 'created # mailings'],
  'update.write': ['edited a mailing', 'edited mailings # times'],
  'update.discard': ['deleted a mailing', 'deleted # mailings'],
  'update.send': ['started sending a mailing', 'started sending # mailings'],
  'update.stop': ['paused a mailing', 'paused mailings # times'],
  'update.continue': ['resumed a mailing', 'resumed mailings # times'],
  'update.done': ['finished sending a mailing', 'finished sending # mailings'],
  'petition.create': ['created a petition', 'created # petitions'],
  'petition.draft': ['edited a petition text', 'edited petition texts # times'],
  'petition.publish': ['published a petition text', 'published # petition texts'],
  'petition.publish_text': ['published a petition text', 'published # petition texts'],
  'petition.facts': ['changed a petition’s settings', 'changed petitions’ settings # times'],
  'petition.days': ['changed a petition’s dates', 'changed petitions’ dates # times'],
  'petition.plan': ['scheduled a petition', 'scheduled petitions # times'],
  'petition.change_status': ['changed a petition’s status', 'changed petitions’ status # times'],
  'petition.open': ['opened a petition', 'opened # petitions'],
  'petition.close': ['closed a petition', 'closed # petitions'],
  'petition.reopen': ['reopened a petition', 'reopened # petitions'],
  'petition.win': ['marked a petition as won', 'marked # petitions as won'],
  'petition.take_back': ['reverted a petition to closed', 'reverted # petitions to closed'],
  'petition.deliver': ['marked a petition as delivered', 'marked # petitions as delivered'],
  'petition.hand_over': ['published a delivery', 'published # deliveries'],
  'petition.answer': ['published an office’s answer', 'published # answers of offices'],
  'petition.remove_answer': ['removed an office’s answer', 'removed # answers of offices'],
  'petition.hide': ['unpublished a petition', 'unpublished # petitions'],
  'petition.show': ['published a petition again', 'published # petitions again'],
  'petition.delete': ['deleted a petition draft', 'deleted # petition drafts'],
  'clause.add': ['added a clause of the statement', 'added # clauses of the statement'],
  'clause.move': ['moved a clause of the statement', 'moved clauses of the statement # times'],
  'clause.remove': ['removed a clause of the statement', 'removed # clauses of the statement'],
  'statement.draft': ['created a version of the statement', 'created # versions of the statement'],
  'statement.author': ['named the author of a statement', 'named authors of the statement # times'],
  'statement.publish': ['published a version of the statement', 'published # versions of the statement'],
  'statement.discard': ['deleted a draft of the statement', 'deleted # drafts of the statement'],
  'activity.publish': ['published an activity', 'published # activities'],
  'activity.withdraw': ['unpublished an activity', 'unpublished # activities'],
  'letter.open': ['opened a letter for co-signatures', 'opened # letters for co-signatures'],
  'letter.sent': ['marked a letter as sent', 'marked # letters as sent'],
  'letter.close': ['closed a letter', 'closed # letters'],
  'co_signature.invite': ['invited an organisation to co-sign', 'invited # organisations to co-sign'],
  'co_signature.open': ['opened who signed for an organisation', 'opened who signed for organisations # times'],
  'co_signature.approved': ['accepted a co-signature', 'accepted # co-signatures'],
  'co_signature.declined': ['declined a co-signature', 'declined # co-signatures'],
  'application.open': ['opened an application', 'opened applications # times'],
  'application.accepted': ['accepted an application', 'accepted # applications'],
  'application.declined': ['declined an application', 'declined # applications'],
  'member.contacts_open': ['opened addresses of a member’s contacts', 'opened addresses of contacts # times'],
  'member.contact_add': ['added a contact of a member', 'added # contacts of members'],
  'member.contact_remove': ['removed a contact of a member', 'removed # contacts of members'],
  'document.add': ['added a document', 'added # documents'],
  'document.remove': ['deleted a document', 'deleted # documents'],
  'coalition.publish': ['published the coalition’s words', 'published the coalition’s words # times'],
  'staff.invite': ['invited a person', 'invited # people'],
  'staff.change_role': ['changed a person’s role', 'changed # people’s roles'],
  'staff.disable': ['disabled a person’s access', 'disabled # people’s access'],
  'staff.enable': ['restored a person’s access', 'restored # people’s access'],
  'staff.reset_factor': ['reset a person’s second factor', 'reset # people’s second factors'],
  'staff.end_session': ['ended a person’s sessions', 'ended people’s sessions # times'],
  'staff.sign_in': ['signed in', 'signed in # times'],
  'staff.step_up': ['showed the second factor again', 'showed the second factor again # times'],
  'factor.add': ['added a second factor', 'added # second factors'],
  'factor.remove': ['removed a second factor', 'removed # second factors'],
  'factor.renew_codes': ['created new recovery codes', 'created new recovery codes # times'],
  'session.end': ['ended a session', 'ended # sessions'],
}

/** The kinds of rows that the coalition's editors keep, in words. */
const things: Record<string, [one: string, many: string]> = {
  member: ['a member', 'members'],
  activity: ['an activity', 'activities'],
  letter: ['a letter', 'letters'],
  document: ['a document', 'documents'],
  source: ['a source', 'sources'],
  government: ['a government address', 'government addresses'],
  clause: ['a clause', 'clauses'],
  statement: ['the statement', 'the statement'],
  home: ['the home page', 'the home page'],
}

/** What an entry of the audit log says that somebody did, `count` times. A verb of no known kind is shown as it is. */
export function auditWords(verb: string, count = 1): string {
  const known = sentences[verb] ?? coalitionWords(verb)
  if (!known) return count === 1 ? verb : `${verb} (${count} times)`
  return count === 1 ? known[0] : known[1].replace('#', count.toLocaleString('en'))
}

/** `member.add`, `letter.save`, `activity.words.ko`. */
function coalitionWords(verb: string): [string, string] | null {
  const [kind = '', act = ''] = verb.split('.')
  const thing = Object.hasOwn(things, kind) ? things[kind] : null
  if (!thing) return null
  const [one, many] = thing
  if (act === 'add') return [`added ${one}`, `added # ${many}`]
  if (act === 'save') return [`edited ${one}`, `edited ${many} # times`]
  if (act === 'remove') return [`deleted ${one}`, `deleted # ${many}`]
  return act === 'words' ? [`edited a text of ${one}`, `edited texts of ${many} # times`] : null
}
