import { StaffRole } from '@/prisma/generated/enums'

const everyone = Object.values(StaffRole)
const moderators: StaffRole[] = ['owner', 'moderator']

/** The roles that may use each verb. Pages, actions and endpoints for staff each name their verb. */
const verbs = {
  'overview.see': everyone,
  'account.manage': everyone,
  /** One's own second factors, recovery codes and sessions. */
  'factor.manage': everyone,
  /** The list of steps to set up a new site. */
  'set_up.see': ['owner'],
  /** Confirming that copies of the private keys exist. */
  'keys.confirm': ['owner'],
  'settings.read': ['owner', 'auditor'],
  /** Settings of the whole site, except texts: those are published. */
  'settings.write': ['owner'],
  'audit.read': ['owner', 'auditor'],
  'staff.read': ['owner', 'auditor'],
  'staff.end_session': ['owner'],
  /** Invites and disables; requests what takes two people. */
  'staff.manage': ['owner'],
  /** Only owners request these (`staff.manage`); moderators may approve them too, as there may be only one owner. */
  'staff.invite': moderators,
  'staff.change_role': moderators,
  'staff.disable': moderators,
  'staff.enable': moderators,
  'staff.reset_factor': moderators,
  'signature.list': ['owner', 'moderator', 'auditor'],
  /** One's own saved filters of that list. */
  'view.save': ['owner', 'moderator', 'auditor'],
  /** By exact address, which reveals whether a known person signed; `OPENINGS_A_DAY` a day. */
  'signature.search': moderators,
  'signature.read': ['owner', 'moderator', 'auditor'],
  /** Name, address and comment of one signer at a time; `OPENINGS_A_DAY` a day. */
  'signature.open': moderators,
  /** The same of held signatures, in batches, with one reason. */
  'signature.review': moderators,
  'signature.hold': moderators,
  'signature.release': moderators,
  'signature.remove': moderators,
  'signature.restore': moderators,
  'signature.resend': moderators,
  /** Mailing again to an address that bounced, or whose owner complained. */
  'suppression.lift': moderators,
  'bulk.read': ['owner', 'moderator', 'auditor'],
  /** Counting, previewing, cancelling and undoing. */
  'bulk.ask': moderators,
  /** Running what was counted. */
  'bulk.run': moderators,
  'bulk.approve': moderators,
  /** Requests for verbs that the role may use. */
  'approval.read': everyone,
  /** All requests, whatever the verb. */
  'approval.list': ['auditor'],
  'approval.decide': ['owner', 'moderator', 'editor'],
  'approval.refuse': ['owner', 'moderator', 'editor'],
  /** Stopping approved acts that are not executed yet. */
  'approval.stop': everyone,
  'update.read': everyone,
  'update.write': ['owner', 'editor'],
  /** Up to a hundred signers alone; more with approval. */
  'update.send': ['owner', 'editor'],
  'update.stop': ['owner', 'editor'],
  /** Publishing on the petition's page takes two people, removing takes one (`update.write`). */
  'update.publish': ['owner', 'editor'],
  /** Files without names, and the list of all files. */
  'export.read': ['owner', 'moderator', 'auditor'],
  'export.ask': ['owner', 'moderator', 'auditor'],
  /** Files with names or addresses, which take two people. */
  'export.personal': moderators,
  /** Saving and removing the public keys to which files are encrypted. */
  'recipient.manage': moderators,
  'comment.read': moderators,
  'comment.decide': moderators,
  /** Members, statement, activities, letters, government addresses. */
  'coalition.read': everyone,
  'coalition.write': ['owner', 'editor'],
  /** Publishing the coalition's own words and the addresses of letters, which takes two people. */
  'coalition.publish': ['owner', 'editor'],
  /** Applications and those who signed for an organisation: personal data, for those who look after members. */
  'coalition.open': ['owner', 'editor'],
  'coalition.decide': ['owner', 'editor'],
  'paper.read': ['owner', 'moderator', 'auditor'],
  'paper.enter': moderators,
  /** The scan and the collector: names and handwriting of signers. */
  'paper.open': moderators,
  'paper.count': moderators,
  'paper.withdraw': moderators,
  'petition.read': everyone,
  'petition.write': ['owner', 'editor'],
  /** The next six take two people: a petition's public texts, status, deliveries and answers. */
  'petition.publish': ['owner', 'editor'],
  'petition.change_status': ['owner', 'editor'],
  'petition.plan': ['owner', 'editor'],
  'petition.deliver': ['owner', 'editor'],
  'petition.hand_over': ['owner', 'editor'],
  /** Deliveries with encrypted names: requested by those who may also publish a delivery. Includes downloading them. */
  'petition.hand_over_names': moderators,
  /** Publishing an office's answer. Removing a wrong entry takes one person. */
  'petition.answer': ['owner', 'editor'],
  /** Takes two people and a delay. A draft is deleted; a petition that was open is hidden. */
  'petition.delete': ['owner', 'editor'],
  'webhook.read': ['owner', 'auditor'],
  /** Requesting an address, making its secret, testing and resuming it. */
  'webhook.manage': ['owner'],
  /** Only owners request it (`webhook.manage`); moderators may approve it too, as there may be only one owner. */
  'webhook.add': moderators,
  'webhook.stop': ['owner'],
} satisfies Record<string, StaffRole[]>

export type Verb = keyof typeof verbs

/**
 * Verbs that ask for the second factor if it was shown more than ten minutes ago: adding staff, approving, exporting,
 * bulk actions, changing factors, ending others' sessions, opening and searching for signers, and publishing. Refusing,
 * stopping and other reading do not.
 */
const stepUp = [
  'factor.manage',
  'staff.manage',
  'staff.invite',
  'staff.change_role',
  'staff.disable',
  'staff.enable',
  'staff.reset_factor',
  'staff.end_session',
  'signature.search',
  'signature.open',
  'approval.decide',
  'bulk.run',
  'bulk.approve',
  'update.send',
  'export.ask',
  'export.personal',
  'recipient.manage',
  'paper.withdraw',
  'petition.delete',
  'petition.deliver',
  'petition.hand_over_names',
  'webhook.manage',
  'webhook.add',
] as const satisfies Verb[]

export type StepUpVerb = (typeof stepUp)[number]

/** Tells whether a verb requires a second factor shown within ten minutes. */
export function needsStepUp(verb: Verb): verb is StepUpVerb {
  return (stepUp as readonly Verb[]).includes(verb)
}

export const allVerbs = Object.keys(verbs) as Verb[]

/** Tells whether a role may use a verb. */
export function may(role: StaffRole, verb: Verb): boolean {
  return rolesOf(verb).includes(role)
}

/** Lists the roles that may use a verb. */
export function rolesOf(verb: Verb): StaffRole[] {
  return verbs[verb]
}

/** Verbs that take two people (lib/approval-decisions/executors.ts), each with the verb that the requester needs. */
export const approvable = {
  'staff.invite': 'staff.manage',
  'staff.change_role': 'staff.manage',
  'staff.disable': 'staff.manage',
  'staff.enable': 'staff.manage',
  'staff.reset_factor': 'staff.manage',
  'bulk.approve': 'bulk.ask',
  'update.send': 'update.send',
  'update.publish': 'update.publish',
  'export.personal': 'export.personal',
  'paper.withdraw': 'paper.withdraw',
  'petition.publish': 'petition.publish',
  'petition.change_status': 'petition.change_status',
  'petition.plan': 'petition.plan',
  'petition.deliver': 'petition.deliver',
  'petition.hand_over': 'petition.hand_over',
  'petition.hand_over_names': 'petition.hand_over_names',
  'petition.answer': 'petition.answer',
  'petition.delete': 'petition.delete',
  'coalition.publish': 'coalition.publish',
  'webhook.add': 'webhook.manage',
} as const satisfies Partial<Record<Verb, Verb>>

export type ApprovableVerb = keyof typeof approvable

/** Parses the name of a verb that takes two people; null for anything else. */
export function approvableFrom(name: string): ApprovableVerb | null {
  return (Object.keys(approvable) as ApprovableVerb[]).find((verb) => verb === name) ?? null
}

/** Verbs whose second person approves by doing the same: counting the sheet again. */
const agreedByDoing = ['paper.count'] as const satisfies Verb[]

/**
 * Tells whether people in this role can ever be a second person. Giving, changing or removing such a role takes two
 * people, so nobody can create a second person alone.
 */
export function canApprove(role: StaffRole): boolean {
  const all: Verb[] = [...(Object.keys(approvable) as ApprovableVerb[]), ...agreedByDoing]
  return all.some((verb) => may(role, verb))
}
