import type { ApprovableVerb } from '../roles'

const words: Record<ApprovableVerb, string> = {
  'bulk.approve': 'Bulk action on signatures',
  'coalition.publish': 'Publish for the coalition',
  'export.personal': 'Export names or addresses',
  'paper.withdraw': 'Withdraw a paper sheet',
  'petition.answer': 'Publish an office’s answer',
  'petition.change_status': 'Change a petition',
  'petition.delete': 'Remove a petition',
  'petition.deliver': 'Mark a petition as delivered',
  'petition.hand_over': 'Publish a delivery',
  'petition.plan': 'Schedule a petition',
  'petition.publish': 'Publish a petition text',
  'staff.change_role': 'Change a role',
  'staff.disable': 'Disable access',
  'staff.enable': 'Restore access',
  'staff.invite': 'Invite someone',
  'staff.reset_factor': 'Reset a lost second factor',
  'update.publish': 'Publish a mailing on the petition’s page',
  'update.send': 'Send a mailing',
  'webhook.add': 'Register a webhook',
}

/** What two people decide about, in words; of a bulk action also what it does, to how many. */
export function describeAct({ verb, detail }: { verb: ApprovableVerb; detail: Record<string, string> }): string {
  const { what, signatures } = detail
  if (verb !== 'bulk.approve' || !what || !signatures) return words[verb]
  return `${what.charAt(0).toUpperCase()}${what.slice(1)} ${signatures} ${signatures === '1' ? 'signature' : 'signatures'}`
}
