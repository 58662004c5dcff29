import { adminPage } from '@/components/admin/admin-page'
import { AuditTable } from '@/components/admin/audit-table'
import { BesideThis } from '@/components/admin/beside-this'
import { codeName } from '@/components/admin/code-name'
import { placeCrumb } from '@/components/admin/crumbs'
import { NoSignature } from '@/components/admin/no-signature'
import { Notice } from '@/components/admin/notice'
import { PageHeading } from '@/components/admin/page-heading'
import { UndoNotice } from '@/components/admin/review/undo-notice'
import { SignatureActions } from '@/components/admin/signature-actions'
import { SignatureFacts } from '@/components/admin/signature-facts'
import { Time } from '@/components/admin/time'
import { t, tOf } from '@/components/admin/words'
import { findNeighbours } from '@/lib/signatures/admin/find-neighbours'
import { findSignature } from '@/lib/signatures/admin/find-signature'
import { listForms } from '@/lib/signatures/admin/list-forms'
import { readListQuery } from '@/lib/signatures/admin/list-query'
import { openSignature } from '@/lib/signatures/admin/open-signature'
import { findUndo } from '@/lib/signatures/recent-change/find-undo'
import { may } from '@/lib/staff/roles'
import { readBack } from '@/lib/web/admin/read-back'
import { openQuery } from '@/lib/web/admin/sealed-query'
import { reopen } from '../../comments/actions'
import {
  allowMailAgain,
  holdSignature,
  releaseSignature,
  resendConfirmation,
  restoreSignature,
  showSignature,
  undoSignature,
} from '../actions'

const actions = {
  hold: holdSignature,
  release: releaseSignature,
  restore: restoreSignature,
  resend: resendConfirmation,
  lift: allowMailAgain,
  reopen,
}

/** A signature's data, its history, and until when the last change can be undone. */
export default adminPage('signature.read', async (staff, { params, searchParams }) => {
  const { key = '' } = await params
  const signature = await findSignature(staff, key)
  if (!signature) return <NoSignature forms={await listForms(staff, key)} />
  const now = new Date()
  const query = await searchParams
  const recorded = openQuery(staff, 'opened', query.opened, now) === key
  const back = may(staff.role, 'signature.list') ? readBack(query.back) : null
  const list = back?.list === '/admin/signatures' ? readListQuery(back.query) : null
  const neighbours = list?.ok ? await findNeighbours(staff, list, key) : null
  const opens = may(staff.role, 'signature.open')
  const undo = await findUndo(staff, key, now)
  const opened = recorded && opens ? await openSignature(staff, key) : null
  return (
    <>
      <PageHeading below={[placeCrumb(back?.list ?? '/admin/signatures', back?.href)]} here={signature.reference}>
        {t('signatures.signature', { reference: signature.reference })}
      </PageHeading>
      {back && <BesideThis back={back} neighbours={neighbours} />}
      <Notice searchParams={searchParams} except={undo ? ['held', 'released', 'removed', 'restored'] : []} />
      {undo && (
        <UndoNotice key={undo.batch} undo={undoSignature} hidden={{ key, batch: undo.batch }}>
          {tOf('undoable', undo.verb) ?? ''}
        </UndoNotice>
      )}
      <SignatureFacts signature={signature} opened={opened} open={opens ? showSignature : null} />
      {may(staff.role, 'signature.hold') && (
        <SignatureActions signature={signature} back={back?.href} actions={actions} />
      )}
      <h2>{t('common.history')}</h2>
      {signature.acts.length > 0 && (
        <ul>
          {signature.acts.map((act) => (
            <li key={act.id}>
              <Time at={act.at} zone />:{' '}
              <a href={`/admin/bulk/${act.id}`}>
                {t('signatures.withOthers', { verb: codeName(act.verb).toLowerCase() })}
              </a>
            </li>
          ))}
        </ul>
      )}
      <AuditTable entries={signature.history} />
    </>
  )
})
