import type { ReactNode } from 'react'
import type { SampleSigner } from '@/lib/bulk-actions/open-sample'
import { countNames } from '@/lib/delivery/names/count-names'
import { findExport } from '@/lib/exports/list-exports'
import { MAX_COUNTED } from '@/lib/input/max-counted'
import { findMailing } from '@/lib/mailings/find-mailing'
import { findSheet } from '@/lib/paper/find-sheet'
import type { ApprovalView } from '@/lib/staff/approvals/list-approvals'
import { type ApprovableVerb, may } from '@/lib/staff/roles'
import type { Staff } from '@/lib/staff/staff'
import { codeName } from '../code-name'
import { ExportFacts } from '../exports/export-facts'
import { PetitionName } from '../petition-name'
import { t } from '../words'
import { ApprovalDetails } from './approval-details'
import { BulkContent } from './bulk-kinds'
import { MailingContent } from './mailing-content'
import { SampleSigners } from './sample-signers'

/** The subject of a request, as shown before deciding. */
interface Seen {
  /** Terms and descriptions. */
  facts: ReactNode
  /** Shown below them. */
  content?: ReactNode
}

/** Actions that show more of it, and what they have opened. */
interface More {
  actions: Record<'openSample' | 'mailTest', (form: FormData) => Promise<void>>
  /** Null before they were opened. */
  signers: SampleSigner[] | null
}

type Look = (approval: ApprovalView, staff: Staff, now: Date, more: More) => Promise<Seen | null>

/** For requests whose details say it all; public texts are shown below (`ApprovalContent`). */
const details: Look = async ({ detail }) => ({ facts: <ApprovalDetails detail={detail} /> })

const keyOf = ({ subject }: ApprovalView) => subject.slice(subject.indexOf(':') + 1)

/** The subject's current state is shown only while a request is open; afterwards it has changed. */
const isOpen = ({ stage }: ApprovalView) => stage === 'waiting' || stage === 'scheduled'

/** With the other role, because `to` means something else in other requests. */
const role: Look = async ({ detail: { from = '', to = '' } }) => ({
  facts: (
    <>
      <dt>{t('approvals.roleNow')}</dt>
      <dd>{codeName(from)}</dd>
      <dt>{t('approvals.roleAfterwards')}</dt>
      <dd>{codeName(to)}</dd>
    </>
  ),
})

const bulk: Look = async (approval, staff, _, { actions, signers }) => {
  const { detail, id } = approval
  const facts = <ApprovalDetails detail={detail} />
  if (!isOpen(approval) || !may(staff.role, 'bulk.read')) return { facts }
  return {
    facts,
    content: (
      <>
        <BulkContent staff={staff} id={keyOf(approval)} total={Number(detail.signatures)} />
        {may(staff.role, 'signature.open') && <SampleSigners id={id} signers={signers} open={actions.openSample} />}
      </>
    ),
  }
}

const mailing: Look = async (approval, staff, now, { actions }) => {
  const found = await findMailing(staff, keyOf(approval), now)
  if (!found) return null
  const { revision = '', recipients, ...detail } = approval.detail
  return {
    facts: (
      <>
        <ApprovalDetails detail={detail} />
        {recipients && (
          <>
            <dt>{t('approvals.recipientsWhenRequested')}</dt>
            <dd>{recipients.split(' ')[0]}</dd>
          </>
        )}
        {isOpen(approval) && found.recipientsNow !== null && (
          <>
            <dt>{t('approvals.recipientsNow')}</dt>
            <dd>
              {found.recipientsNow > MAX_COUNTED
                ? t('queue.more', { limit: MAX_COUNTED })
                : found.recipientsNow.toLocaleString('en')}{' '}
              <span className="hint">{t('approvals.laterOnesToo')}</span>
            </dd>
          </>
        )}
      </>
    ),
    content: isOpen(approval) && (
      <>
        {found.stage === 'draft' && may(staff.role, 'update.write') && (
          <form action={actions.mailTest} className="row">
            <input type="hidden" name="id" value={approval.id} />
            <button type="submit">{t('approvals.mailTest')}</button>
            <span className="hint">{t('approvals.mailTestHint')}</span>
          </form>
        )}
        <MailingContent mailing={found} revision={revision} now={now} />
      </>
    ),
  }
}

const exported: Look = async (approval, staff, now) => {
  const found = may(staff.role, 'export.read') ? await findExport(staff, keyOf(approval), now) : null
  return found && { facts: <ExportFacts file={found} counted={t('exports.signaturesWhenRequested')} /> }
}

const names: Look = async (approval, staff, now) => {
  if (!isOpen(approval)) return null
  const counted = await countNames(staff, keyOf(approval), now)
  return {
    facts: (
      <>
        <ApprovalDetails detail={approval.detail} />
        <dt>{t('approvals.namesBesideThePack')}</dt>
        <dd>
          {t('approvals.namesOfCounted', {
            names: Math.min(counted.names, MAX_COUNTED),
            more: String(counted.names > MAX_COUNTED),
            counted: counted.counted,
          })}
        </dd>
      </>
    ),
  }
}

const sheet: Look = async (approval, staff) => {
  const found = may(staff.role, 'paper.read') ? await findSheet(staff, keyOf(approval)) : null
  if (!found) return null
  return {
    facts: (
      <>
        <dt>{t('common.petition')}</dt>
        <dd>
          <PetitionName slug={found.petition} />
        </dd>
        <dt>{t('paper.placeDay')}</dt>
        <dd>
          <bdi>{found.place}</bdi>, {found.signedOn.toISOString().slice(0, 10)}
        </dd>
        <dt>{t('paper.validSignatures')}</dt>
        <dd>{found.signatures?.toLocaleString('en') ?? approval.detail.signatures}</dd>
      </>
    ),
  }
}

/** A view for every kind that takes two people: a missing one is a type error. */
const looks: Record<ApprovableVerb, Look> = {
  'staff.invite': details,
  'staff.change_role': role,
  'staff.disable': details,
  'staff.enable': details,
  'staff.reset_factor': details,
  'bulk.approve': bulk,
  'update.send': mailing,
  'update.publish': details,
  'export.personal': exported,
  'paper.withdraw': sheet,
  'petition.publish': details,
  'petition.change_status': details,
  'petition.plan': details,
  'petition.deliver': details,
  'petition.hand_over': details,
  'petition.hand_over_names': names,
  'petition.answer': details,
  'petition.delete': details,
  'coalition.publish': details,
  'webhook.add': details,
}

/** Shows the subject of a request: its current state while the request is open, otherwise its state when requested. */
export async function lookAt(approval: ApprovalView, staff: Staff, now: Date, more: More): Promise<Seen> {
  const seen = await looks[approval.verb](approval, staff, now, more)
  return seen ?? { facts: <ApprovalDetails detail={approval.detail} /> }
}
