import type { ConfirmableName } from '@/components/admin/confirm/confirmables'
import * as account from '../account/actions'
import * as coalition from '../coalition/[entity]/actions'
import * as applications from '../coalition/applications/actions'
import * as coSignatures from '../coalition/co-signatures/actions'
import * as invitations from '../coalition/letters/[id]/invitations/actions'
import * as contacts from '../coalition/members/[id]/contacts/actions'
import * as statement from '../coalition/statement/actions'
import * as exports from '../exports/actions'
import * as recipients from '../exports/recipients/actions'
import * as paper from '../paper/actions'
import * as deliveries from '../petitions/[id]/hand-over/actions'
import * as texts from '../petitions/[id]/texts/actions'
import * as petitions from '../petitions/actions'
import * as signatures from '../signatures/actions'
import * as staff from '../staff/actions'
import * as updates from '../updates/actions'
import * as webhooks from '../webhooks/actions'

const actions: Record<ConfirmableName, (form: FormData) => Promise<void>> = {
  'open-petition': petitions.openPetition,
  'close-petition': petitions.closePetition,
  'reopen-petition': petitions.reopenPetition,
  'win-petition': petitions.markWon,
  'take-back-petition': petitions.undoStatus,
  'republish-petition': petitions.republish,
  'deliver-petition': petitions.deliverPetition,
  'remove-answer': deliveries.dropAnswer,
  'remove-petition': petitions.removePetition,
  'discard-my-text': texts.discard,
  'open-letter': coalition.openLetter,
  'close-letter': coalition.closeLetter,
  'withdraw-activity': coalition.withdrawActivity,
  'remove-document': coalition.removeDocument,
  'remove-government': coalition.remove,
  'decline-co-signature': coSignatures.decline,
  'remove-co-signature': coSignatures.remove,
  'invite-many': invitations.invite,
  'request-export': exports.ask,
  'remove-recipient': recipients.remove,
  'decline-application': applications.decline,
  'end-membership': coalition.endMembership,
  'remove-contact': contacts.remove,
  'publish-statement': statement.publish,
  'discard-statement': statement.discard,
  'remove-clause': statement.remove,
  'send-update': updates.start,
  'discard-other-text': updates.discardOther,
  'discard-update': updates.discard,
  'publish-update': updates.publish,
  'hide-update': updates.hide,
  'discard-sheet': paper.discard,
  'withdraw-sheet': paper.withdraw,
  'remove-signature': signatures.removeSignature,
  'end-staff-sessions': staff.endStaffSessions,
  'end-all-sessions': staff.endAllSessions,
  'reset-factors': staff.newFactor,
  'disable-access': staff.disableAccess,
  'remove-passkey': account.dropPasskey,
  'remove-app': account.dropApp,
  'renew-codes': account.renewCodes,
  'end-session': account.endOtherSession,
  'end-other-sessions': account.endAllOtherSessions,
  'renew-webhook-secret': webhooks.renew,
  'remove-webhook': webhooks.remove,
}

/** The action of an act's form; null if there is none. */
export function actionOf(name: string): ((form: FormData) => Promise<void>) | null {
  return Object.hasOwn(actions, name) ? actions[name as ConfirmableName] : null
}
