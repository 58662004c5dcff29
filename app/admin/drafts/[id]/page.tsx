import { adminPage } from '@/components/admin/admin-page'
import { fieldName } from '@/components/admin/field-name'
import { PageHeading } from '@/components/admin/page-heading'
import { Time } from '@/components/admin/time'
import { t } from '@/components/admin/words'
import { findKeptForm } from '@/lib/staff/drafts/kept-form'
import { typedFields } from '@/lib/staff/drafts/typed-fields'
import { keptPath } from '@/lib/web/admin/kept-path'
import { discardKept } from '../actions'

/** A form that was not executed, as typed. Only its author sees it, and it cannot be executed from here. */
export default adminPage('account.manage', async (staff, { params }) => {
  const { id = '' } = await params
  const found = await findKeptForm(staff, id)
  if (!found) {
    return (
      <>
        <PageHeading>{t('form.nothingIsKeptHere')}</PageHeading>
        <p>{t('form.itWasSavedOr')}</p>
        <a href="/admin">{t('common.home')}</a>
      </>
    )
  }
  return (
    <>
      <PageHeading>{t('form.whatYouTyped')}</PageHeading>
      <p>
        {t.rich('form.nothingDone', { time: () => <Time at={found.at} zone /> })}{' '}
        <a href={found.form ? keptPath(found) : found.path}>
          {found.form ? t('form.openTheFormWith') : t('form.backToThePage')}
        </a>
      </p>
      {typedFields(found.fields).map(([name, value]) => (
        <p key={name} className="stack">
          <label htmlFor={`kept-${name}`}>{fieldName(name)}</label>
          <textarea
            id={`kept-${name}`}
            readOnly
            dir="auto"
            rows={Math.min(12, 1 + Math.ceil(value.length / 70))}
            defaultValue={value}
          />
        </p>
      ))}
      <form action={discardKept}>
        <input type="hidden" name="id" value={id} />
        <button type="submit">{t('form.discardItForGood')}</button>
      </form>
    </>
  )
})
