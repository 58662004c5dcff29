import type { StaffRole } from '@/prisma/generated/enums'

const everyone: StaffRole[] = ['owner', 'moderator', 'editor', 'auditor']
const moderators: StaffRole[] = ['owner', 'moderator']

/** Who may do what: the one table. Pages, actions and endpoints of the desk each name their verb. */
const verbs = {
  'desk.see': everyone,
  'account.manage': everyone,
  /** One's own second factors, recovery codes and sessions. */
  'factor.manage': everyone,
  'audit.read': ['owner', 'auditor'],
  'staff.read': ['owner', 'auditor'],
  'staff.end_session': ['owner'],
  /** Invites, disables; asks for what takes two people. */
  'staff.manage': ['owner'],
  /** Only owners ask for these (`staff.manage`); who agrees may be a moderator: two owners can be one too few. */
  'staff.invite': moderators,
  'staff.change_role': moderators,
  'staff.disable': moderators,
  'staff.enable': moderators,
  'staff.reset_factor': moderators,
  'signature.list': ['owner', 'moderator', 'auditor'],
  /** By exact address: it tells whether a known person signed. */
  'signature.search': moderators,
  'signature.read': ['owner', 'moderator', 'auditor'],
  /** Name, address and comment. */
  'signature.open': moderators,
  'signature.hold': moderators,
  'signature.release': moderators,
  'signature.remove': moderators,
  'signature.restore': moderators,
  'signature.resend': moderators,
  /** Mail to an address that bounced, or whose owner complained. */
  'suppression.lift': moderators,
  'bulk.read': ['owner', 'moderator', 'auditor'],
  /** Counts, looks, stops and undoes; nothing is changed by it. */
  'bulk.ask': moderators,
  /** Goes on with what was counted. */
  'bulk.run': moderators,
  'bulk.approve': moderators,
  /** Of those whose verb the role may do itself; the auditor sees all. */
  'approval.read': everyone,
  'approval.decide': ['owner', 'moderator', 'editor'],
  'approval.refuse': ['owner', 'moderator', 'editor'],
  'update.read': everyone,
  'update.write': ['owner', 'editor'],
  /** To a hundred signers or fewer alone; to more with a second person. */
  'update.send': ['owner', 'editor'],
  'update.stop': ['owner', 'editor'],
  /** Files without names, and the list of all files. */
  'export.read': ['owner', 'moderator', 'auditor'],
  'export.ask': ['owner', 'moderator', 'auditor'],
  /** Files with names or addresses: asked for by one, agreed to by another. */
  'export.personal': moderators,
  'comment.read': moderators,
  'comment.decide': moderators,
  /** Members, statement, activities, letters, government addresses. */
  'coalition.read': everyone,
  'coalition.write': ['owner', 'editor'],
  /** Applications to join and who signed for an organisation: personal, for those who look after members. */
  'coalition.open': ['owner', 'editor'],
  'coalition.decide': ['owner', 'editor'],
  'paper.read': ['owner', 'moderator', 'auditor'],
  'paper.enter': moderators,
  /** The scan and who collected: names and hands of signers. */
  'paper.open': moderators,
  'paper.count': moderators,
  'paper.withdraw': moderators,
  'petition.read': everyone,
  'petition.write': ['owner', 'editor'],
  /** Takes two people: a draft is deleted, a petition that was open is taken out of view. */
  'petition.delete': ['owner', 'editor'],
  /** Takes two people where personal data would be deleted within days of it. */
  'petition.deliver': ['owner', 'editor'],
} satisfies Record<string, StaffRole[]>

export type Verb = keyof typeof verbs

/**
 * What asks for the second factor again where it was shown more than ten minutes ago: letting people in, agreeing, taking
 * data along, acting on many, changing factors, and what the public reads. What only refuses, stops or looks does not.
 */
const stepUp = [
  'factor.manage',
  'staff.manage',
  'staff.invite',
  'staff.change_role',
  'staff.disable',
  'staff.enable',
  'staff.reset_factor',
  'approval.decide',
  'bulk.run',
  'bulk.approve',
  'update.send',
  'export.ask',
  'export.personal',
  'paper.withdraw',
  'petition.delete',
  'petition.deliver',
] as const satisfies Verb[]

export type StepUpVerb = (typeof stepUp)[number]

/** Whether the second factor must have been shown within ten minutes. */
export function needsStepUp(verb: Verb): verb is StepUpVerb {
  return (stepUp as readonly Verb[]).includes(verb)
}

/** Every verb there is. */
export const allVerbs = Object.keys(verbs) as Verb[]

/** A verb by its name; null for one that there is no longer. */
export function verbFrom(name: string): Verb | null {
  return allVerbs.find((verb) => verb === name) ?? null
}

/** Whether a role may do it. */
export function may(role: StaffRole, verb: Verb): boolean {
  const roles: StaffRole[] = verbs[verb]
  return roles.includes(role)
}

/** The roles that may do it. */
export function rolesOf(verb: Verb): StaffRole[] {
  return verbs[verb]
}
