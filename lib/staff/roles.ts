import { StaffRole } from '@/prisma/generated/enums'

const everyone = Object.values(StaffRole)
const moderators: StaffRole[] = ['owner', 'moderator']

/** Who may do what. Pages, actions and endpoints for staff each name their verb. */
const verbs = {
  'overview.see': everyone,
  'account.manage': everyone,
  /** One's own second factors, recovery codes and sessions. */
  'factor.manage': everyone,
  /** What a new site still lacks. */
  'set_up.see': ['owner'],
  /** That copies of the private keys lie elsewhere. */
  'keys.confirm': ['owner'],
  'settings.read': ['owner', 'auditor'],
  /** What is set for the whole site, other than words: those are published. */
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
  /** By exact address: it reveals whether a known person signed. As many a day as `OPENINGS_A_DAY`. */
  'signature.search': moderators,
  'signature.read': ['owner', 'moderator', 'auditor'],
  /** Name, address and comment, of one at a time, as many a day as `OPENINGS_A_DAY`. */
  'signature.open': moderators,
  /** The same of held signatures, one batch after another, with one reason. */
  'signature.review': moderators,
  'signature.hold': moderators,
  'signature.release': moderators,
  'signature.remove': moderators,
  'signature.restore': moderators,
  'signature.resend': moderators,
  /** Mail to an address that bounced, or whose owner complained. */
  'suppression.lift': moderators,
  'bulk.read': ['owner', 'moderator', 'auditor'],
  /** Counts, previews, cancels and undoes; changes nothing. */
  'bulk.ask': moderators,
  /** Runs what was counted. */
  'bulk.run': moderators,
  'bulk.approve': moderators,
  /** Requests for verbs that the role may use itself. */
  'approval.read': everyone,
  /** All requests, also for verbs that the role may not use. */
  'approval.list': ['auditor'],
  'approval.decide': ['owner', 'moderator', 'editor'],
  'approval.refuse': ['owner', 'moderator', 'editor'],
  /** Approved acts that are not executed yet: any of the staff can stop them. */
  'approval.stop': everyone,
  'update.read': everyone,
  'update.write': ['owner', 'editor'],
  /** To a hundred signers or fewer alone; to more with approval. */
  'update.send': ['owner', 'editor'],
  'update.stop': ['owner', 'editor'],
  /** On the petition's page too: takes two people. Taking it off takes one (`update.write`). */
  'update.publish': ['owner', 'editor'],
  /** Files without names, and the list of all files. */
  'export.read': ['owner', 'moderator', 'auditor'],
  'export.ask': ['owner', 'moderator', 'auditor'],
  /** Files with names or addresses: requested by one person, approved by another. */
  'export.personal': moderators,
  /** Saves the public keys of bodies to which files are encrypted, and removes them. */
  'recipient.manage': moderators,
  'comment.read': moderators,
  'comment.decide': moderators,
  /** Members, statement, activities, letters, government addresses. */
  'coalition.read': everyone,
  'coalition.write': ['owner', 'editor'],
  /** What the public reads as the coalition's own words, and where letters go: takes two people. */
  'coalition.publish': ['owner', 'editor'],
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
  /** The next six take two people: a petition's public words, its status, to whom it is handed over, and the answers. */
  'petition.publish': ['owner', 'editor'],
  'petition.change_status': ['owner', 'editor'],
  'petition.plan': ['owner', 'editor'],
  'petition.deliver': ['owner', 'editor'],
  'petition.hand_over': ['owner', 'editor'],
  /**
   * With the names of signers, encrypted to an addressee: requested by who may also publish a delivery. And fetches
   * them.
   */
  'petition.hand_over_names': moderators,
  /** What an office answered. To take a wrong entry off the page takes one. */
  'petition.answer': ['owner', 'editor'],
  /** Takes two people and a delay: a draft is deleted, a petition that was open is taken out of view. */
  'petition.delete': ['owner', 'editor'],
  'webhook.read': ['owner', 'auditor'],
  /** Requests an address, makes its secret, tests and resumes it. */
  'webhook.manage': ['owner'],
  /** Only owners request it (`webhook.manage`); moderators may approve it too, as there may be only one owner. */
  'webhook.add': moderators,
  'webhook.stop': ['owner'],
} satisfies Record<string, StaffRole[]>

export type Verb = keyof typeof verbs

/**
 * Verbs that ask for the second factor again if it was shown more than ten minutes ago: adding staff, approving, exporting,
 * bulk actions, changing factors, ending others' sessions, opening and searching for signers, and what the public reads.
 * Refusing, stopping and all other reading do not.
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

/** Whether the second factor must have been shown within ten minutes. */
export function needsStepUp(verb: Verb): verb is StepUpVerb {
  return (stepUp as readonly Verb[]).includes(verb)
}

/** Every verb there is. */
export const allVerbs = Object.keys(verbs) as Verb[]

/** Whether a role may do it. */
export function may(role: StaffRole, verb: Verb): boolean {
  return rolesOf(verb).includes(role)
}

/** The roles that may do it. */
export function rolesOf(verb: Verb): StaffRole[] {
  return verbs[verb]
}

/** Verbs that take two people (lib/approval-decisions/executors.ts), and the verb that the first person needs. */
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

/** A verb that takes two people, by its name. */
export function approvableFrom(name: string): ApprovableVerb | null {
  return (Object.keys(approvable) as ApprovableVerb[]).find((verb) => verb === name) ?? null
}

/** Here a second person approves by doing the same: counting the sheet again. */
const agreedByDoing = ['paper.count'] as const satisfies Verb[]

/**
 * Whether somebody in this role can ever be a second person. Giving, changing or removing such a role takes two people:
 * nobody creates a second person alone.
 */
export function canApprove(role: StaffRole): boolean {
  const all: Verb[] = [...(Object.keys(approvable) as ApprovableVerb[]), ...agreedByDoing]
  return all.some((verb) => may(role, verb))
}
