import { accountActs } from './account'
import { coalitionActs } from './coalition'
import type { Confirmable } from './confirmation'
import { deliveryActs } from './delivery'
import { draftConflictActs } from './draft-conflict'
import { exportActs } from './exports'
import { invitationActs } from './invitations'
import { mailingActs, sheetActs } from './mailings-and-sheets'
import { membershipActs } from './membership'
import { petitionEnds } from './petition-ends'
import { petitionSteps } from './petition-steps'
import { signatureActs } from './signature'
import { staffActs } from './staff'
import { statementActs } from './statement'
import { webhookActs } from './webhook'

/** Every act with a page that asks first, by its name in the page's address. */
export const confirmables = {
  ...petitionSteps,
  ...petitionEnds,
  ...draftConflictActs,
  ...deliveryActs,
  ...coalitionActs,
  ...exportActs,
  ...invitationActs,
  ...statementActs,
  ...membershipActs,
  ...mailingActs,
  ...sheetActs,
  ...signatureActs,
  ...staffActs,
  ...accountActs,
  ...webhookActs,
} satisfies Record<string, Confirmable>

export type ConfirmableName = keyof typeof confirmables

/** Null if no act has that name. */
export function confirmableAt(name: string): Confirmable | null {
  return Object.hasOwn(confirmables, name) ? confirmables[name as ConfirmableName] : null
}

/** @returns the path of the page that asks first */
export function confirmPath(name: ConfirmableName, key: string): string {
  return `/admin/confirm/${name}/${encodeURIComponent(key)}`
}
