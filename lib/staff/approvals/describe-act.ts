import type { ApprovableVerb } from '../roles'

const words: Record<ApprovableVerb, string> = {
  'bulk.approve': 'Bulk action on signatures',
  'coalition.publish': 'Publish for the coalition',
  'export.personal': 'Export names or addresses',
  'paper.withdraw': 'Withdraw a paper sheet',
  'petition.change_status': 'Change a petition',
  'petition.delete': 'Remove a petition',
  'petition.deliver': 'Mark a petition as delivered',
  'petition.plan': 'Schedule a petition',
  'petition.publish': 'Publish a petition text',
  'staff.change_role': 'Change a role',
  'staff.disable': 'Shut somebody out',
  'staff.enable': 'Let somebody in again',
  'staff.invite': 'Invite somebody',
  'staff.reset_factor': 'Reset a lost second factor',
  'update.send': 'Send an update to signers',
}

/** What two people decide about, in words. */
export function describeAct(verb: ApprovableVerb): string {
  return words[verb]
}
