import { adminPage } from '@/components/admin/admin-page'
import { ConfirmForm } from '@/components/admin/confirm/confirm-form'
import { confirmableAt } from '@/components/admin/confirm/confirmables'
import { AdminField } from '@/components/admin/form/admin-field'
import { Notice } from '@/components/admin/notice'
import { PageHeading } from '@/components/admin/page-heading'
import { queryText } from '@/components/admin/petitions/query-text'
import { t } from '@/components/admin/words'
import { findDraft } from '@/lib/staff/drafts/find-draft'
import { findKeptForm } from '@/lib/staff/drafts/kept-form'
import { may } from '@/lib/staff/roles'
import { keptPath } from '@/lib/web/admin/kept-path'
import { withBack } from '@/lib/web/admin/read-back'
import { actionOf } from '../../actions-by-name'

/** The page that asks before an act. A role without the act's verb sees nothing of it. */
export default adminPage('account.manage', async (staff, { params, searchParams }) => {
  const [{ act: name = '', key: typedKey = '' }, query] = await Promise.all([params, searchParams])
  const act = confirmableAt(name)
  const action = actionOf(name)
  if (!act || !action || !may(staff.role, act.verb)) return <Nothing />
  const now = new Date()
  const key = /^[\w.-]{1,100}$/.test(typedKey) ? typedKey : ''
  const first = act.first?.(now)
  const typed = first && query[first.name]
  const chosen = typeof typed === 'string' ? typed : ''
  const [found, draft] = await Promise.all([
    act.find(staff, key, chosen, now),
    findDraft(staff, `confirm ${name}`, query.draft),
  ])
  const kept = found ? null : await findKeptForm(staff, key)
  return (
    <section className="confirm">
      <PageHeading tab={found?.tab}>
        {found?.title ?? (first && !chosen ? first.label : t('confirm.thisCannotBeDone'))}
      </PageHeading>
      <Notice searchParams={searchParams} />
      {!found && (!first || chosen) && (
        <p className="notice wrong" role="alert">
          {first ? t('confirm.itCannotHaveHappened') : t('confirm.itWasDoneAlready')}
        </p>
      )}
      {first && (
        <form method="get" className="row">
          <AdminField field={first} value={chosen || first.value} errors={undefined} />
          <button type="submit">{t('common.preview')}</button>
        </form>
      )}
      {found && (
        <ConfirmForm
          name={name}
          of={key}
          found={found}
          first={first ? { [first.name]: chosen } : {}}
          draft={draft}
          action={action}
        />
      )}
      {kept && (
        <p>
          <a href={keptPath(kept)}>{t('form.openTheFormWith')}</a>
        </p>
      )}
      <p>
        <a href={found ? withBack(found.back, queryText(query.back)) : '/admin'}>
          {found ? t('common.cancel') : t('common.home')}
        </a>
      </p>
    </section>
  )
})

function Nothing() {
  return (
    <>
      <PageHeading>{t('confirm.nothingToConfirmHere')}</PageHeading>
      <p>{t('confirm.theAddressIsWrong')}</p>
    </>
  )
}
