import { adminPage } from '@/components/admin/admin-page'
import { AuditTable } from '@/components/admin/audit-table'
import { placeCrumb } from '@/components/admin/crumbs'
import { entered } from '@/components/admin/entered'
import { PublicStep } from '@/components/admin/mailings/public-step'
import { SendChecklist } from '@/components/admin/mailings/send-checklist'
import { UpdateStage } from '@/components/admin/mailings/update-stage'
import { UpdateTexts } from '@/components/admin/mailings/update-texts'
import { NotFound } from '@/components/admin/not-found'
import { Notice } from '@/components/admin/notice'
import { PageHeading } from '@/components/admin/page-heading'
import { PetitionName } from '@/components/admin/petition-name'
import { t } from '@/components/admin/words'
import { checkMailing } from '@/lib/mailings/checklist'
import { findMailing } from '@/lib/mailings/find-mailing'
import { listEntries } from '@/lib/staff/audit/list-entries'
import { findDraft } from '@/lib/staff/drafts/find-draft'
import { resume, save, stop } from '../actions'

export default adminPage('update.read', async (staff, { params, searchParams }) => {
  const { id = '' } = await params
  const now = new Date()
  const update = await findMailing(staff, id, now)
  if (!update) {
    return <NotFound what={t('updates.mailing')} list="/admin/updates" />
  }
  const { entries } = await listEntries({ subject: `update:${id}` })
  const query = await searchParams
  const draft = await findDraft(staff, 'update', query.draft)
  const checklist = update.stage === 'draft' ? await checkMailing(staff, update, now) : null
  return (
    <>
      <PageHeading below={[placeCrumb('/admin/updates')]}>
        {update.subject ? <bdi>{update.subject}</bdi> : t('updates.mailingWithoutASubject')}
      </PageHeading>
      <Notice searchParams={searchParams} />
      <p>
        {t.rich('updates.toTheSignersOf', {
          petition: () => (
            <strong>
              <PetitionName slug={update.petition} />
            </strong>
          ),
          createdBy: entered(update.createdBy),
        })}
      </p>
      <UpdateStage update={update} staff={staff} actions={{ stop, resume }} />
      <PublicStep update={update} staff={staff} />
      {checklist && <SendChecklist list={checklist} />}
      <UpdateTexts
        update={update}
        staff={staff}
        draft={draft}
        draftId={draft && String(query.draft)}
        previews={query.view === 'preview'}
        save={save}
      />
      <h2>{t('common.history')}</h2>
      <AuditTable entries={entries} />
    </>
  )
})
