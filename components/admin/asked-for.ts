import type { Verb } from '@/lib/staff/roles'

const words: Partial<Record<Verb, string>> = {
  'export.personal': 'Export names or addresses',
  'paper.withdraw': 'Withdraw a paper sheet',
  'petition.delete': 'Remove a petition',
  'petition.deliver': 'Mark a petition as delivered',
  'staff.change_role': 'Change a role',
  'staff.disable': 'Shut an owner out',
  'staff.enable': 'Let somebody in again',
  'staff.invite': 'Invite somebody',
  'staff.reset_factor': 'Reset a lost second factor',
  'update.send': 'Send an update to signers',
}

/** What two people decide about, in words. */
export function askedFor(verb: Verb): string {
  return words[verb] ?? verb
}
