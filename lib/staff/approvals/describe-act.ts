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
  'staff.disable': 'Disable access',
  'staff.enable': 'Restore access',
  'staff.invite': 'Invite someone',
  'staff.reset_factor': 'Reset a lost second factor',
  'update.send': 'Send a mailing',
}

/** What two people decide about, in words. */
export function describeAct(verb: ApprovableVerb): string {
  return words[verb]
}
